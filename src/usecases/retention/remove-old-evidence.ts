import { issuesOf } from '../../core/evidence-feeds/kept-evidence';
import type { Job, PageOutcome } from '../../core/jobs/job';
import { isOutlived } from '../../core/retention/kept-for';
import { dayNumber } from '../../core/time/utc-day';
import { requestRescore } from '../scoring/request-rescore';
import { keptByProjects } from './kept-by-projects';
import type { Needs } from './needs';
import { noteRemoved } from './note-removed';

/** Nothing is kept for less than this by any rubric, so nothing that was raised later is looked at. */
export const LEAST_DAYS = 180;

/**
 * The next hundred pieces that were raised long ago: removes those that were resolved longer ago than each of their projects keeps them.
 * Cut off in between, their issues are asked to be scored once more, which comes to the same.
 */
export async function oldEvidencePage(job: Job, world: Needs, now: Date): Promise<PageOutcome> {
  const { pieces, next } = await world.evidence.raisedBy(dayNumber(now) - LEAST_DAYS, job.cursor);
  const keptOf = await keptByProjects(pieces, world, now);
  const old = pieces.filter((one) => isOutlived(one.kept, keptOf(one).evidence, now));
  for (const { kept } of old)
    for (const issueId of issuesOf(kept)) await world.evidence.detach(issueId, kept);
  await requestRescore([...new Set(old.flatMap(({ kept }) => issuesOf(kept)))], 'read', world);
  await world.evidence.remove(old);
  await noteRemoved({ evidence: old.length }, world, now);
  return { done: pieces.length, changed: old.length, failures: [], cursor: next };
}
