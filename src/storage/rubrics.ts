import { kvs } from '@forge/kvs';
import { Declined } from '../usecases/ports/failures';
import type {
  OwnRubric,
  RubricScope,
  Rubrics,
  StoredRubric,
  VersionNote,
} from '../usecases/ports/world';
import { readPlain, removeBatch } from './batches';
import { guarded } from './guarded';
import type { NamedProjects } from './named-projects';
import type { ProjectNames } from './project-names';
import { revisionOf, SETTINGS_ENTITY, shelfOf, writeGuarded } from './settings-records';

const SHELF = 'rubrics';

/**
 * Remembers what it read for as long as the instance lives: one invocation. The guard counts the versions of its scope; every
 * version stays, so that a decision can be read under the rubric it was made by, each with a note that tells of it alone.
 */
export function kvsRubrics(names: ProjectNames, named: NamedProjects): Rubrics {
  const readings = new Map<string, Promise<StoredRubric | null>>();
  const keyOf = (scope: RubricScope): Promise<string> => keyIn(names, scope);
  return {
    async read(scope) {
      const key = await keyOf(scope);
      const reading = readings.get(key) ?? readNewest(key, named);
      readings.set(key, reading);
      return reading;
    },

    refresh: () => {
      readings.clear();
    },

    async edition(scope, version) {
      const key = `${await keyOf(scope)}:${version}`;
      const reading = readings.get(key) ?? readEdition(key, named);
      readings.set(key, reading);
      return reading;
    },

    async publish(scope, stored) {
      const meant = await named.meantBy(stored.document);
      const { document, ...note } = stored;
      // What changed is told by the note alone: beside the largest document there is no room for it.
      const { changes, more, ...edition } = stored;
      await names.toWrite(scope === 'site' ? [] : [scope.project]);
      const [key, { version, at, inherits = [] }] = [await keyOf(scope), stored];
      const about: OwnRubric | null =
        scope === 'site' ? null : { project: scope.project, version, at, inherits };
      const guard = {
        key,
        shelf: about === null ? null : SHELF,
        name: key,
        about,
        what: `version ${version} of the rubric`,
      };
      const written = await writeGuarded(guard, version - 1, {
        [`${key}:${version}`]: { ...edition, named: meant },
        [noteKey(key, version)]: note,
      });
      readings.delete(key);
      if (!written)
        throw new Declined(
          `Somebody else published version ${version} of this rubric a moment ago`,
          'Look at theirs, then publish again.',
        );
    },

    async notes(scope, versions) {
      const key = await keyOf(scope);
      const notes = await readPlain<VersionNote>(
        'reading the history of the rubric',
        versions.map((version) => noteKey(key, version)),
      );
      return [...notes.values()].sort((a, b) => b.version - a.version);
    },

    async owned() {
      const owned = await shelfOf<OwnRubric>(SHELF);
      if (owned.length === 0) return [];
      const { projectOf } = await names.of();
      return owned.map((one) => ({ ...one, project: projectOf(one.project) }));
    },
  };
}

/** Every version with its note, and then the guard that counts them. */
export async function removeRubric(scope: RubricScope, names: ProjectNames): Promise<void> {
  const key = await keyIn(names, scope);
  const { revision } = await revisionOf({ key });
  for (let version = 1; version <= revision; version++)
    for (const one of [`${key}:${version}`, noteKey(key, version)])
      await guarded('removing the rubric', () => kvs.delete(one));
  await removeBatch(SETTINGS_ENTITY, [key]);
}

async function keyIn(names: ProjectNames, scope: RubricScope): Promise<string> {
  if (scope === 'site') return 'rubric:site';
  return `rubric:project:${(await names.of([scope.project])).nameOf(scope.project)}`;
}

async function readNewest(key: string, named: NamedProjects): Promise<StoredRubric | null> {
  const { revision } = await revisionOf({ key });
  return revision === 0 ? null : readEdition(`${key}:${revision}`, named);
}

async function readEdition(key: string, named: NamedProjects): Promise<StoredRubric | null> {
  const stored = await guarded('reading the rubric', () => kvs.get<StoredRubric>(key));
  return stored === undefined ? null : named.today(stored);
}

function noteKey(key: string, version: number): string {
  return `${key}:${version}:note`;
}
