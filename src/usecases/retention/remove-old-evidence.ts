import { issuesOf } from '../../core/evidence-feeds/kept-evidence';
import type { Job, PageOutcome } from '../../core/jobs/job';
import { isOutlived, longest, type KeptFor } from '../../core/retention/kept-for';
import { dayNumber } from '../../core/time/utc-day';
import type { StoredEvidence } from '../ports/evidence';
import { requestRescore } from '../scoring/request-rescore';
import type { Needs } from './needs';
import { noteRemoved } from './note-removed';
import { retentionOf } from '../rubric/retention';

/** Nothing is kept for less than this by any rubric, so nothing that was raised later is looked at. */
const LEAST_DAYS = 180;

/**
 * The next hundred pieces that were raised long ago: removes those that were resolved longer ago than each of their projects keeps them.
 * Cut off in between, their issues are asked to be scored once more, which comes to the same.
 */
export async function oldEvidencePage(job: Job, world: Needs, now: Date): Promise<PageOutcome> {
  const { pieces, next } = await world.evidence.raisedBy(dayNumber(now) - LEAST_DAYS, job.cursor);
  const keptOf = await retentions(pieces, world, now);
  const old = pieces.filter((one) => isOutlived(one.kept, keptOf(one).evidence, now));
  for (const { kept } of old)
    for (const issueId of issuesOf(kept)) await world.evidence.detach(issueId, kept);
  await requestRescore([...new Set(old.flatMap(({ kept }) => issuesOf(kept)))], 'read', world);
  await world.evidence.remove(old);
  await noteRemoved({ evidence: old.length }, world, now);
  return { done: pieces.length, changed: old.length, failures: [], cursor: next };
}

/** Issues that the ledger does not know are judged by the site's rubric. */
async function retentions(
  pieces: readonly StoredEvidence[],
  world: Needs,
  now: Date,
): Promise<(piece: StoredEvidence) => KeptFor> {
  const ids = [...new Set(pieces.flatMap(({ kept }) => issuesOf(kept)))];
  const entries = await world.ledger.read(ids);
  const site = await retentionOf('site', world.rubrics, now);
  const own = new Map<string, KeptFor>();
  for (const { project } of entries.values())
    if (project !== '' && !own.has(project))
      own.set(project, await retentionOf({ project }, world.rubrics, now));
  return ({ kept }) => {
    const of = issuesOf(kept).map((id) => own.get(entries.get(id)?.project ?? '') ?? site);
    return longest(of.length === 0 ? [site] : of);
  };
}
