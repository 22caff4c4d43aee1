import { kvs } from '@forge/kvs';
import type { Project, ProjectId } from '../core/terms/project';
import { Unavailable } from '../usecases/ports/failures';
import type { Projects } from '../usecases/ports/issues';
import { readPlain } from './batches';
import { guarded } from './guarded';
import { hasOlderRecords } from './older-records';
import { writeGuarded, type Guard } from './settings-records';

/** Under which names records of projects lie in storage, and whose they are. */
export interface Naming {
  nameOf(project: string): string;
  projectOf(name: string): ProjectId;
}

/**
 * Records of a project lie under its id. Those that versions before kept under its key stay where they are: which project had which key
 * is written down once, before this version writes anything, and holds from then on, whatever becomes of the key. So nothing has to be
 * moved, nothing is ever moved in part, and a later project of the same key begins with nothing.
 */
export interface ProjectNames {
  /** For reading; of these projects at least. */
  of(projects?: readonly string[]): Promise<Naming>;
  /** The same before something of these is written: from then on it cannot come out otherwise. Of what is no project, nothing can. */
  toWrite(projects: readonly string[]): Promise<Naming>;
  /** @throws Unavailable while Jira shows no project, where it is not written down yet and there are older records */
  writeDownKeys(): Promise<void>;
}

/** Jira's projects, as far as the app sees them. */
type ProjectsSeen = Pick<Projects, 'page' | 'keyOf'>;

type Names = readonly (readonly [id: string, name: string])[];

interface Head {
  readonly revision: number;
  /** The highest id that Jira showed when it was written down: a project with a higher one came later, and has no older records. */
  readonly newest: number;
  /** How many values the names take. */
  readonly parts: number;
}

interface Kept extends Omit<Head, 'parts'> {
  /** Of projects that had records under their keys, or may have had. */
  readonly names: Names;
  /** Whether it stands so in storage. */
  readonly isWritten: boolean;
}

/** So many names are far within the size of one value. */
const NAMES_A_PART = 5_000;
const KEY = 'project-names';
const GUARD: Guard = {
  key: `guard:${KEY}`,
  shelf: null,
  name: KEY,
  about: null,
  what: 'which project had which key',
};
const NOBODY: Kept = { revision: 0, names: [], newest: 0, isWritten: false };

/** Remembers what it read for as long as the instance lives: one invocation. */
export function kvsProjectNames(seen: ProjectsSeen): ProjectNames {
  let reading: Promise<Kept> | null = null;
  let latest: { readonly kept: Kept; readonly naming: Naming } | null = null;

  const standing = async (projects: readonly string[]): Promise<Kept> => {
    reading ??= readKept().then((kept) => kept ?? asFound(seen));
    try {
      const kept = await reading;
      const whole = await withReturned(kept, projects, seen);
      if (whole !== kept) reading = Promise.resolve(whole);
      return whole;
    } catch (failure) {
      reading = null;
      throw failure;
    }
  };
  const namingIn = (kept: Kept): Naming => {
    if (latest?.kept !== kept) latest = { kept, naming: namingOf(kept.names) };
    return latest.naming;
  };
  const writtenDown = async (projects: readonly string[]): Promise<Naming> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const kept = await standing(projects);
      if (kept.isWritten) return namingIn(kept);
      if (kept.newest === Infinity) throw new Unavailable(NOTHING_SEEN);
      const next = { ...kept, revision: kept.revision + 1, isWritten: true };
      const written = await writeGuarded(GUARD, kept.revision, documentsOf(next));
      // Where somebody else has written it down, what they say holds.
      reading = written ? Promise.resolve(next) : null;
    }
    throw new Unavailable('Ballast is busy recording the keys of this site’s projects');
  };

  return {
    of: async (projects = []) => namingIn(await standing(projects)),
    toWrite: async (projects) =>
      projects.some(isId) ? writtenDown(projects) : namingIn(await standing([])),
    async writeDownKeys() {
      await writtenDown([]);
    },
  };
}

/**
 * With projects that were out of the app's sight when it was written down: their key is still theirs, unless another has claimed it.
 * @throws Unavailable for one that is out of its sight now: nobody knows then what is its
 */
async function withReturned(
  kept: Kept,
  projects: readonly string[],
  seen: ProjectsSeen,
): Promise<Kept> {
  if (kept.newest === 0) return kept;
  const known = new Set(kept.names.map(([id]) => id));
  const strange = [...new Set(projects)].filter(
    (id) => isId(id) && Number(id) <= kept.newest && !known.has(id),
  );
  if (strange.length === 0) return kept;
  if (kept.newest === Infinity) throw new Unavailable(NOTHING_SEEN);
  const claimed = new Set(kept.names.map(([, name]) => name));
  const returned: (readonly [string, string])[] = [];
  for (const id of strange) {
    const key = await seen.keyOf(id);
    if (key === null)
      throw new Unavailable('Jira does not show Ballast this project at the moment');
    returned.push([id, claimed.has(key) ? id : key]);
  }
  return { ...kept, names: [...kept.names, ...returned], isWritten: false };
}

const TRIES = 4;
/** Nothing may be written down while Jira shows no project at all: that says nothing about any of them. */
const BLIND: Kept = { ...NOBODY, newest: Infinity };
const NOTHING_SEEN = 'Jira shows Ballast no project at the moment: try again later';

async function readKept(): Promise<Kept | null> {
  const head = await guarded(`reading ${GUARD.what}`, () => kvs.get<Head>(KEY));
  if (head === undefined) return null;
  const { parts, ...kept } = head;
  const keys = Array.from({ length: parts }, (_, n) => partKey(n));
  const read = await readPlain<Names>(`reading ${GUARD.what}`, keys);
  return { ...kept, names: [...read.values()].flat(), isWritten: true };
}

function documentsOf({ names, revision, newest }: Kept): Readonly<Record<string, unknown>> {
  const parts = Math.ceil(names.length / NAMES_A_PART);
  const head: Head = { revision, newest, parts };
  const all: Record<string, unknown> = { [KEY]: head };
  for (let n = 0; n < parts; n += 1)
    all[partKey(n)] = names.slice(n * NAMES_A_PART, (n + 1) * NAMES_A_PART);
  return all;
}

function partKey(part: number): string {
  return `${KEY}:${part}`;
}

/** What is to be written down of this site: nothing where no version before has kept anything. */
async function asFound(seen: ProjectsSeen): Promise<Kept> {
  if (!(await hasOlderRecords())) return NOBODY;
  const projects = await allProjects(seen);
  if (projects.length === 0) return BLIND;
  return {
    ...NOBODY,
    names: projects.map(({ id, key }) => [id, key] as const),
    newest: Math.max(...projects.map(({ id }) => Number(id))),
  };
}

async function allProjects(seen: ProjectsSeen): Promise<readonly Project[]> {
  const all: Project[] = [];
  for (let start: number | null = 0; start !== null;) {
    const { projects, next }: Awaited<ReturnType<ProjectsSeen['page']>> = await seen.page(start);
    all.push(...projects);
    start = next;
  }
  return all;
}

function namingOf(names: Names): Naming {
  const [byId, byName] = [new Map(names), new Map(names.map(([id, name]) => [name, id]))];
  return {
    nameOf: (project) => byId.get(project) ?? project,
    projectOf: (name) => byName.get(name) ?? name,
  };
}

function isId(text: string): boolean {
  return /^\d+$/u.test(text);
}
