import type { ProjectId } from '../../core/terms/project';
import type { Job } from '../../core/jobs/job';
import { coverageOf, publishedJob, readingJob, startJob } from '../jobs/start-job';
import { Declined, Forbidden } from '../ports/failures';
import type { Viewer } from '../ports/world';
import type { PilotSetting } from '../ports/pilots';
import type { Needs } from './needs';

/** Who switches, and when. */
export interface Switching {
  /** Account id. */
  readonly me: string;
  readonly viewer: Viewer;
  readonly world: Needs;
  readonly now: Date;
}

/**
 * From now on the project is scored without anything being written to Jira; what stands in its fields stays as it is. A project
 * that was never gone through is, so that there is something to look at. Asked again by whoever was cut off, it does what is left.
 * @throws Forbidden unless the person administers the project; Declined when it is a pilot already
 */
export async function beginPilot(
  project: ProjectId,
  reason: string,
  { me: by, viewer, world, now }: Switching,
): Promise<void> {
  await administers(project, viewer);
  const standing = await world.pilots.read(project);
  const setting = standing ?? { by, since: now.toISOString(), reason };
  const pass = await firstPass(project, setting, world);
  if (standing !== null && (standing.by !== by || pass === null))
    throw new Declined('This project is already a pilot', 'Reload the page to see when it began');
  // Before the job, which would write to Jira without it.
  if (standing === null) await world.pilots.begin(project, setting);
  if (pass !== null) await startJob(pass, world);
}

/** Null where the project was gone through before, or something has gone through it since. */
async function firstPass(
  project: ProjectId,
  { by, since }: PilotSetting,
  world: Needs,
): Promise<Job | null> {
  if ((await coverageOf(project, world)) !== null) return null;
  const job = readingJob(
    project,
    { id: `pilot-${project}-${Date.parse(since)}`, cause: 'installed', by },
    new Date(since),
  );
  const order = await world.jobs.order(project);
  if (order === null || order.job.startedAt < since) return job;
  return order.job.id === job.id && (await isYetToBegin(job, world)) ? job : null;
}

/**
 * Ends the pilot, and has every open issue's fields written. Asked again by whoever was cut off, it does what is left.
 * @returns the job that does it
 * @throws Forbidden unless the person administers the project; Declined when it is no pilot
 */
export async function endPilot(
  project: ProjectId,
  { me: by, viewer, world, now }: Switching,
): Promise<{ readonly jobId: string }> {
  await administers(project, viewer);
  if ((await world.pilots.read(project)) === null) return startedAgain(project, world);
  const job: Job = {
    ...(await publishedJob(
      { project },
      { id: `live-${project}-${now.getTime()}`, by },
      world,
      now,
    )),
    cause: 'live',
  };
  // Ordered before the pilot ends, and put on the queue after it: cut off in between, it waits for the next try or the hourly run.
  await world.jobs.give({ scope: job.scope, wish: 'run', job });
  await world.pilots.end(project);
  await startJob(job, world);
  return { jobId: job.id };
}

async function startedAgain(project: ProjectId, world: Needs): Promise<{ readonly jobId: string }> {
  const order = await world.jobs.order(project);
  if (
    order?.job.cause !== 'live' ||
    order.wish !== 'run' ||
    !(await isYetToBegin(order.job, world))
  )
    throw new Declined('The pilot of this project has already ended', 'Reload the page');
  await startJob(order.job, world);
  return { jobId: order.job.id };
}

/** It has told nothing yet: perhaps it never came onto the queue. There twice, it runs once. */
async function isYetToBegin({ id }: Job, { jobs }: Needs): Promise<boolean> {
  return (await jobs.read(id)) === null;
}

async function administers(project: ProjectId, viewer: Viewer): Promise<void> {
  if (!(await viewer.may('ADMINISTER_PROJECTS', project)))
    throw new Forbidden('Only an administrator of this project may switch its pilot');
}
