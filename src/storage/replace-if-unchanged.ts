import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { create } from './create';
import { guarded, refusalTo } from './guarded';

/** A record that counts its own writes, so that of two writers who read the same one only the first gets through. */
export interface Revised {
  readonly revision: number;
}

interface Slot {
  readonly entityName: string;
  readonly key: string;
  /** In words, for whoever reads that it was refused. */
  readonly what: string;
}

/**
 * Writes `value` where `revision` (null: nothing) was read; false when that is no longer what stands there.
 * @throws NotKept when storage does not take the value
 */
export async function replaceIfUnchanged<T extends Revised>(
  { entityName, key, what }: Slot,
  value: T,
  revision: number | null,
): Promise<boolean> {
  const doing = `writing ${what}`;
  if (revision === null) return create(doing, entityName, { key, value });
  const conditions = new Filter<Revised>().and('revision', FilterConditions.equalTo(revision));
  const refused = await refusalTo(doing, () =>
    kvs.transact().set(key, value, { entityName, conditions }).execute(),
  );
  if (refused === null) return true;
  if (refused.conflict) return false;
  const standing = await guarded(`reading ${what}`, () => kvs.entity<T>(entityName).get(key));
  if (standing?.revision !== revision) return false;
  throw refused.failure;
}
