import { Forbidden, Gone, Rejected } from '../failures';
import type { Viewer, World } from '../ports';
import { newJob, type Job } from './job';
import { readingJob, SITE, startJob } from './start-job';

export type JobState = 'running' | 'waiting' | 'paused' | 'cancelled' | 'finished' | 'gave up';

export interface ShownJob {
  readonly job: Job;
  readonly state: JobState;
  /** Seconds until it is done at the pace so far; null when nobody knows. */
  readonly secondsLeft: number | null;
}

type Work = Pick<World, 'jobs' | 'queue'>;

/** @throws Forbidden unless the person administers the project, or Jira for the whole site. */
async function mustAdminister(project: string | null, viewer: Viewer): Promise<void> {
  if (await viewer.may(project === null ? 'ADMINISTER' : 'ADMINISTER_PROJECTS', project)) return;
  throw new Forbidden(project === null ? 'Only a Jira administrator may steer work on the whole site' : `Only an administrator of ${project} may steer work on all of its issues`);
}

/** Reads every open issue of the scope anew, or those among them that a JQL finds. */
export async function requestJob(project: string | null, jql: string, by: string, viewer: Viewer, world: Work & Pick<World, 'issues'>, now: Date): Promise<ShownJob> {
  await mustAdminister(project, viewer);
  const job = readingJob(project, { id: `request-${project ?? SITE}-${now.getTime()}`, cause: 'requested', by }, now, jql.trim());
  const counted = { ...job, total: await world.issues.count(job.jql) };
  await startJob(counted, world);
  return shown(counted, 'run', now);
}

/** How the scope's last job goes, or went; null before the first. */
export async function viewJob(project: string | null, viewer: Viewer, world: Work, now: Date): Promise<ShownJob | null> {
  await mustAdminister(project, viewer);
  const order = await world.jobs.order(project ?? SITE);
  return order === null ? null : shown((await world.jobs.read(order.job.id)) ?? order.job, order.wish, now);
}

/** A page that is being worked on is still finished; then it stops, and can be resumed from there unless it is cancelled. */
export async function steerJob(project: string | null, wish: 'run' | 'pause' | 'cancel', viewer: Viewer, world: Work, now: Date): Promise<ShownJob> {
  await mustAdminister(project, viewer);
  const order = await world.jobs.order(project ?? SITE);
  if (order === null) throw new Gone(`There is no work on ${project ?? 'the site'}`);
  const job = (await world.jobs.read(order.job.id)) ?? order.job;
  if (job.finishedAt !== null) throw new Rejected('This work is finished already');
  if (order.wish === 'cancel' && wish !== 'cancel') throw new Rejected('This work was cancelled: start it anew');
  await world.jobs.give({ ...order, wish });
  if (wish === 'run') await world.queue.push([{ kind: 'job', scope: order.scope, jobId: job.id, turn: job.turn, delay: 0 }]);
  return shown(job, wish, now);
}

/** Tries again the issues that failed, and only those. */
export async function retryFailed(project: string | null, by: string, viewer: Viewer, world: Work, now: Date): Promise<ShownJob> {
  const last = await viewJob(project, viewer, world, now);
  const ids = last?.job.failures.map(({ id }) => id).filter((id) => /^\d+$/u.test(id)) ?? [];
  if (last === null || ids.length === 0) throw new Gone('No issue failed in the last work on this scope');
  const job = newJob({ id: `retry-${last.job.id}-${now.getTime()}`, scope: last.job.scope, cause: 'retried', project, ids, by, steps: ['ids'], total: ids.length }, now);
  await startJob(job, world);
  return shown(job, 'run', now);
}

export function shown(job: Job, wish: 'run' | 'pause' | 'cancel', now: Date): ShownJob {
  const state = stateOf(job, wish);
  const spent = Date.parse(job.updatedAt) - Date.parse(job.startedAt);
  const left = job.total === null || job.done === 0 || state === 'finished' ? null : Math.max(0, ((job.total - job.done) * spent) / job.done - (now.getTime() - Date.parse(job.updatedAt)));
  return { job, state, secondsLeft: left === null ? null : Math.round(left / 1000) };
}

function stateOf({ finishedAt, note }: Job, wish: 'run' | 'pause' | 'cancel'): JobState {
  if (finishedAt !== null) return note === null ? 'finished' : 'gave up';
  if (wish !== 'run') return wish === 'pause' ? 'paused' : 'cancelled';
  return note === null ? 'running' : 'waiting';
}
