import type { IssueAsk } from './asks';
import type { LaneShare } from '../core/lanes/breakdown';
import type { WayToLane } from '../core/lanes/ways-to-lanes';

export interface LaneContract {
  /** How the lane stands in the project, from the ledger. */
  readonly 'lane.view': { readonly ask: IssueAsk; readonly answer: LaneView };
}

export interface NeighbourView {
  readonly key: string;
  readonly summary: string;
  readonly score: number;
}

/** `count` includes those that this person may not see or that are too many to name. */
export interface NeighboursView {
  readonly shown: readonly NeighbourView[];
  readonly count: number;
}

/** How the lane of an issue stands among the open work of its project. */
export interface LaneView {
  readonly lanes: readonly LaneShare[];
  /** What the capacity policy counts. */
  readonly counts: 'effort' | 'issues';
  /** The rubric's unit of effort. */
  readonly unit: string;
  /** False when the project has more open issues than were counted. */
  readonly complete: boolean;
  /** Null without a score. */
  readonly rank: { readonly place: number; readonly of: number } | null;
  readonly above: NeighboursView;
  readonly ties: NeighboursView;
  readonly below: NeighboursView;
  readonly ways: readonly WayToLane[];
}
