import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { Departed } from '../core/retention/deleted';
import type { Removal, Removals } from '../usecases/ports/upkeep';
import { readBatch, removeBatch, writeBatch } from './batches';
import { guarded } from './guarded';

export const REMOVAL_ENTITY = 'removal';

const PAGE = 100;

/**
 * A record of its own rather than a time to live of what is to be removed: whoever writes there meanwhile would take that away, and the
 * platform drops what is over only within days.
 */
interface RemovalRecord {
  /** Days since 1970. */
  readonly day: number;
  readonly body: string;
}

const body = z.object({ v: z.literal(1), departed: z.custom<Departed>(), deletedAt: z.string() });

export function kvsRemovals(): Removals {
  return {
    schedule: (removals) =>
      writeBatch(
        REMOVAL_ENTITY,
        removals.map((one) => ({
          key: keyOf(one.departed.kind, one.departed.id),
          value: recordOf(one),
        })),
      ),
    any: async () => (await page(1)).length > 0,
    async among(kind, ids) {
      const records = await readBatch<RemovalRecord>(
        REMOVAL_ENTITY,
        [...new Set(ids)].map((id) => keyOf(kind, id)),
      );
      const removals = [...records.values()].map(removalOf);
      return new Map(removals.map((one) => [one.departed.id, one]));
    },
    due: async (untilDay) => (await page(PAGE, untilDay)).map(removalOf),
    clear: (kind, ids) =>
      removeBatch(
        REMOVAL_ENTITY,
        ids.map((id) => keyOf(kind, id)),
      ),
  };
}

async function page(limit: number, untilDay?: number): Promise<readonly RemovalRecord[]> {
  const all = kvs.entity<RemovalRecord>(REMOVAL_ENTITY).query().index('by-day');
  const wanted =
    untilDay === undefined ? all : all.where(WhereConditions.lessThanEqualTo(untilDay));
  const { results } = await guarded('looking what is to be removed', () =>
    wanted.limit(limit).getMany(),
  );
  return results.map(({ value }) => value);
}

const keyOf = (kind: Departed['kind'], id: string): string => `${kind}:${id}`;

function recordOf({ day, departed, deletedAt }: Removal): RemovalRecord {
  return {
    day,
    body: JSON.stringify({ v: 1, departed, deletedAt } satisfies z.input<typeof body>),
  };
}

function removalOf(record: RemovalRecord): Removal {
  const { departed, deletedAt } = body.parse(JSON.parse(record.body));
  return { departed, deletedAt, day: record.day };
}
