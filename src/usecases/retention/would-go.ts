import { isOutlived, keptFor, type KeptFor } from '../../core/retention/kept-for';
import type { WouldGo } from '../../core/retention/would-go';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { ProjectId } from '../../core/terms/project';
import { dayNumber, dayOfNumber, laterBy } from '../../core/time/utc-day';
import { GRACE_DAYS, retentionOf } from '../rubric/retention';
import { keptByProjects } from './kept-by-projects';
import type { Needs } from './needs';
import { LEAST_DAYS } from './remove-old-evidence';

type Counting = Pick<Needs, 'evidence' | 'decisions' | 'ledger' | 'rubrics' | 'projects'>;

/** Somebody waits for the answer: so many pieces of evidence are looked at, … */
const PIECES_LOOKED_AT = 2_000;
/** … so many entries counted, in logs of so many projects. */
const ENTRIES_COUNTED = 1_000;
const PROJECTS_LOOKED_AT = 20;

/**
 * What would go once this rubric has been in force for its days of grace, beside what goes by the one that is; null where it keeps
 * everything at least as long.
 */
export async function wouldGo(
  project: ProjectId | null,
  draft: Rubric,
  world: Counting,
  now: Date,
): Promise<WouldGo | null> {
  const standing = await retentionOf(project === null ? 'site' : { project }, world.rubrics, now);
  const kept = keptFor(draft);
  const shorter = (what: keyof KeptFor): boolean =>
    kept[what] !== null && kept[what] < (standing[what] ?? Infinity);
  if (!shorter('evidence') && !shorter('decisions')) return null;
  const then = laterBy(GRACE_DAYS, now);
  return {
    from: dayOfNumber(dayNumber(then)),
    evidence: shorter('evidence') ? await evidence(project, kept, world, { now, then }) : null,
    decisions: shorter('decisions') ? await entries(project, kept, world, then) : null,
  };
}

async function evidence(
  project: ProjectId | null,
  kept: KeptFor,
  world: Counting,
  { now, then }: { readonly now: Date; readonly then: Date },
): Promise<WouldGo['evidence']> {
  let [count, looked] = [0, 0];
  let place: string | null = null;
  do {
    const page: Awaited<ReturnType<Counting['evidence']['raisedBy']>> =
      await world.evidence.raisedBy(dayNumber(then) - LEAST_DAYS, place);
    const before = await keptByProjects(page.pieces, world, now);
    const after = await keptByProjects(page.pieces, world, now, { project, kept });
    for (const one of page.pieces)
      if (
        !isOutlived(one.kept, before(one).evidence, then) &&
        isOutlived(one.kept, after(one).evidence, then)
      )
        count += 1;
    looked += page.pieces.length;
    place = page.next;
  } while (place !== null && looked < PIECES_LOOKED_AT);
  return { count, more: place !== null };
}

async function entries(
  project: ProjectId | null,
  { decisions }: KeptFor,
  world: Counting,
  then: Date,
): Promise<WouldGo['decisions']> {
  const before = dayOfNumber(dayNumber(then) - (decisions ?? 0));
  const { projects, more } =
    project === null ? await following(world) : { projects: [project], more: false };
  let count = 0;
  for (const one of projects) {
    const room = ENTRIES_COUNTED - count;
    const found = await world.decisions.countOlder(one, before, room);
    count += Math.min(found, room);
    if (found > room) return { count, more: true };
  }
  return { count, more };
}

/** Projects that follow the site's rubric. */
async function following({ projects, rubrics }: Counting) {
  const page = await projects.page(0);
  const own = new Set((await rubrics.owned()).map(({ project }) => project));
  const all = page.projects.map(({ id }) => id).filter((id) => !own.has(id));
  return {
    projects: all.slice(0, PROJECTS_LOOKED_AT),
    more: page.next !== null || all.length > PROJECTS_LOOKED_AT,
  };
}
