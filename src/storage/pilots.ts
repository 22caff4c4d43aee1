import { kvs } from '@forge/kvs';
import type { Pilots, PilotSetting } from '../usecases/ports/pilots';
import { readPlain } from './batches';
import { guarded } from './guarded';

const keyOf = (project: string): string => `pilot:${project}`;

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
      const found = await readPlain('reading which projects are pilots', wanted.map(keyOf));
      return new Set(wanted.filter((project) => found.has(keyOf(project))));
    },
  };
}
