import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { SiteStorage, StorageTrial, TrialAnswer } from '../usecases/ports/setup';
import { guarded, refusalTo } from './guarded';
import { SETTINGS_ENTITY } from './settings-records';

const REMEMBERED = 'storage-trial';
/** A record of the trial: on no list, and gone when it is over. */
const KEY = 'storage-trial:record';
const RECORD = { revision: 1, shelf: 'none', name: 'trial', body: '{}' };
type TrialRecord = typeof RECORD;

export function kvsSiteStorage(): SiteStorage {
  return {
    known: async () =>
      (await guarded('reading how storage answers', () => kvs.get<StorageTrial>(REMEMBERED))) ??
      null,
    async tryOut(at) {
      // One that was cut off may have left its records.
      await cleared();
      const trial: StorageTrial = {
        at: at.toISOString(),
        firstRecord: await answerTo(() => writeWhere(FilterConditions.notExists())),
        ...(await onARecord()),
      };
      await cleared();
      await guarded('remembering how storage answers', () => kvs.set(REMEMBERED, trial));
      return trial;
    },
  };
}

async function onARecord(): Promise<Omit<StorageTrial, 'at' | 'firstRecord'>> {
  const entity = kvs.entity<TrialRecord>(SETTINGS_ENTITY);
  await guarded('trying storage', () => entity.set(KEY, RECORD));
  return {
    failedCondition: await answerTo(() =>
      writeWhere(FilterConditions.equalTo(RECORD.revision + 1)),
    ),
    existing: await answerTo(() => entity.set(KEY, RECORD, { keyPolicy: 'FAIL_IF_EXISTS' })),
    sameKey: await answerTo(() =>
      kvs
        .transact()
        .set(KEY, RECORD, { entityName: SETTINGS_ENTITY })
        .set(KEY, RECORD.name)
        .execute(),
    ),
    emptyText: await answerTo(() => entity.set(KEY, { ...RECORD, name: '' })),
  };
}

function writeWhere(condition: Parameters<Filter<TrialRecord>['and']>[1]): Promise<void> {
  const conditions = new Filter<TrialRecord>().and('revision', condition);
  return kvs.transact().set(KEY, RECORD, { entityName: SETTINGS_ENTITY, conditions }).execute();
}

async function answerTo(write: () => Promise<unknown>): Promise<TrialAnswer> {
  return (await refusalTo('trying storage', write))?.answer ?? 'done';
}

async function cleared(): Promise<void> {
  await guarded('trying storage', () => kvs.entity(SETTINGS_ENTITY).delete(KEY));
  await guarded('trying storage', () => kvs.delete(KEY));
}
