import type { ProjectId } from '../../core/terms/project';
import type { RubricScope } from '../ports/world';
import { newJob, type Job } from '../../core/jobs/job';
import type { Needs } from './needs';

/** Open issues of one project, or of the whole site. In the order of creation, so that pages do not shift while scores change. */
export function backlogJql(project: ProjectId | null, narrower = ''): string {
  const parts = [
    ...(project === null ? [] : [inProject(project)]),
    'statusCategory != Done',
    ...(narrower === '' ? [] : [`(${narrower})`]),
  ];
  return `${parts.join(' AND ')} ORDER BY created ASC, key ASC`;
}

/** JQL takes a number for the id of a project. */
export function inProject(project: ProjectId): string {
  return `project = ${/^\d+$/u.test(project) ? project : `"${project.replace(/["\\]/gu, '\\$&')}"`}`;
}

export const SITE = 'site';

/** Puts a job in the place of whatever ran for its scope. The same job started twice runs once. */
export async function startJob(job: Job, world: Pick<Needs, 'jobs' | 'queue'>): Promise<void> {
  const before = await world.jobs.order(job.scope);
  if (before?.job.id !== job.id) await world.jobs.give({ scope: job.scope, wish: 'run', job });
  await world.queue.push([{ kind: 'job', scope: job.scope, jobId: job.id, turn: 0, delay: 0 }]);
}

/** Reads and scores every open issue of a project or the site. */
export function readingJob(
  project: ProjectId | null,
  of: Pick<Job, 'id' | 'cause'> & Partial<Pick<Job, 'by' | 'total'>>,
  now: Date,
  narrower = '',
): Job {
  return newJob(
    {
      ...of,
      scope: project ?? SITE,
      project,
      jql: backlogJql(project, narrower),
      steps: ['search'],
    },
    now,
  );
}

/** Scores what a newly published rubric governs: from the ledger where that holds it, else from Jira. */
export async function publishedJob(
  scope: RubricScope,
  of: Pick<Job, 'id' | 'by'>,
  world: Pick<Needs, 'jobs'>,
  now: Date,
): Promise<Job> {
  const project = scope === 'site' ? null : scope.project;
  const known = await coverageOf(project, world);
  if (known === null) return readingJob(project, { ...of, cause: 'published' }, now);
  return newJob(
    {
      ...of,
      cause: 'published',
      scope: project ?? SITE,
      project,
      steps: ['ledger', 'sweep'],
      total: known.issues,
    },
    now,
  );
}

/** What is known of the site is known of each project; how many issues that are is then not. */
export async function coverageOf(
  project: ProjectId | null,
  world: Pick<Needs, 'jobs'>,
): Promise<{ readonly issues: number | null } | null> {
  const own = await world.jobs.coverage(project ?? SITE);
  if (own !== null || project === null) return own;
  return (await world.jobs.coverage(SITE)) === null ? null : { issues: null };
}
