import { kvs } from '@forge/kvs';
import type { ProjectId } from '../core/terms/project';
import type { Pilots, PilotSetting } from '../usecases/ports/pilots';
import { readPlain } from './batches';
import { guarded } from './guarded';
import type { ProjectNames } from './project-names';

const keyOf = (name: string): string => `pilot:${name}`;

/** A key a project, so that two administrators who begin two pilots at once do not undo each other. */
export function kvsPilots(names: ProjectNames): Pilots {
  const written = async (project: ProjectId): Promise<string> =>
    keyOf((await names.toWrite([project])).nameOf(project));
  return {
    async read(project) {
      const { nameOf } = await names.of([project]);
      const setting = await guarded('reading whether this is a pilot', () =>
        kvs.get<PilotSetting>(keyOf(nameOf(project))),
      );
      return setting ?? null;
    },
    async begin(project, setting) {
      const key = await written(project);
      await guarded('beginning the pilot', () => kvs.set(key, setting));
    },
    async end(project) {
      const key = await written(project);
      await guarded('ending the pilot', () => kvs.delete(key));
    },
    async among(projects) {
      const wanted = [...new Set(projects)];
      const { nameOf } = await names.of(wanted);
      const keys = wanted.map((project) => keyOf(nameOf(project)));
      const found = await readPlain('reading which projects are pilots', keys);
      return new Set(wanted.filter((project) => found.has(keyOf(nameOf(project)))));
    },
  };
}
