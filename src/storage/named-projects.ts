import { kvs } from '@forge/kvs';
import { projectsNamedIn, withProjectKeys } from '../core/terms/projects-named';
import type { Project, ProjectId } from '../core/terms/project';
import type { Projects } from '../usecases/ports/issues';
import type { StoredRubric } from '../usecases/ports/rubrics';
import { guarded } from './guarded';
import type { ProjectNames } from './project-names';
import { writeGuarded, type Guard } from './settings-records';

/** A rubric names projects of incidents and requests by their keys, as people write it: which were meant is kept with each edition. */
export interface NamedProjects {
  /** The projects that a rubric names, by the keys that it has for them; those that the app does not see are left out. */
  meantBy(document: unknown): Promise<StoredRubric['named']>;
  /** The rubric with the keys that those projects have today. */
  today(stored: StoredRubric): Promise<StoredRubric>;
  /** Takes note of a key; true where another was known of this project. */
  keyIs(project: Project): Promise<boolean>;
}

interface Kept {
  readonly revision: number;
  readonly keys: readonly (readonly [id: ProjectId, key: string])[];
}

const KEY = 'named-projects';
const GUARD: Guard = {
  key: `guard:${KEY}`,
  shelf: null,
  name: KEY,
  about: null,
  what: 'the keys of projects that rubrics name',
};
const TRIES = 4;
/** A point each; a rubric that names more has them by their keys alone. */
const MOST_NAMED = 50;

/** Remembers what it read for as long as the instance lives: one invocation. */
export function kvsNamedProjects(
  names: ProjectNames,
  seen: Pick<Projects, 'byKey'>,
): NamedProjects {
  let reading: Promise<Kept> | null = null;
  const kept = (): Promise<Kept> => {
    reading ??= guarded(`reading ${GUARD.what}`, () => kvs.get<Kept>(KEY)).then(
      (found) => found ?? { revision: 0, keys: [] },
    );
    return reading.catch((failure: unknown) => {
      reading = null;
      throw failure;
    });
  };
  const keep = async (wanted: readonly Project[]): Promise<void> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { revision, keys } = await kept();
      const known = new Map(keys);
      if (wanted.every(({ id, key }) => known.get(id) === key)) return;
      for (const { id, key } of wanted) known.set(id, key);
      const next: Kept = { revision: revision + 1, keys: [...known] };
      await writeGuarded(GUARD, revision, { [KEY]: next });
      reading = null;
    }
  };

  return {
    async meantBy(document) {
      const found: [string, Project][] = [];
      for (const key of projectsNamedIn(document).slice(0, MOST_NAMED)) {
        const project = await seen.byKey(key);
        if (project !== null) found.push([key, project]);
      }
      if (found.length > 0) await keep(found.map(([, project]) => project));
      return found.map(([key, { id }]) => [key, id] as const);
    },

    async today(stored) {
      if (projectsNamedIn(stored.document).length === 0) return stored;
      const keys = new Map((await kept()).keys);
      if (keys.size === 0) return stored;
      const { projectOf } = await names.of();
      const named = new Map(stored.named);
      const keyOf = (key: string): string => keys.get(named.get(key) ?? projectOf(key)) ?? key;
      return { ...stored, document: withProjectKeys(stored.document, keyOf) };
    },

    async keyIs({ id, key }) {
      const before = new Map((await kept()).keys).get(id);
      // Editions of earlier versions do not say whom they mean: the one that had the key then.
      const known = before ?? (await names.of()).nameOf(id);
      if (known === id || known === key) return false;
      await keep([{ id, key }]);
      return true;
    },
  };
}
