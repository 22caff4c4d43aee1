import type { ProjectId } from '../../core/terms/project';
import type { PreviewRun, RubricPreview } from '../../contract/preview';
import { Gone } from '../ports/failures';
import { shown, type ShownJob } from '../jobs/control-job';
import { newJob } from '../../core/jobs/job';
import { SITE, startJob } from '../jobs/start-job';
import type { Viewer } from '../ports/world';
import type { PersonsJira } from '../ports/post-mortem';
import type { PricedDraft } from '../ports/previews';
import { mustPublish, openAccess } from '../access/rubric-access';
import { showPreview } from './show-preview';
import type { Needs } from './needs';

/** Who asks, and as whom Jira is asked. */
export interface Asker {
  readonly viewer: Viewer;
  readonly jira: Pick<PersonsJira, 'issues'>;
  /** Account id. */
  readonly me: string;
}

interface NewRun {
  readonly project: ProjectId | null;
  /** Account id. */
  readonly me: string;
  readonly draft: PricedDraft;
  /** About how many issues it will look at; null when nobody knows. */
  readonly total: number | null;
}

/** One run a person and project: a newer one takes the place of an older. */
function scopeOf(project: ProjectId | null, me: string): string {
  return `preview:${project ?? SITE}:${me}`;
}

export async function startPreview(
  { project, me, draft, total }: NewRun,
  world: Pick<Needs, 'jobs' | 'queue' | 'previews'>,
  now: Date,
): Promise<PreviewRun> {
  const scope = scopeOf(project, me);
  const job = newJob(
    {
      id: `${scope}:${now.getTime()}`,
      scope,
      cause: 'requested',
      project,
      by: me,
      steps: ['preview'],
      total,
    },
    now,
  );
  await world.previews.keepDraft(job.id, draft);
  await startJob(job, world);
  return runView(shown(job, 'run', now), null);
}

/** The person's last run; null before the first, and once its result is forgotten. */
export async function viewPreview(
  project: ProjectId | null,
  context: Asker,
  world: Needs,
  now: Date,
): Promise<PreviewRun | null> {
  mustPublish(await openAccess(project, { ...context, world }));
  const order = await world.jobs.order(scopeOf(project, context.me));
  if (order === null) return null;
  const job = (await world.jobs.read(order.job.id)) ?? order.job;
  const run = shown(job, order.wish, now);
  if (run.state !== 'finished') return runView(run, null);
  const result = await world.previews.result(job.id);
  return result === null ? null : runView(run, await showPreview(result, context.jira));
}

/** Stops it after the page that it is at; null when there is none. What it found so far is forgotten. */
export async function cancelPreview(
  project: ProjectId | null,
  { viewer, me }: Pick<Asker, 'viewer' | 'me'>,
  world: Needs,
  now: Date,
): Promise<PreviewRun | null> {
  mustPublish(await openAccess(project, { viewer, me, world }));
  const order = await world.jobs.order(scopeOf(project, me));
  if (order === null) return null;
  const job = (await world.jobs.read(order.job.id)) ?? order.job;
  if (job.finishedAt !== null) throw new Gone('This preview is finished already');
  await world.jobs.give({ ...order, wish: 'cancel' });
  return runView(shown(job, 'cancel', now), null);
}

function runView(
  { job: { id, note, total, done, startedAt }, state, secondsLeft }: ShownJob,
  preview: RubricPreview | null,
): PreviewRun {
  return { id, state, note, total, done, startedAt, secondsLeft, preview };
}
