/** A project's key, or null for the whole site. */
export interface ScopeAsk {
  readonly project: string | null;
}

export interface JobStart extends ScopeAsk {
  /** Narrows it to what this JQL finds; empty for every open issue. */
  readonly jql: string;
}

export type JobState = 'running' | 'waiting' | 'paused' | 'cancelled' | 'finished' | 'gave up';

/** How far the work on many issues has come. */
export interface JobView {
  readonly id: string;
  readonly project: string | null;
  readonly cause: 'published' | 'installed' | 'requested' | 'retried' | 'live' | 'daily';
  readonly state: JobState;
  /** What it waits for, or why it gave up. */
  readonly note: string | null;
  /** About how many issues it looks at; null when nobody knows. */
  readonly total: number | null;
  readonly done: number;
  /** Issues for which a Jira field was written. */
  readonly changed: number;
  readonly failed: number;
  /** The first hundred, with reasons. */
  readonly failures: readonly {
    readonly id: string;
    readonly key: string | null;
    readonly why: string;
  }[];
  /** ISO times. */
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly finishedAt: string | null;
  /** Seconds until it is done at the pace so far; null when nobody knows. */
  readonly secondsLeft: number | null;
  /** ISO time of the last look for what was being scored meanwhile, once everything else is done; null before and after. */
  readonly lastLookAt: string | null;
  /** Whether this person may pause, resume and cancel it. */
  readonly maySteer: boolean;
  /** Whether this person may begin work of their own on all of these issues, and retry what failed. */
  readonly mayStart: boolean;
}

/** Open issues that do not show yet what the rubric in force says, since the work on that was stopped or failed. */
export interface LeftView {
  readonly issues: number;
  /** There are more: only so many are counted. */
  readonly more: boolean;
  /** Work goes on that scores them. */
  readonly underWay: boolean;
}

/** What publishing a rubric would cost. */
export interface RubricCost {
  /** Issues that it governs, about. */
  readonly issues: number | null;
  /** Issues that Jira must be asked for, once; 0 when the ledger holds everything that the rubric asks. */
  readonly reads: number;
  /** Points of Jira's hourly quota for that, about. */
  readonly points: number;
  /** What the ledger does not hold, in words. */
  readonly because: readonly string[];
}
