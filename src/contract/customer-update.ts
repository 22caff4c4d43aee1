import type { Severity } from '../core/terms/severity';
import type { IssueAsk } from './asks';
import type { DecisionView } from './decisions';
import type { Lane } from '../core/terms/lane';

export interface CustomerUpdateContract {
  /** Whom it affects, and which support requests can be told. */
  readonly 'update.view': { readonly ask: IssueAsk; readonly answer: CustomerUpdateView };
  /** Sends a text that the person has read as a comment, in the person's name. `seen` is that of the view: what somebody else sent meanwhile is shown before theirs goes out. */
  readonly 'update.send': {
    readonly ask: IssueAsk & {
      readonly seen: string;
      readonly keys: readonly string[];
      readonly text: string;
    };
    readonly answer: UpdateSent;
  };
}

/** A linked support request that this person may see. */
export interface SupportRequestView {
  readonly key: string;
  readonly summary: string;
  readonly status: string;
  /** Null when this person may comment on it; else why not. */
  readonly why: string | null;
  /** When it was last told something from here, ISO time, and whether that is sure; null when it never was. */
  readonly notified: { readonly at: string; readonly sure: boolean } | null;
}

export interface CustomerUpdateView {
  /** Names the last update that this person was shown. */
  readonly seen: string;
  readonly lane: Lane;
  /** Day by which it is due; null without one. */
  readonly due: string | null;
  /** Worst open incident, 1 to 5; null without one. `assumed`: none of them says so itself, and the rubric's is taken. */
  readonly severity: WorstOpen | null;
  /** What speaks for the issue, as far as this person may see it. */
  readonly incidents: number;
  readonly customers: number;
  readonly segments: readonly AffectedSegment[];
  /** At most a hundred, as many as one update goes to: those that were told nothing yet come first. */
  readonly requests: readonly SupportRequestView[];
  /** Requests beside these. */
  readonly more: number;
  /** Updates sent so far, the newest first; `reason` is what was sent. */
  readonly sent: readonly DecisionView[];
  /** Why nobody is written to from here; null where one may: on open hot fixes, and where support requests are linked, also once the issue is closed. */
  readonly why: string | null;
}

export interface UpdateSent {
  readonly sent: readonly string[];
  readonly failed: readonly { readonly key: string; readonly why: string }[];
  /** Jira did not say whether it got there: `why` says where to look before writing again. */
  readonly perhaps: readonly { readonly key: string; readonly why: string }[];
}

/** How bad it is; `assumed` where the incident does not say and the rubric's severity is taken, as everywhere. */
export interface WorstOpen {
  readonly level: Severity;
  readonly assumed: boolean;
}

export interface AffectedSegment {
  /** Null for customers that belong to none. */
  readonly name: string | null;
  readonly customers: number;
}
