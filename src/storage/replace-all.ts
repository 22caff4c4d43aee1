import { Filter, FilterConditions, kvs, type SetOptions } from '@forge/kvs';
import { halveOnFailure } from '../core/attempts/halve-on-failure';
import { guarded, isRefused } from './guarded';

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

/** Writes what nobody else wrote meanwhile, 25 at a time; returns the keys of the rest. */
export async function replaceAll<T extends Revised>(
  entityName: string,
  all: readonly Replacement<T>[],
  options: SetOptions = {},
): Promise<readonly string[]> {
  const overtaken: string[] = [];
  for (let start = 0; start < all.length; start += TRANSACTION_LIMIT) {
    overtaken.push(
      ...(await replaceTogether(entityName, all.slice(start, start + TRANSACTION_LIMIT), options)),
    );
  }
  return overtaken;
}

/** A transaction that fails does not say whose condition did not hold: halves are tried until only those are left. */
async function replaceTogether<T extends Revised>(
  entityName: string,
  part: readonly Replacement<T>[],
  options: SetOptions,
): Promise<readonly string[]> {
  const overtaken = await halveOnFailure<Replacement<T>, readonly string[]>(part, {
    work: async (some) => {
      await guarded(`writing ${some.length} records of ${entityName}`, async () => {
        let transaction = kvs.transact();
        for (const { key, value, revision } of some)
          transaction = transaction.set(
            key,
            value,
            { entityName, conditions: unchanged(revision) },
            options,
          );
        await transaction.execute();
      });
      return [];
    },
    mayHalve: isRefused,
    alone: ({ key }, failure) => {
      if (isRefused(failure) && failure.responseDetails.status === 400) throw failure;
      return [key];
    },
  });
  return overtaken.flat();
}

function unchanged(revision: number) {
  return new Filter<Revised>().and(
    'revision',
    revision === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(revision),
  );
}
