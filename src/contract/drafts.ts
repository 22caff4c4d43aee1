import type { Draft } from '../core/rubric/document/draft';
import type { ScopeAsk } from './asks';
import type { Who } from './who';
import type { RubricChange } from '../core/rubric/document/rubric-change';
import type { Section } from '../core/rubric/document/inherit';
import type { MergeConflict, Side } from '../core/rubric/document/merge';
import type { RubricProblem } from '../core/rubric/schema/problem';

export interface DraftsContract {
  /** Keeps a person's unpublished work, broken or not. */
  readonly 'draft.save': { readonly ask: DraftSave; readonly answer: DraftSaved };
  readonly 'draft.discard': {
    readonly ask: ScopeAsk & { readonly seen: number };
    readonly answer: null;
  };
  /** Takes what others published meanwhile into the person's draft. */
  readonly 'draft.rebase': { readonly ask: DraftRebase; readonly answer: DraftRebased };
}

/** A draft, and what is wrong with it. */
export interface DraftView extends Draft {
  /** Everything that keeps it from being published; empty when it may be. */
  readonly problems: readonly RubricProblem[];
  /** Fields that the site lacks, or has with another type: it may be published, but such a criterion is unknown on every issue. */
  readonly warnings: readonly RubricProblem[];
  /** Against what is published now, in words; null while the draft is broken. */
  readonly changes: readonly RubricChange[] | null;
  /** Set when somebody published since it was started: it must take theirs in (`draft.rebase`) before it is published. */
  readonly overtaken: Overtaken | null;
}

export interface Overtaken {
  /** Whether it is a version of the site's rubric, which the project followed when the draft was started. */
  readonly ofSite: boolean;
  /** The newest version. */
  readonly version: number;
  readonly by: Who;
  readonly reason: string;
  readonly at: string;
  /** What was changed since the version that the draft started from, in words. */
  readonly changes: readonly RubricChange[];
}

export interface DraftSave extends ScopeAsk {
  readonly document: unknown;
  readonly inherits?: readonly Section[];
  readonly base: number;
  /** Of a project without a rubric of its own: the version of the site's that the person saw. Left out, as in the draft before, else the newest. */
  readonly site?: number;
  /** `revision` of the draft that this one is written over; 0 for the first. */
  readonly seen: number;
}

/** `conflict`: another window of the same person saved meanwhile. Nothing was written; theirs is shown. Saving with its revision writes over it. */
export type DraftSaved =
  | { readonly saved: true; readonly draft: DraftView }
  | { readonly saved: false; readonly conflict: DraftView | null };

/** How conflicts are settled: by path, `mine` or `theirs`. What is not named stays mine. */
export interface DraftRebase extends ScopeAsk {
  readonly seen: number;
  readonly choices?: Readonly<Record<string, Side>>;
}

/** The draft now stands on the newest version. `conflicts` are the places that both changed: mine is kept in the draft until chosen. */
export interface DraftRebased {
  readonly draft: DraftView;
  readonly conflicts: readonly MergeConflict[];
  /** What came in from the others, in words. */
  readonly taken: readonly RubricChange[];
}
