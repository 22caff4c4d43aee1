import { kvs } from '@forge/kvs';
import { Unavailable } from '../usecases/ports/failures';
import type { Pilots, PilotSetting } from '../usecases/ports/pilots';
import { guarded } from './guarded';

const keyOf = (project: string): string => `pilot:${project}`;
/** https://developer.atlassian.com/platform/forge/storage-reference/batch-operations/ */
const BATCH_LIMIT = 25;

/** A key a project, so that two administrators who begin two pilots at once do not undo each other. */
export function kvsPilots(): Pilots {
  return {
    read: async (project) =>
      (await guarded('reading whether this is a pilot', () =>
        kvs.get<PilotSetting>(keyOf(project)),
      )) ?? null,
    begin: (project, setting) =>
      guarded('beginning the pilot', () => kvs.set(keyOf(project), setting)),
    end: (project) => guarded('ending the pilot', () => kvs.delete(keyOf(project))),
    async among(projects) {
      const wanted = [...new Set(projects)];
      const found = new Set<string>();
      for (let start = 0; start < wanted.length; start += BATCH_LIMIT) {
        const part = wanted.slice(start, start + BATCH_LIMIT);
        const { successfulKeys, failedKeys } = await guarded(
          'reading which projects are pilots',
          () => kvs.batchGet<PilotSetting>(part.map((project) => ({ key: keyOf(project) }))),
        );
        // Not knowing is no permission to write.
        const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
        if (failed)
          throw new Unavailable(
            `Storage could not tell whether ${failed.key} is a pilot: ${failed.error.message}`,
          );
        const keys = new Set(successfulKeys.map(({ key }) => key));
        for (const project of part) if (keys.has(keyOf(project))) found.add(project);
      }
      return found;
    },
  };
}
