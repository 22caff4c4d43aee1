import type { IssueAsk } from './asks';

export interface FollowThroughContract {
  /** Whether the preventive actions that the issue's project promised came: numbers of all, names of those that this person may see. */
  readonly 'followthrough.view': { readonly ask: IssueAsk; readonly answer: FollowThroughView };
}

/** Whether the preventive actions that a project's post-mortems promised came. */
export interface FollowThroughView {
  readonly postMortems: number;
  /** Of all actions of the project. */
  readonly done: { readonly inTime: number; readonly late: number };
  readonly overdue: number;
  readonly open: number;
  /** 0–1 of the actions that had to be done by now; null while none had to. */
  readonly share: number | null;
  /** Incidents that came again while an action against them was open. */
  readonly recurrences: number;
  /** Not done, and visible to this person; due first before the others. Days, UTC. */
  readonly owed: readonly {
    readonly key: string;
    readonly summary: string;
    readonly due: string;
    readonly overdue: boolean;
  }[];
  /** Not done either, but not named. */
  readonly others: number;
  /** False when the project has more post-mortems than were counted. */
  readonly complete: boolean;
}
