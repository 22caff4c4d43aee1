/** Which way the platform came in. */
export type Door =
  'trigger' | 'consumer' | 'schedule' | 'resolver' | 'webtrigger' | 'action' | 'validator';

export type Outcome = 'ok' | 'failed' | 'timed out' | 'retry asked';

/** One run of one function. */
export interface InvocationRecord {
  readonly id: number;
  readonly door: Door;
  readonly moduleKey: string;
  readonly functionKey: string;
  /** As the manifest names it: `index.name`. */
  readonly handler: string;
  /** By the host's clock, milliseconds since the epoch. */
  readonly started: number;
  /** Real milliseconds, also on a virtual clock. */
  readonly durationMs: number;
  /** Milliseconds by the host's clock: with a latency model, the same on every machine. */
  readonly clockMs: number;
  readonly jiraCalls: number;
  /** Points of Jira's hourly quota. */
  readonly points: number;
  /** Units of 10 KB, as the platform counts. */
  readonly kvsReads: number;
  readonly kvsWrites: number;
  /** Events pushed. */
  readonly queuePushes: number;
  /** Growth of the process's heap while it ran, in MB: an upper bound when several ran at once. */
  readonly heapGrowthMb: number;
  readonly outcome: Outcome;
  /** Why it failed. */
  readonly error: string | null;
}

export interface InvocationTotals {
  readonly invocations: number;
  readonly failed: number;
  readonly timedOut: number;
  readonly retriesAsked: number;
  readonly jiraCalls: number;
  readonly points: number;
  readonly kvsReads: number;
  readonly kvsWrites: number;
  readonly queuePushes: number;
  readonly durationMs: number;
  readonly clockMs: number;
  /** Real milliseconds spent inside the stand-in (Jira, storage, queues) on behalf of the app. */
  readonly standInMs: number;
  readonly peakHeapGrowthMb: number;
}

export interface InvocationLog {
  /** The last records, oldest first. */
  recent(): readonly InvocationRecord[];
  totals(): InvocationTotals;
  totalsByFunction(): Readonly<Record<string, InvocationTotals>>;
  /** Calls `listener` with each record as it ends. Returns what stops it. */
  subscribe(listener: (record: InvocationRecord) => void): () => void;
}

export interface WritableInvocationLog extends InvocationLog {
  nextId(): number;
  append(record: InvocationRecord, standInMs: number): void;
}

const NOTHING: InvocationTotals = {
  invocations: 0,
  failed: 0,
  timedOut: 0,
  retriesAsked: 0,
  jiraCalls: 0,
  points: 0,
  kvsReads: 0,
  kvsWrites: 0,
  queuePushes: 0,
  durationMs: 0,
  clockMs: 0,
  standInMs: 0,
  peakHeapGrowthMb: 0,
};

const added = (
  totals: InvocationTotals,
  record: InvocationRecord,
  standInMs: number,
): InvocationTotals => ({
  invocations: totals.invocations + 1,
  failed: totals.failed + (record.outcome === 'failed' ? 1 : 0),
  timedOut: totals.timedOut + (record.outcome === 'timed out' ? 1 : 0),
  retriesAsked: totals.retriesAsked + (record.outcome === 'retry asked' ? 1 : 0),
  jiraCalls: totals.jiraCalls + record.jiraCalls,
  points: totals.points + record.points,
  kvsReads: totals.kvsReads + record.kvsReads,
  kvsWrites: totals.kvsWrites + record.kvsWrites,
  queuePushes: totals.queuePushes + record.queuePushes,
  durationMs: totals.durationMs + record.durationMs,
  clockMs: totals.clockMs + record.clockMs,
  standInMs: totals.standInMs + standInMs,
  peakHeapGrowthMb: Math.max(totals.peakHeapGrowthMb, record.heapGrowthMb),
});

/** Keeps the last `size` records and running totals of all. */
export function invocationLog(size = 2_000): WritableInvocationLog {
  const ring: InvocationRecord[] = [];
  const listeners = new Set<(record: InvocationRecord) => void>();
  const byFunction = new Map<string, InvocationTotals>();
  let all = NOTHING;
  let ids = 0;
  let next = 0;
  return {
    nextId: () => (ids += 1),
    append(record, standInMs) {
      ring[next] = record;
      next = (next + 1) % size;
      all = added(all, record, standInMs);
      byFunction.set(
        record.functionKey,
        added(byFunction.get(record.functionKey) ?? NOTHING, record, standInMs),
      );
      for (const listener of listeners) listener(record);
    },
    recent: () => [...ring.slice(next), ...ring.slice(0, next)],
    totals: () => all,
    totalsByFunction: () => Object.fromEntries(byFunction),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
