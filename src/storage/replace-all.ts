import { Filter, FilterConditions, kvs, type SetOptions } from '@forge/kvs';
import { NotKept } from '../usecases/ports/failures';
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

interface Slot {
  readonly entityName: string;
  /** In words, for whoever reads that it was refused. */
  readonly what: string;
  readonly options?: SetOptions;
}

/** What came of writing some of them. */
interface Written {
  /** Keys of those that somebody else wrote meanwhile. */
  readonly overtaken: readonly string[];
  /** Of those that storage does not take. */
  readonly notKept: readonly NotKept[];
}

/**
 * Writes what nobody else wrote meanwhile, 25 at a time; returns the keys of the rest.
 * @throws NotKept for one that storage does not take, when all others are written
 */
export async function replaceAll<T extends Revised>(
  slot: Slot,
  all: readonly Replacement<T>[],
  learnt: Learnt,
): Promise<readonly string[]> {
  const written: Written[] = [];
  for (let start = 0; start < all.length; start += TRANSACTION_LIMIT) {
    const part = all.slice(start, start + TRANSACTION_LIMIT);
    if (learnt.createsAlone) written.push(await createEach(slot, part.filter(isNew)));
    const together = learnt.createsAlone ? part.filter((one) => !isNew(one)) : part;
    written.push(...(await replaceTogether(slot, together, learnt)));
  }
  const [notKept] = written.flatMap((one) => one.notKept);
  if (notKept !== undefined) throw notKept;
  return written.flatMap(({ overtaken }) => overtaken);
}

const isNew = ({ revision }: Revised): boolean => revision === 0;

async function replaceTogether<T extends Revised>(
  slot: Slot,
  part: readonly Replacement<T>[],
  learnt: Learnt,
): Promise<readonly Written[]> {
  const { entityName, what, options = {} } = slot;
  const made: Written[] = [];
  const together = await writeTogether<Replacement<T>>(part, {
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
    async otherwise(some) {
      if (!some.some(isNew)) return null;
      made.push(await createEach(slot, some.filter(isNew)));
      learnt.createsAlone = true;
      return some.filter((one) => !isNew(one));
    },
  });
  const overtaken = together.overtaken.map(({ key }) => key);
  return [...made, { overtaken, notKept: together.notKept }];
}

/** So many at once: storage takes 1,000 requests a second, and a request takes some 20 ms. */
const AT_ONCE = 10;

/** Each in a request of its own. */
async function createEach<T>(
  { entityName, what, options = {} }: Slot,
  all: readonly Replacement<T>[],
): Promise<Written> {
  const overtaken: string[] = [];
  const notKept: NotKept[] = [];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const ends = await Promise.allSettled(
      all.slice(start, start + AT_ONCE).map(async (one) => {
        if (!(await create(doing(what, [one]), entityName, one, options))) overtaken.push(one.key);
      }),
    );
    for (const end of ends) {
      if (end.status === 'fulfilled') continue;
      if (!(end.reason instanceof NotKept)) throw end.reason;
      notKept.push(end.reason);
    }
  }
  return { overtaken, notKept };
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
