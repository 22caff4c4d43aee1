import { kvs } from '@forge/kvs';
import { withoutPeople } from '../core/terms/account-id';
import { Unavailable } from '../usecases/ports/failures';
import { guarded } from './guarded';
import { isForGood, notKept, type RefusedRecord } from './not-kept';
import { ownMember } from '../core/terms/own-member';

/** What each entity holds, in words. */
const HOLDS: Readonly<Record<string, string>> = {
  ledger: 'the scores',
  mark: 'what is to be scored again',
  decision: 'the decision log',
  customer: 'customers',
  attached: 'what people and tools said about issues',
  evidence: 'evidence',
  postmortem: 'post-mortems',
  removal: 'what is to be removed',
  update: 'who wrote to customers',
};
const wordsFor = (entityName: string): string => ownMember(HOLDS, entityName) ?? entityName;

/** https://developer.atlassian.com/platform/forge/storage-reference/batch-operations/ */
const BATCH_LIMIT = 25;

/** Reads any number of keys of one entity; keys that do not exist are left out. */
export function readBatch<T>(
  entityName: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  return readAll(
    `reading ${wordsFor(entityName)}`,
    keys.map((key) => ({ key, entityName })),
  );
}

/** Likewise of plain keys; `doing` says in words what for. */
export function readPlain<T>(
  doing: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  return readAll(
    doing,
    keys.map((key) => ({ key })),
  );
}

async function readAll<T>(
  doing: string,
  all: readonly { readonly key: string; readonly entityName?: string }[],
): Promise<ReadonlyMap<string, T>> {
  const values = new Map<string, T>();
  for (const part of parts(all)) {
    const { successfulKeys, failedKeys } = await guarded(doing, () => kvs.batchGet<T>(part));
    for (const { key, value } of successfulKeys) values.set(key, value);
    // Not knowing is not the same as nothing being there.
    const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed) throw failureOf(doing, failed);
  }
  return values;
}

export async function writeBatch<T>(
  entityName: string,
  items: readonly { readonly key: string; readonly value: T }[],
): Promise<void> {
  for (const part of parts(items)) {
    const { failedKeys } = await guarded(`writing ${wordsFor(entityName)}`, () =>
      kvs.batchSet(part.map((item) => ({ ...item, entityName }))),
    );
    if (failedKeys[0]) throw failureOf(`writing ${wordsFor(entityName)}`, failedKeys[0]);
  }
}

export async function removeBatch(entityName: string, keys: readonly string[]): Promise<void> {
  for (const part of parts(keys)) {
    const { failedKeys } = await guarded(`removing from ${wordsFor(entityName)}`, () =>
      kvs.batchDelete(part.map((key) => ({ key, entityName }))),
    );
    const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed) throw failureOf(`removing from ${wordsFor(entityName)}`, failed);
  }
}

function failureOf(
  doing: string,
  { key, error }: { readonly key: string; readonly error: RefusedRecord },
): Error {
  const message = withoutPeople(error.message);
  const about = `${doing} (${withoutPeople(key)})`;
  return isForGood(error)
    ? notKept(about, { ...error, message })
    : new Unavailable(`Storage failed while ${about}: ${message}`);
}

function parts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH_LIMIT) }, (_, n) =>
    all.slice(n * BATCH_LIMIT, (n + 1) * BATCH_LIMIT),
  );
}
