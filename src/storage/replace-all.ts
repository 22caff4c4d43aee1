import { Filter, FilterConditions, ForgeKvsAPIError, kvs, type SetOptions } from '@forge/kvs';
import { guarded } from './guarded';

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
  try {
    await guarded(`writing ${part.length} records of ${entityName}`, async () => {
      let transaction = kvs.transact();
      for (const { key, value, revision } of part)
        transaction = transaction.set(
          key,
          value,
          { entityName, conditions: unchanged(revision) },
          options,
        );
      await transaction.execute();
    });
    return [];
  } catch (failure) {
    // Which status a condition that does not hold gets is not documented: halving down to one finds out.
    if (!(failure instanceof ForgeKvsAPIError) || failure.responseDetails.status >= 500)
      throw failure;
    if (part.length === 1) {
      if (failure.responseDetails.status === 400) throw failure;
      return part.map(({ key }) => key);
    }
    const half = Math.ceil(part.length / 2);
    return [
      ...(await replaceTogether(entityName, part.slice(0, half), options)),
      ...(await replaceTogether(entityName, part.slice(half), options)),
    ];
  }
}

function unchanged(revision: number) {
  return new Filter<Revised>().and(
    'revision',
    revision === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(revision),
  );
}
