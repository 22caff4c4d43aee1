import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { Rejected } from '../usecases/failures';
import type { RubricScope, Rubrics, StoredRubric } from '../usecases/ports';
import { guarded } from './guarded';

/** Remembers what it read for as long as the instance lives: one invocation. `current` points at the newest version; every version stays, so that a decision can be read under the rubric it was made by. */
export function kvsRubrics(): Rubrics {
  const held = new Map<string, Promise<StoredRubric | null>>();
  return {
    read(scope) {
      const prefix = prefixOf(scope);
      const reading = held.get(prefix) ?? readCurrent(prefix);
      held.set(prefix, reading);
      return reading;
    },

    refresh: () => { held.clear(); },

    edition(scope, version) {
      const key = `${prefixOf(scope)}:${version}`;
      const reading = held.get(key) ?? readEdition(key);
      held.set(key, reading);
      return reading;
    },

    async publish(scope, stored) {
      const key = `${prefixOf(scope)}:${stored.version}`;
      const current = `${prefixOf(scope)}:current`;
      try {
        await guarded('publishing the rubric', () => kvs.set(key, stored, { keyPolicy: 'FAIL_IF_EXISTS' }));
      } catch (cause) {
        if (!(cause instanceof ForgeKvsAPIError && cause.responseDetails.status === 409)) throw cause;
        const reached = (await guarded('reading which rubric is current', () => kvs.get<number>(current))) ?? 0;
        if (reached >= stored.version) {
          throw new Rejected(`Somebody else published version ${stored.version} of this rubric a moment ago: look at theirs, then publish again`, { cause });
        }
        // An earlier publishing was cut off between its two writes: nobody has ever scored by what it left.
        await guarded('publishing the rubric', () => kvs.set(key, stored));
      }
      await guarded('making the rubric current', () => kvs.set(current, stored.version));
      held.delete(prefixOf(scope));
    },
  };
}

async function readCurrent(prefix: string): Promise<StoredRubric | null> {
  const version = await guarded('reading which rubric is current', () => kvs.get<number>(`${prefix}:current`));
  if (version === undefined) return null;
  return readEdition(`${prefix}:${version}`);
}

async function readEdition(key: string): Promise<StoredRubric | null> {
  return (await guarded('reading the rubric', () => kvs.get<StoredRubric>(key))) ?? null;
}

function prefixOf(scope: RubricScope): string {
  return scope === 'site' ? 'rubric:site' : `rubric:project:${scope.project}`;
}
