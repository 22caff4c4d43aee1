import type { Job } from '../../core/jobs/job';
import type { Departed } from '../../core/retention/deleted';

/**
 * Two records a scope, each with one writer: people order (start, pause, cancel), the consumer tells how far it has come. So
 * neither undoes the other. A scope is a project's id, `site`, or the name of a daily task.
 */
export interface Jobs {
  order(scope: string): Promise<JobOrder | null>;
  orders(): Promise<readonly JobOrder[]>;
  give(order: JobOrder): Promise<void>;
  read(jobId: string): Promise<Job | null>;
  write(job: Job): Promise<void>;
  /** Whether the ledger holds every open issue of a scope, and about how many. */
  coverage(scope: string): Promise<Coverage | null>;
  cover(scope: string, coverage: Coverage): Promise<void>;
  /** Forgets of every scope that it is covered. */
  uncover(): Promise<void>;
}

export interface JobOrder {
  readonly scope: string;
  readonly wish: 'run' | 'pause' | 'cancel';
  /** As it was started. */
  readonly job: Job;
}

export interface Coverage {
  readonly issues: number;
  readonly at: string;
}

/** What the app has asked of Jira this hour, in points: an hour is a whole number of hours since 1970. */
export interface Spending {
  read(hour: number): Promise<number>;
  add(hour: number, points: number): Promise<void>;
  /** What Jira last said of the hour's points; null where it said nothing that was worth keeping. */
  pool(hour: number): Promise<Pool | null>;
  keepPool(hour: number, pool: Pool): Promise<void>;
}

/** What is left of the points of an hour, which all installations of the app share, as Jira tells it. */
export interface Pool {
  readonly limit: number;
  readonly remaining: number;
  /** Jira says that little is left. */
  readonly nearLimit: boolean;
}

/** Who waits for a call: background work stops first, what a person waits for goes on to the end of the quota. */
export type Purpose = 'background' | 'event' | 'person';

/** Watches over the hourly quota for one invocation. */
export interface Budget {
  /** @throws Limited when what is left this hour is kept for others. */
  admit(doing: string): Promise<void>;
  spend(points: number): void;
  /** Takes note of what Jira says of the hour. */
  heed(pool: Pool): void;
  /** Writes down what was spent and not yet written. */
  settle(): Promise<void>;
}

/** What health is told by; each part replaces the one before. */
export interface HealthNotes {
  readonly drained?: {
    readonly at: string;
    readonly issues: number;
    /** Seconds that the oldest edit waited. */ readonly lag: number;
  };
  readonly reconciled?: { readonly at: string; readonly looked: number; readonly repaired: number };
  /** When a rule last asked for something, and why it was refused. */
  readonly acted?: { readonly at: string; readonly what: string; readonly refused: string | null };
  /** The last report of stored account ids to Atlassian that came to its end. `left`: records that still have to be changed for it. */
  readonly reported?: {
    /** When it began. */ readonly at: string;
    readonly people: number;
    readonly closed: number;
    readonly left: number;
  };
  /** When the app was installed last; absent where that was before this was noted. */
  readonly installed?: { readonly at: string };
  /** How many projects Jira showed when it was last looked. */
  readonly projects?: number;
  /** What was removed because its time was over, all together since a moment; `at`: last. ISO times. */
  readonly removed?: RemovedCounts & { readonly at: string; readonly since: string };
  /** The newest first. */
  readonly failures?: readonly Failure[];
}

/** Deleted issues and projects of which nothing is left, pieces of evidence, and entries of the log. */
export interface RemovedCounts {
  readonly issues: number;
  readonly projects: number;
  readonly evidence: number;
  readonly decisions: number;
}

export interface Failure {
  readonly at: string;
  /** An issue's id, or what was being done. */
  readonly what: string;
  readonly why: string;
}

export interface Notes {
  read(): Promise<HealthNotes>;
  write(notes: HealthNotes): Promise<void>;
}

/** That somebody erased a customer: never which one. */
export interface Erasure {
  /** ISO time. */
  readonly at: string;
  /** Account id. */
  readonly by: string;
  /** Pieces of evidence that went. */
  readonly evidence: number;
}

export interface Erasures {
  record(erasure: Erasure): Promise<void>;
  /** The newest first; one recorded a moment ago may still be missing. */
  newest(most: number): Promise<readonly Erasure[]>;
}

/** Something deleted whose records are kept until their day has come. */
export interface Removal {
  readonly departed: Departed;
  /** ISO time at which Jira said so. */
  readonly deletedAt: string;
  /** Whole UTC days since 1970. */
  readonly day: number;
}

/** Which records are to be removed, and when. */
export interface Removals {
  /** Each in place of what was said of the same issue or project before. */
  schedule(removals: readonly Removal[]): Promise<void>;
  /** Whether anything at all waits; what was scheduled a moment ago may be missing. */
  any(): Promise<boolean>;
  /** Those of these ids that wait. Strongly consistent. */
  among(kind: Departed['kind'], ids: readonly string[]): Promise<ReadonlyMap<string, Removal>>;
  /** Due by this day, the earliest first, at most 100. One that was cleared a moment ago may still be there. */
  due(untilDay: number): Promise<readonly Removal[]>;
  clear(kind: Departed['kind'], ids: readonly string[]): Promise<void>;
}

/** What a project has beside its issues: rubric with its history, drafts, what waits for approval, pilot, orders of jobs, coverage. */
export interface ProjectRecords {
  /** By what its rubric is kept under. Without effect where there is nothing. */
  remove(project: string): Promise<void>;
}
