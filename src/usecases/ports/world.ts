import type { EvidenceIntakes, Overrides } from './evidence';
import type { ProjectKeys, Projects } from './issues';
import type { AccountReports } from './personal-data/account-reports';
import type { StoredPeople } from './personal-data/stored-people';
import type { Previews } from './previews';
import type { People, Roles, Viewer } from './people';
import type { ScoringNeeds } from './reactions';
import type { UpdateRoundsKept } from './updates';
import type { Budget, Erasures, Jobs, Notes, ProjectRecords, Spending } from './upkeep';

export type * from './field-writer';
export type * from './issues';
export type * from './ledger';
export type * from './reactions';
export type * from './rescore-work';
export type * from './rubrics';
export type * from './upkeep';
export type { Viewer } from './people';

/** Everything that the app needs from outside. A feature names the parts that it reaches, in its room's `needs.ts`. */
export interface World extends ScoringNeeds {
  readonly roles: Roles;
  readonly updates: UpdateRoundsKept;
  readonly projects: Projects;
  readonly projectKeys: ProjectKeys;
  readonly projectRecords: ProjectRecords;
  readonly jobs: Jobs;
  readonly previews: Previews;
  readonly intake: EvidenceIntakes;
  readonly overrides: Overrides;
  readonly spending: Spending;
  readonly budget: Budget;
  readonly notes: Notes;
  readonly erasures: Erasures;
  readonly storedPeople: StoredPeople;
  readonly accountReports: AccountReports;
  /** Waits so many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** A person who asks for something, and the world as it is for them. */
export interface Asking {
  readonly world: World;
  /** Asks Jira as that person. */
  readonly viewer: Viewer;
  readonly people: People;
  /** Account id. */
  readonly me: string;
  readonly now: Date;
}
