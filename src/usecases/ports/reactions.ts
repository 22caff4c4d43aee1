import type { IssueRecord } from '../../core/issue/issue-record';
import type { ScoreCard } from '../../core/score-card/score-card';
import type { FieldChange, FieldWriter } from './field-writer';
import type { Ledger, LedgerEntry } from './ledger';
import type { RubricInForce, RubricOf, Rubrics } from './rubrics';
import type { Customers, EvidenceRecords } from './evidence';
import type { Decisions } from './decisions';
import type { IssueEdits } from './issue-edits';
import type { Issues, SiteFields } from './issues';
import type { Pilots } from './pilots';
import type { IssueLinks, PostMortems } from './post-mortem';
import type { Removals } from './upkeep';
import type { RescoreQueue, RescoreRequests } from './rescore-work';
import type { VoteRecords } from './votes';

/** What scoring one issue came to. */
export interface ScoredIssue {
  readonly entry: LedgerEntry;
  readonly inForce: RubricInForce;
  readonly before: LedgerEntry | null;
  /**
   * The card of what `before` was judged by, at that moment, by the rubric in force now and without inheritance; null where the ledger
   * holds no signals. Made when it is first asked for, and only once.
   */
  readonly earlierCard: () => ScoreCard | null;
  /** Null while the issue is closed. */
  readonly card: ScoreCard | null;
  /** The Jira fields that need writing; null when all of them stand already. */
  readonly change: FieldChange | null;
  /** Whether the ledger's record needs writing. */
  readonly touched: boolean;
  /** Read before what the ledger already knows: shown, but never written. */
  readonly stale: boolean;
  /** In a project that is only tried out: kept, but nothing of it is written to Jira. */
  readonly pilot: boolean;
  /** Ids of the issues that are evidence for it by a link; left out where only the ledger was read. */
  readonly spokenForBy?: readonly string[];
}

/**
 * Why issues are scored. From what Jira says: an event or a person (`event`), a reconciliation with what events told (`reconcile`), or a
 * job that reads issue after issue (`backlog`). From the ledger, as nothing of the issue has changed: another rubric is in force, time
 * has passed, or an issue that it blocks scores otherwise.
 */
export type Trigger = 'event' | 'reconcile' | 'backlog' | LedgerTrigger;
export type LedgerTrigger = 'rubric' | 'time' | 'inheritance';

/**
 * What else a scoring sets off; the list is given where the app is put together, as scoring knows no feature. Each runs after Jira's
 * fields are written and before the ledger is, in the order of the list: cut off in between, a repeat finds the same change again, so a
 * reaction must come to the same when it is run twice. What it reaches is left open here, as that holds the list.
 */
export interface Reaction<Needs> {
  readonly name: string;
  /** `scored`: what is written now. What was overtaken meanwhile, or is gone from Jira, is not among it. */
  readonly run: (scored: readonly ScoredIssue[], trigger: Trigger, world: Needs) => Promise<void>;
}

/** What follows an event once everything is saved, and looks at the issues as they were read from Jira: also at those that are done. */
export interface Afterwards<Needs> {
  readonly name: string;
  readonly run: (
    read: readonly IssueRecord[],
    rubricOf: RubricOf,
    world: Needs,
    now: Date,
  ) => Promise<void>;
}

/** What scoring reaches, and whatever it sets off: a feature that scores issues needs all of this, and what it reaches itself. */
export interface ScoringNeeds {
  /** What a scoring sets off besides, in this order. */
  readonly reactions: readonly Reaction<ScoringNeeds>[];
  readonly afterwards: readonly Afterwards<ScoringNeeds>[];
  readonly edits: IssueEdits;
  readonly postMortems: PostMortems;
  readonly links: IssueLinks;
  readonly decisions: Decisions;
  readonly issues: Issues;
  readonly siteFields: SiteFields;
  readonly fieldWriter: FieldWriter;
  readonly ledger: Ledger;
  readonly rubrics: Rubrics;
  readonly scoreChannel: ScoreChannel;
  readonly queue: RescoreQueue;
  readonly rescoreRequests: RescoreRequests;
  readonly evidence: EvidenceRecords;
  readonly customers: Customers;
  readonly pilots: Pilots;
  readonly votes: VoteRecords;
  readonly removals: Removals;
  /** Milliseconds left to this invocation. */
  readonly remainingMs: () => number;
  /** 0 up to 1. */
  readonly random: () => number;
  /** The moment in the middle of an invocation, in milliseconds since 1970; how it began is `now`. */
  readonly clock: () => number;
}

/** Tells open panels that an issue was scored. Nothing rests on it: a panel that hears nothing asks by itself, only later. */
export interface ScoreChannel {
  /**
   * What a browser needs to hear of an issue that its person is known to see: a channel, and a token signed for it alone, which ends at
   * a moment in milliseconds since 1970, if the platform says so. Null where it gives none.
   */
  listen(issueId: string): Promise<{
    readonly channel: string;
    readonly token: string;
    readonly expiresAt: number | null;
  } | null>;
  /** Tells of a few issues, and of none where there are more than a few. Never throws. */
  tell(issueIds: readonly string[]): Promise<void>;
}
