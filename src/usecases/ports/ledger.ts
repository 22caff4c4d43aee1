import type { Signals } from '../../core/signals/signal';
import type { FieldValues } from './field-writer';

/** Ballast's own record of an issue. */
export interface LedgerEntry {
  readonly issueId: string;
  readonly key: string;
  readonly project: string;
  readonly open: boolean;
  readonly rubricVersion: number;
  /** Which rubric judged it (`rubricStamp`): versions count from 1 in the site and again in each project. */
  readonly rubric: string;
  /** The rubric by whose questions the signals were gathered; null for a closed issue. */
  readonly gathered: string | null;
  /** First day (whole UTC days since 1970) on which time alone moves the score by a whole number, or its band, lane or horizon; null for never. */
  readonly wakeDay: number | null;
  /** Counts the writes of this record: one that was written meanwhile by somebody else is never overwritten. 0 before the first. */
  readonly revision: number;
  /** ISO time. */
  readonly scoredAt: string;
  /** ISO time just before Jira was read for the signals: of two readings the later counts. */
  readonly readAt: string;
  /** The issue's `updated` in Jira when it was read: an older reading never replaces a newer one. */
  readonly updated: string;
  /** Score, lowest and highest before inheritance; null while closed or nothing is known. */
  readonly own: { readonly score: number; readonly low: number; readonly high: number } | null;
  /** What stands in the Jira fields; null when nothing was ever written. */
  readonly written: FieldValues | null;
  /** When Ballast last wrote Jira's fields: of an `updated` in between it is the cause. Absent while it never did, and in older records. */
  readonly wrote?: { readonly from: string; readonly to: string };
  /** A write to Jira's fields was begun of which nobody knows how it ended: whoever scores next writes all of them. */
  readonly unsure: boolean;
  /** Null for a closed issue. */
  readonly signals: Signals | null;
  /** Of a closed issue: what each criterion gave, 0–100 by its id, when it was last judged. Absent while open, as it follows from the signals, and where nobody knows. */
  readonly lastPoints?: Readonly<Record<string, number>>;
  /** Ids of the open issues that this one blocks: it scores at least as high as they. */
  readonly blocks: readonly string[];
  /** Ids of the open issues that block this one: they inherit from it. */
  readonly blockers: readonly string[];
  /** Ids of the issues that this one is evidence for. */
  readonly feeds: readonly string[];
  /** Fingerprint of what it says as evidence. */
  readonly evidence: string;
  /** Ids of issues whose rescoring is not yet on the queue: written before the push and cleared after it, so that a cut loses none. */
  readonly pendingDependents: readonly string[];
  /** Its record is damaged, or in an older format: only whose it is and whether it is open are known, and it has to be read anew. */
  readonly unreadable?: true;
}

export interface Ledger {
  read(issueIds: readonly string[]): Promise<ReadonlyMap<string, LedgerEntry>>;
  /** Writes each entry unless its record has another revision by now; returns the ids of those that were not written. */
  write(entries: readonly LedgerEntry[]): Promise<readonly string[]>;
  remove(issueIds: readonly string[]): Promise<void>;
  /** Keeps for an hour in mind that these issues, of which nothing is known, are gone: who read them before that cannot bring them back. */
  keepTombstones(issueIds: readonly string[], at: Date): Promise<void>;
  /**
   * One page of at most 100 entries. A record written a moment ago may still be missing, or stand where it was. What `open`, `project` and
   * `wake` give as `next` may be kept for as long as one likes; that of other questions is good for this invocation.
   */
  page(question: LedgerQuestion, cursor: string | null): Promise<LedgerPage>;
}

export interface LedgerPage {
  readonly entries: readonly LedgerEntry[];
  readonly next: string | null;
  /** The position that was asked for is none that this version gives: the walk has begun anew. */
  readonly anew?: true;
}

/** By which edition an issue was judged; an unsure one comes right after the others of its edition. */
export type JudgedAs = Pick<LedgerEntry, 'project' | 'rubric' | 'unsure'>;

/** What dashboards and jobs ask the ledger; every question has its index. */
export type LedgerQuestion =
  /** In the order of ids, which nothing changes while a job walks through. */
  | { readonly by: 'open' }
  | { readonly by: 'project'; readonly project: string }
  /** Highest first; `from` and `to` are scores from 0 to 100, both included. Closed issues have no score. */
  | { readonly by: 'score'; readonly project: string; readonly from?: number; readonly to?: number }
  | { readonly by: 'lane'; readonly project: string; readonly lane: string }
  /** Open issues by project, and in it by the edition that judged them: those that come after one. `few`: a page of one. */
  | { readonly by: 'judged'; readonly beyond: JudgedAs | null; readonly few: boolean }
  /** Last scored before this day, the longest ago first. */
  | { readonly by: 'staleness'; readonly project: string; readonly beforeDay: number }
  /** Open issues that time alone moves by the end of this day. */
  | { readonly by: 'wake'; readonly untilDay: number };
