import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readingsByName, type StorageReadings } from '../../dev/forge/kvs/readings';
import type { ForgeHost } from '../../dev/forge/host';
import { tinyHost } from '../dev/forge/tiny-host';

const { app } = parse(readFileSync(join(__dirname, '..', '..', 'manifest.yml'), 'utf8')) as {
  app: { storage: { entities: object[] } };
};

/** Every reading of the storage by its name, for `describe.each`. */
export const READINGS: [name: string, readings: StorageReadings][] = Object.entries(readingsByName);

/** Longer than the slowest reading's queries lag. */
export const queriesCaughtUp = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 2_000));

/** One site's storage with the app's own entities, as one reading has it: invocations come one after the other. */
export interface Storage {
  /** Runs in an invocation of its own and gives what it came to. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** The same, killed before or after its nth call of the storage; true when it came that far. */
  killedAt(n: number, end: 'before' | 'after', work: () => Promise<unknown>): Promise<boolean>;
  readonly host: ForgeHost;
}

export function storageOf(readings: Partial<StorageReadings>): Storage {
  let work: () => Promise<unknown> = () => Promise.resolve();
  let result: unknown;
  const { host } = tinyHost(
    {
      entities: app.storage.entities,
      timeouts: { run: 900 },
      app: {
        run: async () => {
          result = await work();
        },
      },
      modules: { scheduledTrigger: [{ key: 'run', function: 'run', interval: 'day' }] },
    },
    { storage: readings, limits: { kvsReadUnitsPerMinute: 1e6, kvsWriteUnitsPerMinute: 1e6 } },
  );
  return {
    host,
    async run<T>(next: () => Promise<T>) {
      work = next;
      await host.runSchedule('run');
      return result as T;
    },
    async killedAt(n, end, next) {
      work = next;
      let calls = 0;
      host.interrupt(() => {
        calls += 1;
        return calls === n ? end : null;
      });
      const done = await host.runSchedule('run').then(
        () => true,
        () => false,
      );
      host.interrupt(null);
      if (!done && calls < n) throw new Error('failed by itself before it was killed');
      return !done;
    },
  };
}
