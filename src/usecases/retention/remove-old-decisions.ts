import type { Job, PageOutcome } from '../../core/jobs/job';
import { dayNumber, dayOfNumber } from '../../core/time/utc-day';
import type { Needs } from './needs';
import { noteRemoved } from './note-removed';
import { retentionOf } from '../rubric/retention';

/** Another hundred entries are removed only with this much time left. */
const TIME_FOR_MORE_MS = 60_000;

/** Removes the entries of the log that are older than the next hundred projects keep them. Each time as long as no rubric sets a time, it costs a look at the rubrics. */
export async function oldDecisionsPage(job: Job, world: Needs, now: Date): Promise<PageOutcome> {
  const start = Number(job.cursor ?? 0);
  const { decisions } = await retentionOf('site', world.rubrics, now);
  const { projects, next } =
    decisions === null
      ? {
          projects: (await world.rubrics.owned()).map(({ project }) => ({ id: project })),
          next: null,
        }
      : await world.projects.page(start);
  let removed = 0;
  let cut = false;
  for (const { id: project } of projects) {
    const { decisions: days } = await retentionOf({ project }, world.rubrics, now);
    if (days === null) continue;
    const before = dayOfNumber(dayNumber(now) - days);
    for (let more = true; more && !cut; cut = world.remainingMs() < TIME_FOR_MORE_MS) {
      const some = await world.decisions.removeOlder(project, before);
      removed += some.removed;
      more = some.more;
    }
    if (cut) break;
  }
  await noteRemoved({ decisions: removed }, world, now);
  const cursor = cut ? start : next;
  return {
    done: 0,
    changed: removed,
    failures: [],
    cursor: cursor === null ? null : String(cursor),
  };
}
