import type { DevSite } from '../../dev-site';

/** What somebody waits for, and what it takes meanwhile. */
export interface Wait {
  /** By the stated latency and the waits for limits, plus what this machine computes: as if nothing ran at the same time. */
  readonly seconds: number;
  /** Of these, computing alone. */
  readonly computing: number;
  readonly jiraCalls: number;
  readonly points: number;
  /** Units of 10 KB that storage counts. */
  readonly storageUnits: number;
  readonly invocations: number;
  /** Of the invocation that grew most. */
  readonly memoryMb: number;
}

/** Runs it and everything that it sets off. */
export async function measuredWait<T>(
  dev: DevSite,
  work: () => Promise<T>,
): Promise<{ readonly wait: Wait; readonly value: T }> {
  const before = dev.host.invocations.totals();
  const [clock, real] = [dev.clock.now(), performance.now()];
  let [memoryMb, ended] = [0, clock];
  const stop = dev.host.invocations.subscribe((record) => {
    memoryMb = Math.max(memoryMb, record.heapGrowthMb);
    // What is put on the queue for later, such as looking once more for marks, is nothing that anybody waits for.
    if (record.jiraCalls > 0 || record.kvsReads > 50) ended = dev.clock.now();
  });
  const value = await work();
  await dev.host.settle();
  stop();
  const after = dev.host.invocations.totals();
  const computing =
    Math.max(0, performance.now() - real - (after.standInMs - before.standInMs)) / 1000;
  const wait = {
    seconds: (ended - clock) / 1000 + computing,
    computing,
    jiraCalls: after.jiraCalls - before.jiraCalls,
    points: after.points - before.points,
    storageUnits: after.kvsReads + after.kvsWrites - before.kvsReads - before.kvsWrites,
    invocations: after.invocations - before.invocations,
    memoryMb,
  };
  return { wait, value };
}
