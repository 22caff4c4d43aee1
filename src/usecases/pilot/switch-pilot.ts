import { coverageOf, publishedJob, readingJob, startJob } from '../jobs/start-job';
import { Declined, Forbidden } from '../failures';
import type { Viewer, World } from '../ports';

/** Who switches, and when. */
export interface Switching {
  readonly by: string;
  readonly viewer: Viewer;
  readonly world: World;
  readonly now: Date;
}

/**
 * From now on the project is scored without anything being written to Jira; what stands in its fields stays as it is. A project
 * that was never gone through is, so that there is something to look at.
 * @throws Forbidden unless the person administers the project; Declined when it is a pilot already
 */
export async function beginPilot(project: string, reason: string, { by, viewer, world, now }: Switching): Promise<void> {
  await administers(project, viewer);
  if ((await world.pilots.read(project)) !== null) throw new Declined(`${project} is a pilot already`, 'Reload the page to see since when');
  await world.pilots.begin(project, { by, since: now.toISOString(), reason });
  if ((await coverageOf(project, world)) === null) await startJob(readingJob(project, { id: `pilot-${project}-${now.getTime()}`, cause: 'installed', by }, now), world);
}

/**
 * Ends the pilot, and has every open issue's fields written. @returns the job that does it
 * @throws Forbidden unless the person administers the project; Declined when it is no pilot
 */
export async function endPilot(project: string, { by, viewer, world, now }: Switching): Promise<{ readonly jobId: string }> {
  await administers(project, viewer);
  if ((await world.pilots.read(project)) === null) throw new Declined(`${project} is no pilot any more`, 'Reload the page');
  await world.pilots.end(project);
  const job = await publishedJob({ project }, { id: `live-${project}-${now.getTime()}`, by }, world, now);
  await startJob({ ...job, cause: 'requested' }, world);
  return { jobId: job.id };
}

async function administers(project: string, viewer: Viewer): Promise<void> {
  if (!(await viewer.may('ADMINISTER_PROJECTS', project))) throw new Forbidden(`Only an administrator of ${project} may switch its pilot`);
}
