import type { IssueAsk } from './asks';
import type { Decision } from '../core/decisions/decision';

export interface DecisionsContract {
  /** The log of an issue, a page at a time; `before` is what the page before it gave as `next`. */
  readonly 'decisions.list': {
    readonly ask: IssueAsk & { readonly before?: string | null };
    readonly answer: DecisionLog;
  };
}

/** One entry of an issue's log, as this person may read it; `by` is a display name. */
export type DecisionView = Pick<
  Decision,
  'id' | 'at' | 'kind' | 'changes' | 'cause' | 'reason' | 'by' | 'rubricVersion' | 'score'
>;

export interface DecisionLog {
  /** The newest first, at most 100 at once. */
  readonly decisions: readonly DecisionView[];
  /** Asks for the earlier ones; null when there are none. */
  readonly next: string | null;
}

/** The score at a decision: the dots of the small chart. */
export interface TrailPoint {
  /** ISO time. */
  readonly at: string;
  readonly score: number | null;
  /** What was decided there; null for the score just before a decision. */
  readonly changes: DecisionView['changes'] | null;
}

/** What the panel says about how the score came to where it is. */
export interface History {
  /** The last decision, if there was one. */
  readonly last: Omit<DecisionView, 'by'> | null;
  /** How the score moved after it: «63 → 65: +2 due in 3 days»; null when it did not. */
  readonly since: string | null;
  /** Oldest first. */
  readonly trail: readonly TrailPoint[];
  /** How many entries the log has; 100 stands for 100 or more. */
  readonly decisions: number;
}
