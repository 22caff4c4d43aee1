import type { DevSite } from '../../dev-site';

/** What a piece of work took, by the platform's and Jira's own counting. */
export interface Work {
  readonly jiraCalls: number;
  readonly points: number;
  /** Units of 10 KB that storage counts. */
  readonly storageUnits: number;
  readonly invocations: number;
  /** Memory of the function times the seconds that it ran. */
  readonly gbSeconds: number;
  /** From the first call to the last of Jira, waits for the hourly quota included. */
  readonly seconds: number;
  /** Issues for which a Jira field was written. */
  readonly written: number;
}

const MEMORY_GB = 0.5;

export async function measured(dev: DevSite, work: () => unknown): Promise<Work> {
  const before = dev.host.invocations.totals();
  const started = dev.clock.now();
  let written = 0;
  let last = started;
  const stop = dev.site.onEvent(({ selfGenerated }) => {
    written += selfGenerated ? 1 : 0;
  });
  const unsubscribe = dev.host.invocations.subscribe(({ jiraCalls }) => {
    if (jiraCalls > 0) last = dev.clock.now();
  });
  await work();
  await dev.host.settle();
  stop();
  unsubscribe();
  const after = dev.host.invocations.totals();
  return {
    jiraCalls: after.jiraCalls - before.jiraCalls,
    points: after.points - before.points,
    storageUnits: after.kvsReads + after.kvsWrites - before.kvsReads - before.kvsWrites,
    invocations: after.invocations - before.invocations,
    gbSeconds: ((after.clockMs - before.clockMs) / 1000) * MEMORY_GB,
    seconds: (last - started) / 1000,
    written,
  };
}
