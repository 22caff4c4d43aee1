import type { Job, JobFailure, PageOutcome } from '../../core/jobs/job';
import { dayAfterInstalling } from '../../core/retention/deleted';
import { dayNumber } from '../../core/time/utc-day';
import { secondsToRetry } from '../ports/failures';
import type { Removal } from '../ports/upkeep';
import type { Needs } from './needs';
import { noteRemoved } from './note-removed';
import { removeIssue } from './remove-issue';
import { stillThere } from './still-there';

/** Another one is begun only with this much time left: thousands of entries of a log take some seconds. */
const TIME_FOR_ONE_MS = 60_000;
/** A query shows a write within moments. */
const SECONDS_TO_SETTLE = 5;
const NOTHING = { done: 0, changed: 0, failures: [] };

/**
 * Removes the next hundred of what is due, as far as it has not come back. Cut off anywhere it is done again, which comes to the same: what
 * says that something is due goes last. What cannot be removed for a reason of its own waits for another day, and holds up nothing else.
 */
export async function removalPage(job: Job, world: Needs, now: Date): Promise<PageOutcome> {
  const today = dayNumber(now);
  const listed = await world.removals.due(today);
  if (listed.length > 0 && (await isBlind(world))) return { ...NOTHING, cursor: null };
  const due = await stillWaiting(listed, world);
  const { installed } = await world.notes.read();
  const back = await stillThere(due, world);
  const failures: JobFailure[] = [];
  const removed = { issues: 0, projects: 0 };
  let looked = 0;
  for (const removal of due) {
    if (looked > 0 && world.remainingMs() < TIME_FOR_ONE_MS) break;
    looked += 1;
    const { departed } = removal;
    try {
      const later = dayAfterInstalling(removal.deletedAt, installed?.at, today);
      if (later !== null && !back.has(removal)) {
        await world.removals.schedule([{ ...removal, day: later }]);
        continue;
      }
      if (!back.has(removal)) {
        await remove(removal, world);
        removed[departed.kind === 'issue' ? 'issues' : 'projects'] += 1;
      }
      await world.removals.clear(departed.kind, [departed.id]);
    } catch (failure) {
      if (!(failure instanceof Error) || secondsToRetry(failure) !== null) throw failure;
      failures.push({ id: departed.id, key: null, why: failure.message });
      await world.removals.schedule([{ ...removal, day: today + 1 }]);
    }
  }
  await noteRemoved(removed, world, now);
  const changed = removed.issues + removed.projects;
  const more = listed.length > 0;
  return {
    done: looked,
    changed,
    failures,
    cursor: more ? job.id : null,
    ...(more && looked === 0 && { pause: SECONDS_TO_SETTLE }),
  };
}

/** An index may still show what is done with. */
async function stillWaiting(
  listed: readonly Removal[],
  { removals }: Needs,
): Promise<readonly Removal[]> {
  const idsOf = (kind: Removal['departed']['kind']): readonly string[] =>
    listed.flatMap(({ departed }) => (departed.kind === kind ? [departed.id] : []));
  const waiting = {
    issue: await removals.among('issue', idsOf('issue')),
    project: await removals.among('project', idsOf('project')),
  };
  return listed.filter(({ departed, day }) => waiting[departed.kind].get(departed.id)?.day === day);
}

/** Who sees no project at all cannot tell what is there. */
async function isBlind({ projects }: Needs): Promise<boolean> {
  return (await projects.page(0)).projects.length === 0;
}

async function remove({ departed }: Removal, world: Needs): Promise<void> {
  if (departed.kind === 'issue') return removeIssue(departed.id, world);
  await world.projectRecords.remove(departed.id);
}
