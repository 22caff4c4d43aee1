import type { ScopeAsk } from './asks';
import type { Overtaken } from './drafts';
import type { RubricCost } from '../core/preview/rubric-cost';

import type { Section } from '../core/rubric/document/inherit';
import type { RubricProblem } from '../core/rubric/schema/problem';

export interface PublicationContract {
  /** What publishing a rubric would cost at Jira, or what is wrong with it. For whoever may publish it. */
  readonly 'rubric.cost': {
    readonly ask: Omit<RubricProposal, 'reason'>;
    readonly answer: RubricCostAnswer;
  };
  /** Checks a rubric, stores it as the next version and scores everything it governs; or has it wait for an approval. */
  readonly 'rubric.publish': { readonly ask: RubricProposal; readonly answer: RubricPublication };
  /** Approves or refuses what waits, or takes back one's own. */
  readonly 'rubric.answer': { readonly ask: RubricAnswer; readonly answer: RubricAnswered };
}

export interface RubricProposal {
  /** A project's key; null for the whole site. */
  readonly project: string | null;
  readonly document: unknown;
  readonly reason: string;
  /** The version that it was made from, 0 for none: over a newer one it is refused. Left out, that of the person's draft here, else the newest. */
  readonly base?: number;
  /** Of a project without a rubric of its own: the version of the site's that it was made from, likewise. */
  readonly site?: number;
  /** Parts that follow the site's rubric from now on; the document's own are not read. Left out: none. */
  readonly inherits?: readonly Section[];
  /** Revision of the draft that it was made from, which is done with afterwards; one that says the same is in any case. */
  readonly draft?: number;
}

/**
 * Not published, because of `problems`, or because somebody else published since `base` (`overtaken`), or because it now waits
 * for an approval (`waiting` names it; `settings.view` shows it).
 */
export type RubricPublication =
  | { readonly ok: true; readonly version: number; readonly jobId: string }
  | {
      readonly ok: false;
      readonly problems: readonly RubricProblem[];
      readonly overtaken?: Overtaken;
      readonly waiting?: string;
    };

export type RubricCostAnswer =
  | { readonly ok: true; readonly cost: RubricCost }
  | { readonly ok: false; readonly problems: readonly RubricProblem[] };

/** The author may answer `takeBack` only; everybody else who may approve, the other two. */
export interface RubricAnswer extends ScopeAsk {
  readonly id: string;
  readonly answer: 'approve' | 'refuse' | 'takeBack';
  readonly reason: string;
}

/** `published` after an approval: the version and the job that scores everything again. */
export type RubricAnswered =
  | { readonly done: 'published'; readonly version: number; readonly jobId: string }
  | { readonly done: 'refused' | 'taken back' };
