import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { readBatch } from './batches';
import { create } from './create';
import { guarded, refusalTo, type WriteRefused } from './guarded';

export const SETTINGS_ENTITY = 'settings';

/** https://developer.atlassian.com/platform/forge/storage-reference/entities-query/ */
const PAGE_LIMIT = 100;

/** Guards documents among the plain keys, and lists them without reading it (manifest: storage.entities). */
interface SettingsRecord {
  readonly revision: number;
  readonly shelf: string;
  readonly name: string;
  /** What a list tells, as JSON. */
  readonly body: string;
}

export interface Guard extends GuardPlace {
  /** Lists it with others; null takes it off every list. */
  readonly shelf: string | null;
  readonly name: string;
  readonly about: unknown;
  /** The documents in words, for whoever reads that they were refused. */
  readonly what: string;
}

/** Where a guard stands. */
export interface GuardPlace {
  readonly key: string;
  /** Where earlier versions kept it: under the key of its document, which one transaction may not name twice. */
  readonly earlierKey?: string;
}

const OFF = 'none';

/** How often it was written, 0 for never; `listed`: something stands there. */
export async function revisionOf(
  guard: GuardPlace,
): Promise<{ readonly revision: number; readonly listed: boolean }> {
  const { record } = await standing(guard);
  return { revision: record?.revision ?? 0, listed: record !== undefined && record.shelf !== OFF };
}

/**
 * Writes documents and their guard in one transaction, so that nothing is ever cut off in between; false, and nothing written,
 * when the guard is no longer at `seen`.
 * @throws NotKept when storage does not take one of the documents
 */
export async function writeGuarded(
  guard: Guard,
  seen: number,
  documents: Readonly<Record<string, unknown>>,
  removed: readonly string[] = [],
): Promise<boolean> {
  const before = await standing(guard);
  if ((before.record?.revision ?? 0) !== seen) return false;
  if (before.earlier && before.record !== undefined)
    if (!(await moved(guard, before.record))) return false;
  const write = (conditions: Condition) =>
    refusalTo(`writing ${guard.what}`, async () => {
      let transaction = kvs
        .transact()
        .set(guard.key, recordOf(guard, seen + 1), { entityName: SETTINGS_ENTITY, conditions });
      for (const [key, document] of Object.entries(documents))
        transaction = transaction.set(key, document);
      for (const key of removed) transaction = transaction.delete(key);
      await transaction.execute();
    });
  const first = await write(before.record === undefined ? absent() : at(seen));
  if (first === null) return true;
  if (before.record !== undefined) return overtakenOr(first, guard, seen);
  // On some sites no condition holds on an absent key: an empty guard is made first, which says that nothing was written yet.
  await create(`writing ${guard.what}`, SETTINGS_ENTITY, {
    key: guard.key,
    value: recordOf({ ...guard, shelf: null, about: null }, 0),
  });
  const second = await write(at(0));
  return second === null || overtakenOr(second, guard, seen);
}

type Condition = ReturnType<typeof at>;

function absent() {
  return new Filter<SettingsRecord>().and('revision', FilterConditions.notExists());
}

function at(revision: number) {
  return new Filter<SettingsRecord>().and('revision', FilterConditions.equalTo(revision));
}

function recordOf({ shelf, name, about }: Guard, revision: number): SettingsRecord {
  return { revision, shelf: shelf ?? OFF, name, body: JSON.stringify(about) };
}

/** False when the guard itself says that somebody else wrote; throws any other reason. */
async function overtakenOr(
  { failure }: WriteRefused,
  guard: GuardPlace,
  seen: number,
): Promise<false> {
  if ((await revisionOf(guard)).revision === seen) throw failure;
  return false;
}

/** What stands for a guard, perhaps still where an earlier version kept it. */
async function standing({ key, earlierKey }: GuardPlace): Promise<{
  readonly record: SettingsRecord | undefined;
  readonly earlier: boolean;
}> {
  const found = await readBatch<SettingsRecord>(
    SETTINGS_ENTITY,
    earlierKey === undefined ? [key] : [key, earlierKey],
  );
  const record = found.get(key);
  if (record !== undefined || earlierKey === undefined) return { record, earlier: false };
  return { record: found.get(earlierKey), earlier: true };
}

/** Takes a guard from its earlier key to its own, as it is; false when somebody else has done so or written meanwhile. */
async function moved({ key, earlierKey, what }: Guard, record: SettingsRecord): Promise<boolean> {
  if (earlierKey === undefined) return true;
  const entityName = SETTINGS_ENTITY;
  const refused = await refusalTo(`writing ${what}`, () =>
    kvs
      .transact()
      .set(key, record, { entityName })
      .delete(earlierKey, { entityName, conditions: at(record.revision) })
      .execute(),
  );
  if (refused === null) return true;
  const { earlier, record: now } = await standing({ key, earlierKey });
  if (earlier && now?.revision === record.revision) throw refused.failure;
  return !earlier && now?.revision === record.revision;
}

/** Keys of the guards that begin so, of those that are on a shelf (null: on none). */
export async function guardsNamed(
  beginning: string,
  shelf: string | null,
): Promise<readonly string[]> {
  return (await onShelf(shelf ?? OFF)).flatMap(({ key }) =>
    key.startsWith(beginning) ? [key] : [],
  );
}

/** What the guards of a shelf tell. One written a moment ago may be missing. */
export async function shelfOf<T>(shelf: string): Promise<readonly T[]> {
  return (await onShelf(shelf)).map(({ value }) => JSON.parse(value.body) as T);
}

async function onShelf(
  shelf: string,
): Promise<readonly { readonly key: string; readonly value: SettingsRecord }[]> {
  const query = kvs
    .entity<SettingsRecord>(SETTINGS_ENTITY)
    .query()
    .index('by-shelf', { partition: [shelf] })
    .limit(PAGE_LIMIT);
  const found: { readonly key: string; readonly value: SettingsRecord }[] = [];
  let cursor: string | undefined;
  do {
    const from = cursor;
    const { results, nextCursor } = await guarded('listing the settings', () =>
      (from === undefined ? query : query.cursor(from)).getMany(),
    );
    found.push(...results);
    cursor = nextCursor;
  } while (cursor !== undefined);
  return found;
}
