import { Filter, FilterConditions, kvs, type SetOptions } from '@forge/kvs';
import { readBatch } from './batches';
import { create } from './create';
import { writeTogether } from './write-together';

/** https://developer.atlassian.com/platform/forge/storage-reference/transactions/ */
const TRANSACTION_LIMIT = 25;

/** A value to stand at `key` in place of the one with this revision; 0: of none. */
export interface Replacement<T> {
  readonly key: string;
  readonly value: T;
  readonly revision: number;
}

interface Revised {
  readonly revision: number;
}

/** What this invocation has learnt of the site's storage. */
export interface Learnt {
  /** Here no condition on an absent key holds: first records are made one by one. */
  createsAlone: boolean;
}

interface Place {
  readonly entityName: string;
  /** In words, for whoever reads that it was refused. */
  readonly what: string;
  readonly options?: SetOptions;
}

/** Writes what nobody else wrote meanwhile, 25 at a time; returns the keys of the rest. */
export async function replaceAll<T extends Revised>(
  place: Place,
  all: readonly Replacement<T>[],
  learnt: Learnt,
): Promise<readonly string[]> {
  const overtaken: string[] = [];
  for (let start = 0; start < all.length; start += TRANSACTION_LIMIT) {
    const part = all.slice(start, start + TRANSACTION_LIMIT);
    if (!learnt.createsAlone) {
      overtaken.push(...(await replaceTogether(place, part, learnt)));
      continue;
    }
    overtaken.push(...(await createEach(place, part.filter(isNew))));
    const others = part.filter((one) => !isNew(one));
    overtaken.push(...(await replaceTogether(place, others, learnt)));
  }
  return overtaken;
}

const isNew = ({ revision }: Revised): boolean => revision === 0;

async function replaceTogether<T extends Revised>(
  place: Place,
  part: readonly Replacement<T>[],
  learnt: Learnt,
): Promise<readonly string[]> {
  const { entityName, what, options = {} } = place;
  const late: string[] = [];
  const overtaken = await writeTogether<Replacement<T>>(part, {
    doing: (some) => doing(what, some),
    async write(some) {
      let transaction = kvs.transact();
      for (const { key, value, revision } of some)
        transaction = transaction.set(
          key,
          value,
          { entityName, conditions: unchanged(revision) },
          options,
        );
      await transaction.execute();
    },
    async holding(some) {
      const standing = await readBatch<Revised>(
        entityName,
        some.map(({ key }) => key),
      );
      return some.filter(({ key, revision }) => (standing.get(key)?.revision ?? 0) === revision);
    },
    otherwise(some) {
      if (!some.some(isNew)) return null;
      learnt.createsAlone = true;
      return createEach(place, some.filter(isNew)).then((known) => {
        late.push(...known);
        return some.filter((one) => !isNew(one));
      });
    },
  });
  return [...late, ...overtaken.map(({ key }) => key)];
}

/** Each in a request of its own, all at once; returns the keys of those that somebody else has made meanwhile. */
async function createEach<T>(
  { entityName, what, options = {} }: Place,
  all: readonly Replacement<T>[],
): Promise<readonly string[]> {
  const made = await Promise.allSettled(
    all.map((one) => create(doing(what, [one]), entityName, one, options)),
  );
  const failed = made.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return all.flatMap(({ key }, n) => {
    const one = made[n];
    return one?.status === 'fulfilled' && one.value ? [] : [key];
  });
}

function doing(what: string, some: readonly { readonly key: string }[]): string {
  const [first] = some;
  return some.length === 1 && first !== undefined
    ? `writing ${what} of issue ${first.key}`
    : `writing ${what} of ${some.length} issues`;
}

function unchanged(revision: number) {
  return new Filter<Revised>().and(
    'revision',
    revision === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(revision),
  );
}
