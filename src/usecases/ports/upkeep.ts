import type { Job } from '../../core/jobs/job';

/**
 * Two records a scope, each with one writer: people order (start, pause, cancel), the consumer tells how far it has come. So
 * neither undoes the other. A scope is a project's key, `site`, or the name of a daily task.
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
}

/** Who waits for a call: background work stops first, what a person waits for goes on to the end of the quota. */
export type Purpose = 'background' | 'event' | 'person';

/** Watches over the hourly quota for one invocation. */
export interface Budget {
  /** @throws Limited when what is left this hour is kept for others. */
  admit(doing: string): Promise<void>;
  spend(points: number): void;
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
  /** The newest first. */
  readonly failures?: readonly Failure[];
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
