import type { Import } from './imports';

/** The rooms of `src/core`, lowest first: an import goes to an earlier room or stays in its own. */
export const CORE_ROOMS = [
  'attempts',
  'time',
  'text',
  'numbers',
  'terms',
  'provenance',
  'describe',
  'curves',
  'formula',
  'rubric/schema',
  'rubric/presets',
  'rubric/rules',
  'rubric/document',
  'issue',
  'ratings',
  'signals',
  'evidence-feeds',
  'customers',
  'retention',
  'setup-check',
  'overrides',
  'scoring/evidence',
  'scoring/criteria',
  'scoring/methods',
  'scoring',
  'blockers',
  'lanes',
  'score-card',
  'next-input',
  'decisions',
  'moscow',
  'hot-fix',
  'post-mortem',
  'preview',
  'calibration',
  'jobs',
] as const;

/** The rooms of `src/usecases`, likewise. */
export const USECASE_ROOMS = [
  'ports',
  'rubric',
  'health',
  'access',
  'scoring',
  'evidence',
  'jobs',
  'personal-data',
  'decisions',
  'overrides',
  'ratings',
  'customers',
  'post-mortem',
  'hot-fix',
  'customer-update',
  'retention',
  'rubric-editing',
  'preview',
  'pilot',
  'calibration',
  'setup',
  'issue-panel',
  'automation',
] as const;

const FLOORS: Readonly<Record<string, readonly string[]>> = {
  'src/core': CORE_ROOMS,
  'src/usecases': USECASE_ROOMS,
};

/** Where a file stands: its floor and its room there; `room` is null for a file or folder that no list knows. */
interface Place {
  readonly floor: string;
  readonly room: string | null;
}

function placeOf(path: string): Place | null {
  const floor = Object.keys(FLOORS).find((folder) => path.startsWith(`${folder}/`));
  if (floor === undefined) return null;
  const inside = path.slice(floor.length + 1);
  const rooms = (FLOORS[floor] ?? []).filter((room) => inside.startsWith(`${room}/`));
  // The longest fits best: `scoring/methods` before `scoring`.
  const [room] = rooms.toSorted((a, b) => b.length - a.length);
  return { floor, room: room ?? null };
}

/** Files of a floor that stand in no room that its list knows. */
export function homeless(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => placeOf(path)?.room === null);
}

/** Imports, types included, from a room to a higher one of the same floor. */
export function climbs(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ file, line, target }) => {
    const from = placeOf(file);
    const to = target === null ? null : placeOf(target);
    if (from?.room == null || to?.room == null || from.floor !== to.floor) return [];
    const order = FLOORS[from.floor] ?? [];
    return order.indexOf(to.room) > order.indexOf(from.room)
      ? [`${file}:${line} climbs from ${from.room} to ${to.room}`]
      : [];
  });
}

/** Folders that hold more files than a reader takes in at a glance. */
export function crowded(paths: readonly string[], most: number): readonly string[] {
  const files = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    files.set(folder, (files.get(folder) ?? 0) + 1);
  }
  return [...files].flatMap(([folder, count]) => (count > most ? [`${folder}: ${count}`] : []));
}

/** Features of the project page: each has a folder of its name on every floor, and none knows another. */
const FEATURES = ['flow', 'forecast', 'triage', 'refinement', 'strategy', 'feedback', 'overview'];
const FEATURE_FLOORS = [
  'src/core',
  'src/usecases/project-page',
  'static/ui/src/surfaces/project-page',
];

/** Imports from one feature to another; the overview may ask each for its view. */
export function meetings(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ file, line, target }) => {
    const from = featureOf(file);
    const to = target === null ? null : featureOf(target);
    if (from === null || to === null || from === to) return [];
    const shows = /\/(view-[^/]+|[^/]+-card)$/.test(target ?? '');
    return from === 'overview' && shows ? [] : [`${file}:${line} meets ${String(target)}`];
  });
}

function featureOf(path: string): string | null {
  const floor = FEATURE_FLOORS.find((folder) => path.startsWith(`${folder}/`));
  const [name] = floor === undefined ? [] : path.slice(floor.length + 1).split('/');
  return FEATURES.find((feature) => feature === name) ?? null;
}
