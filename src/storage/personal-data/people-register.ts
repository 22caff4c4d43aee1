import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { PeopleRegister } from '../../usecases/ports/personal-data/stored-people';
import { readPlain } from '../batches';
import { digest } from '../digest';
import { guarded } from '../guarded';

/** Some 5,000 ids fit into one value. */
const PORTIONS = 64;
/** So many are worth a report of their own. */
const ENOUGH = 90;
/** Longer than a run takes, however often it has to wait. */
const KEPT = { ttl: { value: 14, unit: 'DAYS' } } as const;

const portion = z.object({
  ids: z.array(z.string()),
  closed: z.record(z.string(), z.string()).default({}),
});
type Portion = z.infer<typeof portion>;
const nobody: Portion = { ids: [], closed: {} };

const keyOf = (run: string, n: number): string => `people:${run}:${n}`;

/** Remembers for as long as the instance lives, one invocation, whom it has written down. */
export function kvsPeopleRegister(): PeopleRegister {
  const written = new Set<string>();
  return {
    async add(run, accountIds) {
      const fresh = accountIds.filter((id) => !written.has(`${run} ${id}`));
      const by = await portionsOf(fresh);
      const standing = await read(run, [...by.keys()]);
      for (const [n, ids] of by) {
        const before = standing.get(n) ?? nobody;
        const after = [...new Set([...before.ids, ...ids])];
        if (after.length > before.ids.length) await write(run, n, { ...before, ids: after });
      }
      for (const id of fresh) written.add(`${run} ${id}`);
    },

    async portion(run, from) {
      const accountIds: string[] = [];
      for (let n = from; n < PORTIONS; n += 25) {
        const some = await read(
          run,
          Array.from({ length: Math.min(25, PORTIONS - n) }, (_, m) => n + m),
        );
        for (let m = n; m < Math.min(n + 25, PORTIONS); m += 1) {
          accountIds.push(...(some.get(m)?.ids ?? []));
          if (accountIds.length >= ENOUGH)
            return { accountIds, next: m + 1 < PORTIONS ? m + 1 : null };
        }
      }
      return { accountIds, next: null };
    },

    async close(run, ids) {
      const by = await portionsOf([...ids.keys()]);
      const standing = await read(run, [...by.keys()]);
      for (const [n, some] of by) {
        const before = standing.get(n) ?? nobody;
        const closed = Object.fromEntries(some.map((id) => [id, ids.get(id) ?? id]));
        await write(run, n, { ...before, closed: { ...closed, ...before.closed } });
      }
    },

    async closed(run, accountIds) {
      const standing = await read(run, [...(await portionsOf(accountIds)).keys()]);
      const all = new Map([...standing.values()].flatMap(({ closed }) => Object.entries(closed)));
      return new Map(
        accountIds.flatMap((id): [string, string][] => {
          const word = all.get(id);
          return word === undefined ? [] : [[id, word]];
        }),
      );
    },

    async forget(run) {
      for (const n of (
        await read(
          run,
          Array.from({ length: PORTIONS }, (_, m) => m),
        )
      ).keys())
        await guarded('forgetting whom the report was about', () => kvs.delete(keyOf(run, n)));
    },
  };
}

async function portionsOf(
  accountIds: readonly string[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const by = new Map<number, string[]>();
  for (const id of new Set(accountIds)) {
    const n = parseInt((await digest(id)).slice(0, 4), 16) % PORTIONS;
    by.set(n, [...(by.get(n) ?? []), id]);
  }
  return by;
}

async function read(run: string, all: readonly number[]): Promise<ReadonlyMap<number, Portion>> {
  const found = await readPlain<unknown>(
    'reading whom the report is about',
    all.map((n) => keyOf(run, n)),
  );
  return new Map(
    all.flatMap((n): [number, Portion][] => {
      const kept = found.get(keyOf(run, n));
      return kept === undefined ? [] : [[n, portion.parse(kept)]];
    }),
  );
}

function write(run: string, n: number, kept: Portion): Promise<void> {
  return guarded('writing down whom the report is about', () => kvs.set(keyOf(run, n), kept, KEPT));
}
