import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { guarded } from './guarded';

export const SETTINGS_ENTITY = 'settings';

/** https://developer.atlassian.com/platform/forge/storage-reference/entities-query/ */
const PAGE_LIMIT = 100;

/** Guards a document under the same key, and lists it without reading it (manifest: storage.entities). */
interface SettingsRecord {
  readonly revision: number;
  readonly shelf: string;
  readonly name: string;
  /** What a list tells, as JSON. */
  readonly body: string;
}

export interface Guard {
  readonly key: string;
  /** Lists it with others; null takes it off every list. */
  readonly shelf: string | null;
  readonly name: string;
  readonly about: unknown;
}

const OFF = 'none';

/** How often it was written, 0 for never; `listed`: something stands there. */
export async function revisionOf(
  key: string,
): Promise<{ readonly revision: number; readonly listed: boolean }> {
  const record = await guarded('reading the settings', () =>
    kvs.entity<SettingsRecord>(SETTINGS_ENTITY).get(key),
  );
  return { revision: record?.revision ?? 0, listed: record !== undefined && record.shelf !== OFF };
}

/**
 * Writes documents and their guard in one transaction, so that nothing is ever cut off in between; false, and nothing written,
 * when the guard is no longer at `seen`.
 */
export async function writeGuarded(
  guard: Guard,
  seen: number,
  documents: Readonly<Record<string, unknown>>,
  removed: readonly string[] = [],
): Promise<boolean> {
  const value: SettingsRecord = {
    revision: seen + 1,
    shelf: guard.shelf ?? OFF,
    name: guard.name,
    body: JSON.stringify(guard.about),
  };
  const conditions = new Filter<SettingsRecord>().and(
    'revision',
    seen === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(seen),
  );
  try {
    await guarded('writing the settings', async () => {
      let transaction = kvs
        .transact()
        .set(guard.key, value, { entityName: SETTINGS_ENTITY, conditions });
      for (const [key, document] of Object.entries(documents))
        transaction = transaction.set(key, document);
      for (const key of removed) transaction = transaction.delete(key);
      await transaction.execute();
    });
    return true;
  } catch (failure) {
    // Which status a condition that does not hold gets is not documented: the guard itself tells whether that was it.
    if (!(failure instanceof ForgeKvsAPIError) || (await revisionOf(guard.key)).revision === seen)
      throw failure;
    return false;
  }
}

/** What the guards of a shelf tell. One written a moment ago may be missing. */
export async function shelfOf<T>(shelf: string): Promise<readonly T[]> {
  const query = kvs
    .entity<SettingsRecord>(SETTINGS_ENTITY)
    .query()
    .index('by-shelf', { partition: [shelf] })
    .limit(PAGE_LIMIT);
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const from = cursor;
    const { results, nextCursor } = await guarded('listing the settings', () =>
      (from === undefined ? query : query.cursor(from)).getMany(),
    );
    found.push(...results.map(({ value }) => JSON.parse(value.body) as T));
    cursor = nextCursor;
  } while (cursor !== undefined);
  return found;
}
