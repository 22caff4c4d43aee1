import { kvs } from '@forge/kvs';
import { Unavailable } from '../usecases/ports/failures';
import { guarded } from './guarded';

/** https://developer.atlassian.com/platform/forge/storage-reference/batch-operations/ */
const BATCH_LIMIT = 25;

/** Reads any number of keys of one entity; keys that do not exist are left out. */
export async function readBatch<T>(
  entityName: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const values = new Map<string, T>();
  for (const part of parts(keys)) {
    const { successfulKeys, failedKeys } = await guarded('reading the ledger', () =>
      kvs.batchGet<T>(part.map((key) => ({ key, entityName }))),
    );
    for (const { key, value } of successfulKeys) values.set(key, value);
    const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed)
      throw new Unavailable(`Storage could not read ${failed.key}: ${failed.error.message}`);
  }
  return values;
}

export async function writeBatch<T>(
  entityName: string,
  items: readonly { readonly key: string; readonly value: T }[],
): Promise<void> {
  for (const part of parts(items)) {
    const { failedKeys } = await guarded('writing the ledger', () =>
      kvs.batchSet(part.map((item) => ({ ...item, entityName }))),
    );
    if (failedKeys[0])
      throw new Unavailable(
        `Storage could not write ${failedKeys[0].key}: ${failedKeys[0].error.message}`,
      );
  }
}

export async function removeBatch(entityName: string, keys: readonly string[]): Promise<void> {
  for (const part of parts(keys)) {
    const { failedKeys } = await guarded('removing from the ledger', () =>
      kvs.batchDelete(part.map((key) => ({ key, entityName }))),
    );
    const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed)
      throw new Unavailable(`Storage could not remove ${failed.key}: ${failed.error.message}`);
  }
}

function parts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH_LIMIT) }, (_, n) =>
    all.slice(n * BATCH_LIMIT, (n + 1) * BATCH_LIMIT),
  );
}
