import { kvs, WhereConditions } from '@forge/kvs';
import type { Project, ProjectId } from '../core/issue/project';
import { Unavailable } from '../usecases/ports/failures';
import type { Projects } from '../usecases/ports/issues';
import { readPlain } from './batches';
import { guarded } from './guarded';
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
  /** The same before something is written: from then on it cannot come out otherwise. */
  toWrite(projects?: readonly string[]): Promise<Naming>;
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
const NOBODY: Kept = { revision: 0, names: [], newest: 0 };

/** Of these kinds every version has kept records under keys. */
const OLD_KINDS = [
  'rubric:project:',
  'draft:project:',
  'proposal:project:',
  'pilot:',
  'job-order:',
];

/** Remembers what it read for as long as the instance lives: one invocation. */
export function kvsProjectNames(seen: ProjectsSeen): ProjectNames {
  let reading: Promise<Kept> | null = null;
  const returned = new Map<string, string>();
  const asked = new Set<string>();

  const standing = async (): Promise<Kept> => {
    reading ??= readKept().then((kept) => kept ?? asFound(seen));
    return reading.catch((failure: unknown) => {
      reading = null;
      throw failure;
    });
  };

  /** Projects that were out of the app's sight when it was written down: their key is still theirs, unless another has claimed it. */
  const meet = async (kept: Kept, projects: readonly string[]): Promise<void> => {
    const claimed = new Map([...kept.names, ...returned].map(([id, name]) => [name, id]));
    const known = new Map([...kept.names, ...returned]);
    for (const id of new Set(projects)) {
      if (known.has(id) || asked.has(id) || !isId(id) || Number(id) > kept.newest) continue;
      asked.add(id);
      const key = await seen.keyOf(id);
      if (key !== null && !claimed.has(key)) returned.set(id, key);
    }
  };

  return {
    async of(projects = []) {
      const kept = await standing();
      await meet(kept, projects);
      return namingOf([...kept.names, ...returned]);
    },

    async toWrite(projects = []) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const kept = await standing();
        await meet(kept, projects);
        if (kept.revision > 0 && returned.size === 0) return namingOf(kept.names);
        if (kept === BLIND)
          throw new Unavailable('Jira shows Ballast no project at the moment: try again later');
        const next: Kept = {
          revision: kept.revision + 1,
          names: [...kept.names, ...returned],
          newest: kept.newest,
        };
        const written = await writeGuarded(GUARD, kept.revision, documentsOf(next));
        // Somebody else has written it down: what they say holds.
        reading = written ? Promise.resolve(next) : null;
        returned.clear();
        asked.clear();
      }
      throw new Unavailable('Others write down the keys of projects at the same moment');
    },
  };
}

const TRIES = 4;
/** Nothing may be written down while Jira shows no project at all: that says nothing about any of them. */
const BLIND: Kept = { ...NOBODY, newest: Infinity };

async function readKept(): Promise<Kept | null> {
  const head = await guarded(`reading ${GUARD.what}`, () => kvs.get<Head>(KEY));
  if (head === undefined) return null;
  const { parts, ...kept } = head;
  const keys = Array.from({ length: parts }, (_, n) => partKey(n));
  const read = await readPlain<Names>(`reading ${GUARD.what}`, keys);
  return { ...kept, names: [...read.values()].flat() };
}

function documentsOf({ names, ...kept }: Kept): Readonly<Record<string, unknown>> {
  const parts = Math.ceil(names.length / NAMES_A_PART);
  const head: Head = { ...kept, parts };
  return Object.fromEntries([
    [KEY, head],
    ...Array.from({ length: parts }, (_, n) => [
      partKey(n),
      names.slice(n * NAMES_A_PART, (n + 1) * NAMES_A_PART),
    ]),
  ]);
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
    revision: 0,
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

async function hasOlderRecords(): Promise<boolean> {
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
