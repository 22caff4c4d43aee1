import type { Issues } from './issues';
import type { FieldWriter } from './field-writer';
import type { RubricChange } from '../../core/rubric/document/rubric-change';
import type { Section } from '../../core/rubric/document/inherit';
import type { FieldInfo } from '../../core/issue/issue-record';
import type { IssueEdits } from './issue-edits';
import type { Roles } from './roles';
import type { Decisions } from './decisions';
import type { Customers, EvidenceIntakes, EvidenceRecords, Overrides } from './evidence';
import type { Ledger } from './ledger';
import type { Pilots } from './pilots';
import type { Marks, RescoreQueue } from './rescore-work';
import type { Previews } from './previews';
import type { Budget, Jobs, Notes, Spending } from './upkeep';
import type { IssueLinks, PostMortems } from './post-mortem';
import type { UpdateRoundsKept } from './updates';
import type { VoteRecords } from './votes';

export type * from './ledger';
export type * from './rescore-work';
export type * from './upkeep';

/** The site's fields, remembered for a while: a deleted field is noticed within ten minutes, or when writing to it fails. */
export interface SiteFields {
  all(): Promise<readonly FieldInfo[]>;
  forget(): Promise<void>;
}

/** A rubric as it was published: the document is checked again when it is read, since its schema may have moved on. */
export interface StoredRubric {
  readonly document: unknown;
  /** Counts from 1 in each scope. */
  readonly version: number;
  readonly by: string;
  readonly reason: string;
  /** ISO time. */
  readonly at: string;
  /** Parts that it takes from the site's rubric; none when left out. */
  readonly inherits?: readonly Section[];
  /** Left out: a person published it. `of`: the version that it brings back, or the site's that it follows. */
  readonly origin?: { readonly cause: 'rolled back' | 'follows the site'; readonly of: number };
  /** Who approved it, and what they said. */
  readonly approval?: { readonly by: string; readonly note: string };
  /** Against what judged until then, in words; `more`: how many besides. Read with the notes only. */
  readonly changes?: readonly RubricChange[];
  readonly more?: number;
}

/** What is told of a version, without its document. */
export type VersionNote = Omit<StoredRubric, 'document'>;

/** A project that has a rubric of its own. */
export interface OwnRubric {
  readonly project: string;
  readonly version: number;
  /** ISO time of its publishing. */
  readonly at: string;
  readonly inherits: readonly Section[];
}

export interface Rubrics {
  /** Reads from storage again what this invocation has read before: long work must notice a newer edition. */
  refresh(): void;
  read(scope: RubricScope): Promise<StoredRubric | null>;
  /** An edition that was published earlier; null when there is none of that number. */
  edition(scope: RubricScope, version: number): Promise<StoredRubric | null>;
  /** Stores one more version, whole or not at all. @throws Declined when somebody else published that version first. */
  publish(scope: RubricScope, stored: StoredRubric): Promise<void>;
  /** Of these versions, the newest first. */
  notes(scope: RubricScope, versions: readonly number[]): Promise<readonly VersionNote[]>;
  /** One published a moment ago may be missing. */
  owned(): Promise<readonly OwnRubric[]>;
}

/** A project key, or the whole site. */
export type RubricScope = { readonly project: string } | 'site';

/** What the person who asks may do, asked of Jira as that person. */
export interface Viewer {
  /** Which of these ids or keys they may see. */
  visible(idsOrKeys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Jira's permission keys, in a project or on the whole site. */
  may(
    permission: 'ADMINISTER' | 'ADMINISTER_PROJECTS' | 'EDIT_ISSUES' | 'BROWSE_PROJECTS',
    project: string | null,
  ): Promise<boolean>;
}

/** Everything that scoring needs from the world. */
export interface World {
  readonly edits: IssueEdits;
  readonly roles: Roles;
  readonly postMortems: PostMortems;
  readonly links: IssueLinks;
  readonly decisions: Decisions;
  readonly updates: UpdateRoundsKept;
  readonly issues: Issues;
  readonly siteFields: SiteFields;
  readonly fieldWriter: FieldWriter;
  readonly ledger: Ledger;
  readonly rubrics: Rubrics;
  readonly queue: RescoreQueue;
  readonly marks: Marks;
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
