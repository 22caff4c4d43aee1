import { dayOf } from '../../core/time/utc-day';
import type { World } from '../ports/world';
import { scheduleRun } from '../scoring/request-rescore';
import { newJob, type Job } from '../../core/jobs/job';
import { startJob } from './start-job';

/** Scopes of the daily tasks: they run beside the jobs of projects. */
const TIME = 'time';
const UPKEEP = 'upkeep';
const REMOVAL = 'removal';

const MINUTE_MS = 60_000;
/** How far back the first reconciliation looks, and what the others look back beyond the last. */
const FIRST_LOOK_MS = 2 * 24 * 60 * MINUTE_MS;
const OVERLAP_MS = 30 * MINUTE_MS;
/** A running job that tells nothing for this long was lost; waiting for the quota it tells at least every 15 minutes. */
const LOST_AFTER_MS = 40 * MINUTE_MS;
/** Far sooner than the records of jobs are dropped, and far later than a job waits to be begun. */
const DROPPED_AFTER_MS = 14 * 24 * 60 * MINUTE_MS;

/** Scores what time alone has moved, from the ledger, mends what events have missed, and removes what has had its time. */
export async function startDailyRun(world: World, now: Date): Promise<void> {
  const day = dayOf(now);
  await takeUpAgain(world, now);
  await startJob(
    newJob({ id: `${TIME}-${day}`, scope: TIME, cause: 'daily', steps: ['wake'] }, now),
    world,
  );
  await startJob(
    newJob(
      {
        id: `${REMOVAL}-${day}`,
        scope: REMOVAL,
        cause: 'daily',
        steps: ['removal', 'oldEvidence', 'oldDecisions'],
      },
      now,
    ),
    world,
  );
  await startJob(await upkeepJob(`${UPKEEP}-${day}`, world, now), world);
}

/**
 * Everything edited since the last reconciliation that came to its end, counted back in minutes: dates in JQL would be read in
 * the time zone of whoever asks.
 */
async function upkeepJob(id: string, world: World, now: Date): Promise<Job> {
  const { reconciled } = await world.notes.read();
  const since =
    reconciled === undefined
      ? now.getTime() - FIRST_LOOK_MS
      : Date.parse(reconciled.at) - OVERLAP_MS;
  const minutes = Math.ceil((now.getTime() - since) / MINUTE_MS);
  return newJob(
    {
      id,
      scope: UPKEEP,
      cause: 'daily',
      jql: `updated >= -${minutes}m ORDER BY created ASC, key ASC`,
      steps: ['edited', 'tally', 'compare'],
    },
    now,
  );
}

/** Puts lost jobs and forgotten requests on the queue again. */
export async function takeUpAgain(world: World, now: Date): Promise<void> {
  if ((await world.rescoreRequests.oldest()).length > 0) await scheduleRun(world);
  for (const { scope, wish, job: begun } of await world.jobs.orders()) {
    if (wish !== 'run') continue;
    const kept = await world.jobs.read(begun.id);
    // Its record has been dropped since it ended: one that was never begun is taken up within the hour.
    if (kept === null && now.getTime() - Date.parse(begun.startedAt) > DROPPED_AFTER_MS) continue;
    const job = kept ?? begun;
    if (job.finishedAt !== null || now.getTime() - Date.parse(job.updatedAt) < LOST_AFTER_MS)
      continue;
    await world.queue.push([{ kind: 'job', scope, jobId: job.id, turn: job.turn, delay: 0 }]);
  }
}
