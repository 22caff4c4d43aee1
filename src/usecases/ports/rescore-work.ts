/** Work for a consumer, after so many seconds. It only says where to look: what is to be done stands in storage. */
export type RescoreRequest =
  /** Score what is marked. An echo looks once more for marks that a query did not show yet. */
  | { readonly kind: 'drain'; readonly echo: boolean; readonly delay: number }
  | {
      readonly kind: 'job';
      readonly scope: string;
      readonly jobId: string;
      readonly turn: number;
      readonly delay: number;
    };

export interface RescoreQueue {
  push(requests: readonly RescoreRequest[]): Promise<void>;
}

/** `read`: anything of the issue may have changed, so Jira is read. `held`: only what it inherits, so the ledger suffices. */
export type MarkKind = 'read' | 'held';

/** Says that an issue is to be scored again: all that happens to it before that is one scoring. */
export interface Mark {
  readonly issueId: string;
  readonly kind: MarkKind;
  /** New with every writing: what was marked again meanwhile is not cleared. */
  readonly token: string;
  /** How often a drain had begun when it was set. */
  readonly drain: number;
  /** Seconds since 1970. */
  readonly at: number;
}

/** When marks are looked at. */
export interface Wake {
  /** How often a drain has begun. */
  readonly drains: number;
  /** Milliseconds since 1970 at which the next drain is due; null when none is on the queue. */
  readonly due: number | null;
  /** The same of the latest echo. */
  readonly echo: number | null;
  /** Until then drains wait for more edits to come together. */
  readonly busyUntil: number;
  /** When the last few drains began, the newest first. */
  readonly begun: readonly number[];
}

export interface Marks {
  read(
    issueIds: readonly string[],
    kind: MarkKind,
  ): Promise<{ readonly marks: readonly Mark[]; readonly wake: Wake }>;
  wake(): Promise<Wake>;
  write(marks: readonly Mark[]): Promise<void>;
  /** Written by whoever marks. */
  writeDue(due: Wake['due']): Promise<void>;
  /** Written by drains alone, of which one runs at a time: nobody else can set them back. */
  writeDrain(drain: Omit<Wake, 'due'>): Promise<void>;
  /** The oldest marks, at most 100. */
  oldest(): Promise<readonly Mark[]>;
  /** Clears those that still carry the same token. */
  clear(marks: readonly Mark[]): Promise<void>;
}
