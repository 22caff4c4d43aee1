import { kvs } from '@forge/kvs';
import type { Pool, Spending } from '../usecases/ports/world';
import { readPlain } from './batches';
import { guarded } from './guarded';

/** Invocations that end at the same moment rarely meet in one of so many counters; what is lost when they do, the reserve covers. */
const SHARDS = 8;

const poolKey = (hour: number): string => `pool:${hour}`;
const keyOf = (hour: number, shard: number): string => `spent:${hour}:${shard}`;

/** `random` (0 up to 1) chooses the counter. */
export function kvsSpending(random: () => number): Spending {
  return {
    async read(hour) {
      const keys = Array.from({ length: SHARDS }, (_, shard) => keyOf(hour, shard));
      const spent = await readPlain<number>('reading what was spent', keys);
      return [...spent.values()].reduce((sum, points) => sum + points, 0);
    },
    async add(hour, points) {
      const key = keyOf(hour, Math.floor(random() * SHARDS));
      const before = (await guarded('reading what was spent', () => kvs.get<number>(key))) ?? 0;
      await guarded('writing what was spent', () =>
        kvs.set(key, before + points, { ttl: { value: 3, unit: 'HOURS' } }),
      );
    },
    async pool(hour) {
      return (await guarded('reading what is left', () => kvs.get<Pool>(poolKey(hour)))) ?? null;
    },
    async keepPool(hour, pool) {
      await guarded('writing what is left', () =>
        kvs.set(poolKey(hour), pool, { ttl: { value: 3, unit: 'HOURS' } }),
      );
    },
  };
}
