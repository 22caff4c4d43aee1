import type { ProjectId } from '../../core/terms/project';
import type { JobState, JobView } from '../../contract/jobs';
import { Forbidden, Gone, Rejected } from '../ports/failures';
import { newJob, type Job } from '../../core/jobs/job';
import { mustAdminister, rightsOn, type JobContext, type JobRights } from './job-rights';
import { SECONDS_TO_SETTLE } from './ledger-pages';
import { issuesFound, type PersonsSearch } from './issues-found';
import { backlogJql, readingJob, SITE, startJob } from './start-job';
import type { Needs } from './needs';

export interface ShownJob {
  readonly job: Job;
  readonly state: JobState;
  /** Seconds until it is done at the pace so far; null when nobody knows. */
  readonly secondsLeft: number | null;
  /** ISO time of the last look for what was being scored meanwhile, once everything else is done; null before and after. */
  readonly lastLookAt: string | null;
}

/** A job as somebody sees it, and what they may do with it. */
export type WatchedJob = ShownJob & JobRights;

/** What somebody wants of work that goes on. */
export type JobCommand = 'run' | 'pause' | 'cancel';

const ALL: JobRights = { maySteer: true, mayStart: true };

/**
 * Reads every open issue of the scope anew, or those among them that a JQL finds for the person. How many those are is counted as the
 * person too: some of their project may be hidden from them.
 */
export async function requestJob(
  { project, jql }: { readonly project: ProjectId | null; readonly jql: string },
  context: JobContext & { readonly jira: { readonly issues: PersonsSearch } },
  world: Pick<Needs, 'jobs' | 'queue'>,
  now: Date,
): Promise<WatchedJob> {
  await mustAdminister(project, context);
  const beginning = {
    id: `request-${project ?? SITE}-${now.getTime()}`,
    cause: 'requested',
    by: context.me,
  } as const;
  const search = context.jira.issues;
  const job =
    jql.trim() === ''
      ? readingJob(project, { ...beginning, total: await search.count(backlogJql(project)) }, now)
      : jobOn(await issuesFound(project, jql.trim(), search), { ...beginning, project }, now);
  await startJob(job, world);
  return { ...shown(job, 'run', now), ...ALL };
}

function jobOn(
  ids: readonly string[],
  beginning: Pick<Job, 'id' | 'cause' | 'by' | 'project'>,
  now: Date,
): Job {
  return newJob(
    { ...beginning, scope: beginning.project ?? SITE, ids, steps: ['ids'], total: ids.length },
    now,
  );
}

/**
 * How the scope's last job goes, or went; null before the first. Of what failed, people see the issues that they may see, and Jira administrators all.
 * @throws Forbidden unless the person administers the scope, may publish its rubric, or began the job
 */
export async function viewJob(
  project: ProjectId | null,
  context: JobContext,
  world: Needs,
  now: Date,
): Promise<WatchedJob | null> {
  const order = await world.jobs.order(project ?? SITE);
  const job = order === null ? null : ((await world.jobs.read(order.job.id)) ?? order.job);
  const rights = await rightsOn(job, project, context, world);
  if (order === null || job === null) return null;
  return {
    ...shown(await withVisibleFailures(job, context), order.wish, now),
    ...rights,
  };
}

/** A page that is being worked on is still finished; then it stops, and can be resumed from there unless it is cancelled. */
export async function steerJob(
  { project, wanted: wanted }: { readonly project: ProjectId | null; readonly wanted: JobCommand },
  context: JobContext,
  world: Needs,
  now: Date,
): Promise<WatchedJob> {
  const seen = await viewJob(project, context, world, now);
  const order = await world.jobs.order(project ?? SITE);
  if (seen === null || order === null)
    throw new Gone(`There is no work on ${project === null ? 'the site' : 'this project'}`);
  if (!seen.maySteer)
    throw new Forbidden(
      'You may watch this work; an administrator, or who may publish without approval, may stop it',
    );
  const { job } = seen;
  if (job.finishedAt !== null) throw new Rejected('This work is finished already');
  if (order.wish === 'cancel' && wanted !== 'cancel')
    throw new Rejected('This work was cancelled: start it anew');
  await world.jobs.give({ ...order, wish: wanted });
  if (wanted === 'run')
    await world.queue.push([
      { kind: 'job', scope: order.scope, jobId: job.id, turn: job.turn, delay: 0 },
    ]);
  return { ...seen, ...shown(job, wanted, now) };
}

/** Tries again the issues that failed, and only those. */
export async function retryFailed(
  project: ProjectId | null,
  context: JobContext,
  world: Needs,
  now: Date,
): Promise<WatchedJob> {
  await mustAdminister(project, context);
  const last = (await world.jobs.order(project ?? SITE))?.job ?? null;
  // Those too that are hidden from the person: they are tried again, not told of.
  const { failures } = (last === null ? null : await world.jobs.read(last.id)) ?? { failures: [] };
  const ids = failures.map(({ id }) => id).filter((id) => /^\d+$/u.test(id));
  if (last === null || ids.length === 0)
    throw new Gone('No issue failed in the last work on this scope');
  const job = jobOn(
    ids,
    { id: `retry-${last.id}-${now.getTime()}`, cause: 'retried', by: context.me, project },
    now,
  );
  await startJob(job, world);
  return { ...shown(job, 'run', now), ...ALL };
}

async function withVisibleFailures(job: Job, { viewer }: JobContext): Promise<Job> {
  if (job.failures.length === 0 || (await viewer.may('ADMINISTER', null))) return job;
  const visible = await viewer.visible(
    job.failures.map(({ id }) => id).filter((id) => /^\d+$/u.test(id)),
  );
  return { ...job, failures: job.failures.filter(({ id }) => visible.has(id)) };
}

export function shown(job: Job, wanted: JobCommand, now: Date): ShownJob {
  const state = stateOf(job, wanted);
  const spent = Date.parse(job.updatedAt) - Date.parse(job.startedAt);
  const left =
    job.total === null || job.done === 0 || state === 'finished'
      ? null
      : Math.max(
          0,
          ((job.total - job.done) * spent) / job.done - (now.getTime() - Date.parse(job.updatedAt)),
        );
  const lastLookAt =
    state === 'running' && job.steps[0] === 'sweep' && job.cursor === null
      ? new Date(Date.parse(job.updatedAt) + SECONDS_TO_SETTLE * 1000).toISOString()
      : null;
  return {
    job,
    state,
    secondsLeft: left === null || lastLookAt !== null ? null : Math.round(left / 1000),
    lastLookAt,
  };
}

function stateOf({ finishedAt, note }: Job, wanted: JobCommand): JobState {
  if (finishedAt !== null) return note === null ? 'finished' : 'gave up';
  if (wanted !== 'run') return wanted === 'pause' ? 'paused' : 'cancelled';
  return note === null ? 'running' : 'waiting';
}

/** The part of a job that people are shown, who know the project by its key. */
export function jobView({ job, ...watched }: WatchedJob, project: string | null): JobView {
  const { id, cause, note, total, done, changed, failed, failures } = job;
  const { startedAt, updatedAt, finishedAt } = job;
  return {
    ...{ id, project, cause, note, total, done, changed, failed, failures },
    ...{ startedAt, updatedAt, finishedAt },
    ...watched,
  };
}
