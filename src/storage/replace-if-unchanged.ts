import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { guarded, isRefused } from './guarded';

/** A record that counts its own writes, so that of two writers who read the same one only the first gets through. */
export interface Revised {
  readonly revision: number;
}

/** Writes `value` where `revision` (null: nothing) was read; false when that is no longer what stands there. */
export async function replaceIfUnchanged<T extends Revised>(
  entityName: string,
  key: string,
  value: T,
  revision: number | null,
): Promise<boolean> {
  try {
    await guarded(`writing ${entityName}`, async () => {
      if (revision === null)
        await kvs.entity<T>(entityName).set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
      else
        await kvs
          .transact()
          .set(key, value, {
            entityName,
            conditions: new Filter<Revised>().and('revision', FilterConditions.equalTo(revision)),
          })
          .execute();
    });
    return true;
  } catch (failure) {
    // Whoever calls reads again and so learns the truth.
    if (isRefused(failure)) return false;
    throw failure;
  }
}
