import type { Customers, EvidenceIntakes, EvidenceRecords, Overrides } from './evidence';
import type { Decisions } from './decisions';
import type { IssueEdits } from './issue-edits';
import type { FieldWriter } from './field-writer';
import type { Issues, Projects, SiteFields } from './issues';
import type { Ledger } from './ledger';
import type { Pilots } from './pilots';
import type { IssueLinks, PostMortems } from './post-mortem';
import type { Previews } from './previews';
import type { Afterwards, Reaction } from './reactions';
import type { RescoreQueue, RescoreRequests } from './rescore-work';
import type { Roles } from './people';
import type { Rubrics } from './rubrics';
import type { UpdateRoundsKept } from './updates';
import type { Budget, Jobs, Notes, Spending } from './upkeep';
import type { VoteRecords } from './votes';

export type * from './field-writer';
export type * from './issues';
export type * from './ledger';
export type * from './reactions';
export type * from './rescore-work';
export type * from './rubrics';
export type * from './upkeep';
export type { Viewer } from './people';

/** Everything that scoring needs from the world. */
export interface World {
  /** What a scoring sets off besides, in this order. */
  readonly reactions: readonly Reaction<World>[];
  readonly afterwards: readonly Afterwards<World>[];
  readonly edits: IssueEdits;
  readonly roles: Roles;
  readonly postMortems: PostMortems;
  readonly links: IssueLinks;
  readonly decisions: Decisions;
  readonly updates: UpdateRoundsKept;
  readonly issues: Issues;
  readonly projects: Projects;
  readonly siteFields: SiteFields;
  readonly fieldWriter: FieldWriter;
  readonly ledger: Ledger;
  readonly rubrics: Rubrics;
  readonly queue: RescoreQueue;
  readonly rescoreRequests: RescoreRequests;
  readonly jobs: Jobs;
  readonly previews: Previews;
  readonly evidence: EvidenceRecords;
  readonly customers: Customers;
  readonly intake: EvidenceIntakes;
  readonly overrides: Overrides;
  readonly pilots: Pilots;
  readonly votes: VoteRecords;
  readonly spending: Spending;
  readonly budget: Budget;
  readonly notes: Notes;
  /** Milliseconds left to this invocation. */
  readonly remainingMs: () => number;
  /** 0 up to 1. */
  readonly random: () => number;
  /** The moment in the middle of an invocation, in milliseconds since 1970; how it began is `now`. */
  readonly clock: () => number;
  /** Waits so many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
}
