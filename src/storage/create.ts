import { kvs, type SetOptions } from '@forge/kvs';
import { guarded, refusalTo } from './guarded';

/**
 * Writes a record where none is; false when there is one. A transaction could ask the same, but whether a condition on a key that
 * is absent can hold is not known of every site: this policy is.
 */
export async function create<T>(
  doing: string,
  entityName: string,
  { key, value }: { readonly key: string; readonly value: T },
  options: SetOptions = {},
): Promise<boolean> {
  const entity = kvs.entity<T>(entityName);
  const refused = await refusalTo(doing, () =>
    entity.set(key, value, { ...options, keyPolicy: 'FAIL_IF_EXISTS' }),
  );
  if (refused === null) return true;
  if (refused.conflict || (await guarded(doing, () => entity.get(key))) !== undefined) return false;
  throw refused.failure;
}
