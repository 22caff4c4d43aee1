import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { overtaken, retryWhenOvertaken } from '../core/attempts/retry-when-overtaken';
import { Unavailable } from '../usecases/ports/failures';
import { create } from './create';
import { guarded, refusalTo } from './guarded';
import { replaceIfUnchanged } from './replace-if-unchanged';
import { SETTINGS_ENTITY } from './settings-records';

export const CUSTOMER_ENTITY = 'customer';

export interface CustomerRecord {
  readonly name: string;
  /** `-` without one; earlier versions left it empty. */
  readonly segment: string;
  /** Below zero without one. */
  readonly weight: number;
  readonly revenue: number;
}

export interface KeyedRecord {
  readonly key: string;
  readonly value: CustomerRecord;
}

/** Counts the changes of the whole table: customers have no revision, and a new name is guarded by none that stands already. */
interface TableRecord {
  readonly revision: number;
  readonly shelf: string;
  readonly name: string;
  readonly body: string;
}

const KEY = 'guard:customers';
const PLACE = { entityName: SETTINGS_ENTITY, key: KEY, what: 'the table of customers' };
const TRIES = 6;
const recordAt = (revision: number): TableRecord => ({
  revision,
  shelf: 'none',
  name: 'customers',
  body: '{}',
});

/** How often the table was changed; 0 while nobody counted. */
export async function tableRevision(): Promise<number> {
  const standing = await guarded('reading the table of customers', () =>
    kvs.entity<TableRecord>(SETTINGS_ENTITY).get(KEY),
  );
  return standing?.revision ?? 0;
}

/** For a change that asks nothing of the table: whoever has read it before is overtaken. */
export async function countChange(): Promise<void> {
  await retryWhenOvertaken<null>(
    TRIES,
    async () => {
      const seen = await tableRevision();
      const next = recordAt(seen + 1);
      return (await replaceIfUnchanged(PLACE, next, seen === 0 ? null : seen)) ? null : overtaken;
    },
    () => {
      throw new Unavailable('Others are changing the customers right now');
    },
  );
}

/** Writes one record and takes another away, or nothing: false when the table is no longer as it was at `seen`. */
export async function writeUnderRevision(
  { key, value }: KeyedRecord,
  removed: string | null,
  seen: number,
): Promise<boolean> {
  const doing = 'keeping a customer';
  // Whether a condition holds on a record that is not there is not known of every site: it is made first.
  if (seen === 0 && !(await create(doing, SETTINGS_ENTITY, { key: KEY, value: recordAt(1) })))
    return false;
  const revision = Math.max(1, seen);
  const conditions = new Filter<TableRecord>().and('revision', FilterConditions.equalTo(revision));
  const refused = await refusalTo(doing, () => {
    const writing = kvs
      .transact()
      .set(KEY, recordAt(revision + 1), { entityName: SETTINGS_ENTITY, conditions })
      .set(key, value, { entityName: CUSTOMER_ENTITY });
    return (
      removed === null ? writing : writing.delete(removed, { entityName: CUSTOMER_ENTITY })
    ).execute();
  });
  if (refused === null) return true;
  if (refused.conflict || (await tableRevision()) !== revision) return false;
  throw refused.failure;
}
