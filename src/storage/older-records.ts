import { kvs, WhereConditions } from '@forge/kvs';
import { guarded } from './guarded';

/** Of these kinds every version has kept records under keys. */
const OLD_KINDS = ['rubric:project:', 'draft:project:', 'proposal:project:', 'pilot:'];

/** Whether a version that kept records under the keys of projects was ever at work here. */
export async function hasOlderRecords(): Promise<boolean> {
  const looks = [
    ...OLD_KINDS.map(
      (kind) => () => kvs.query().where('key', WhereConditions.beginsWith(kind)).limit(1).getMany(),
    ),
    ...['open', 'closed'].map(
      (shelf) => () =>
        kvs
          .entity('ledger')
          .query()
          .index('by-shelf-issue', { partition: [shelf] })
          .limit(1)
          .getMany(),
    ),
  ];
  for (const look of looks) {
    const { results } = await guarded('looking for records of an earlier version', look);
    if (results.length > 0) return true;
  }
  return false;
}
