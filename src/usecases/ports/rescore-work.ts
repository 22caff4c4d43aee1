/** Work for a consumer, after so many seconds. It only says where to look: what is to be done stands in storage. */
export type QueuedWork =
  /** A run scores what is requested. A follow-up run looks once more for requests that a query did not show yet. */
  | { readonly kind: 'run'; readonly followUp: boolean; readonly delay: number }
  | {
      readonly kind: 'job';
      readonly scope: string;
      readonly jobId: string;
      readonly turn: number;
      readonly delay: number;
    }
  /** An issue event that storage could not take: the only work that stands nowhere else. `turn` counts how often it was put back. */
  | ({ readonly kind: 'event'; readonly turn: number; readonly delay: number } & IssueEvent);

/** What an event says of issues: their ids, and whether it proves that they are deleted. */
export interface IssueEvent {
  readonly ids: readonly string[];
  readonly deleted: boolean;
}

export interface RescoreQueue {
  push(work: readonly QueuedWork[]): Promise<void>;
}

/** `read`: anything of the issue may have changed, so Jira is read. `ledger`: only what it inherits, so the ledger suffices. */
export type RescoreKind = 'read' | 'ledger';

/** Says that an issue is to be scored again: all that happens to it before that is one scoring. */
export interface RescoreRequest {
  readonly issueId: string;
  readonly kind: RescoreKind;
  /** New with every writing: what was requested again meanwhile is not cleared. */
  readonly token: string;
  /** How many runs had begun when it was made. */
  readonly run: number;
  /** Seconds since 1970. */
  readonly at: number;
}

/** When requests are looked at. */
export interface RunSchedule {
  /** How many runs have begun. */
  readonly runs: number;
  /** Milliseconds since 1970 at which the next run is due; null when none is on the queue. */
  readonly due: number | null;
  /** The same of the latest follow-up run. */
  readonly followUp: number | null;
  /** Until then runs wait for more edits to come together. */
  readonly busyUntil: number;
  /** When the last few runs began, the newest first. */
  readonly begun: readonly number[];
}

export interface RescoreRequests {
  read(
    issueIds: readonly string[],
    kind: RescoreKind,
  ): Promise<{ readonly requests: readonly RescoreRequest[]; readonly schedule: RunSchedule }>;
  schedule(): Promise<RunSchedule>;
  write(requests: readonly RescoreRequest[]): Promise<void>;
  /** Written by whoever requests. */
  writeDue(due: RunSchedule['due']): Promise<void>;
  /** Written by runs alone, of which there is one at a time: nobody else can set them back. */
  writeRun(run: Omit<RunSchedule, 'due'>): Promise<void>;
  /** The oldest requests, at most 100. */
  oldest(): Promise<readonly RescoreRequest[]>;
  /** Clears those that still carry the same token. */
  clear(requests: readonly RescoreRequest[]): Promise<void>;
}
