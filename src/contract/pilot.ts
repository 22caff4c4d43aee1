import type { ScopeAsk } from './asks';
import type { Lane } from '../core/terms/lane';

export interface PilotContract {
  /** What a project would look like with Ballast's results in it, beside Jira's own order. Administrators of the project only, as all of `pilot`. */
  readonly 'pilot.view': { readonly ask: ScopeAsk; readonly answer: PilotView };
  /** From now on the project is scored without anything being written to Jira. */
  readonly 'pilot.begin': { readonly ask: PilotBegin; readonly answer: PilotView };
  /** Ends it, and has every open issue's fields written. */
  readonly 'pilot.end': { readonly ask: ScopeAsk; readonly answer: PilotView };
}

/** How a project would stand if Ballast wrote its results, beside how it stands now. Nothing is changed by looking. */
export interface PilotView {
  /** Null while results are written to Jira. */
  readonly pilot: {
    readonly since: string;
    readonly by: string | null;
    readonly reason: string;
  } | null;
  /** Whether this person may switch it. */
  readonly maySwitch: boolean;
  /** Open issues of the ledger that were compared, and whether those are all. */
  readonly issues: number;
  readonly complete: boolean;
  readonly lanes: readonly { readonly lane: Lane; readonly issues: number }[];
  /** The highest by score, at most ten that this person may see. */
  readonly top: readonly PilotRow[];
  /** The first in Jira's order by priority, at most ten that this person may see. */
  readonly byPriority: readonly PilotRow[];
  /** Kendall's tau-b of the two orders, −1 to 1; null with fewer than two issues to compare. */
  readonly agreement: number | null;
}

export interface PilotRow {
  readonly key: string;
  readonly summary: string;
  readonly score: number | null;
  readonly lane: Lane;
  /** Places from 1; null where the other order does not have it. */
  readonly place: number | null;
  readonly placeByPriority: number | null;
}

export interface PilotBegin extends ScopeAsk {
  readonly reason: string;
}
