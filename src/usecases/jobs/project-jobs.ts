import { dayOf } from '../../core/time/utc-day';
import { newJob } from '../../core/jobs/job';
import type { World } from '../ports/world';
import { readingJob, SITE, startJob } from './start-job';

type Needs = Pick<World, 'jobs' | 'queue'>;

/** Reads a project that came into sight unnoticed, once a day at most, unless work that is under way comes to it anyway. */
export async function readUnknownProject(project: string, world: Needs, now: Date): Promise<void> {
  for (const scope of [SITE, project]) if (await isUnderWay(scope, world)) return;
  const job = readingJob(project, { id: `found-${project}-${dayOf(now)}`, cause: 'daily' }, now);
  await startJob(job, world);
}

/** Reads a project that is back from the archive or the trash. */
export async function readReturnedProject(project: string, world: Needs, now: Date): Promise<void> {
  const id = `returned-${project}-${now.getTime()}`;
  await startJob(readingJob(project, { id, cause: 'daily' }, now), world);
}

/**
 * Asks Jira again, by its id, for each open issue that the ledger knows of a project which is deleted or put away. `deleted`: its id,
 * where Jira says that it was; before anything is forgotten, all that belongs to it is given the time of its removal.
 */
export async function readDepartedProject(
  project: string,
  deleted: string | null,
  world: Needs,
  now: Date,
): Promise<void> {
  const job = newJob(
    {
      id: `departed-${project}-${now.getTime()}`,
      // Beside the project's own: what a person stopped or paused there stays as it is.
      scope: `departed-${project}`,
      cause: 'daily',
      ...(deleted === null
        ? { steps: ['list'] as const }
        : { steps: ['timed', 'timedByLog', 'list'] as const, ids: [deleted, project] }),
    },
    now,
  );
  // Above zero: Jira does not show it.
  await startJob({ ...job, tally: { [project]: 1 } }, world);
}

async function isUnderWay(scope: string, { jobs }: Needs): Promise<boolean> {
  const order = await jobs.order(scope);
  if (order === null || order.wish === 'cancel') return false;
  return ((await jobs.read(order.job.id)) ?? order.job).finishedAt === null;
}
