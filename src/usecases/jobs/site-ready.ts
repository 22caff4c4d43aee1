import { newJob, type Job, type PageOutcome } from '../../core/jobs/job';
import type { World } from '../ports/world';
import { orUnknown } from './or-unknown';
import { startJob } from './start-job';

/** How long after each look it is looked again, in minutes; then as the last says. */
const WAITS = [1, 2, 5, 10, 15];
/** A site that shows nothing for so long has nothing to show: the daily run finds what comes later. */
const PATIENCE_HOURS = 24;
const HOUR_MS = 3_600_000;

/**
 * Waits until a new installation can see the site. Jira gives the app its place in projects and makes its fields some minutes after it
 * says that it is installed, and until then answers as if there were no issues. What comes into sight later, the hourly look finds.
 */
export async function readyPage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  const looks = Number(job.cursor ?? 0);
  const seen = await projectsSeen(world);
  const outcome = { done: 0, changed: 0, failures: [] };
  const isLate = now.getTime() - Date.parse(job.startedAt) > PATIENCE_HOURS * HOUR_MS;
  if (isLate || (seen !== null && seen > 0)) {
    await world.notes.write({ projects: seen ?? 0 });
    return { ...outcome, cursor: null };
  }
  const minutes = WAITS[looks] ?? WAITS.at(-1) ?? 1;
  return { ...outcome, cursor: String(looks + 1), pause: minutes * 60 };
}

/** Looks whether Jira shows more or fewer projects than before, and reads those that came. Called every hour. */
export async function lookForProjects(world: World, now: Date): Promise<void> {
  const seen = await projectsSeen(world);
  if (seen === null || seen === 0 || (await world.notes.read()).projects === seen) return;
  const steps = ['tally', 'compare'] as const;
  const id = `projects-${now.getTime()}`;
  await startJob(newJob({ id, scope: 'projects', cause: 'daily', steps }, now), world);
  await world.notes.write({ projects: seen });
}

/** How many projects Jira shows; null while the app's fields are missing. */
async function projectsSeen(world: World): Promise<number | null> {
  await world.siteFields.forget();
  return orUnknown(async () => {
    world.fieldWriter.fieldIds(await world.siteFields.all());
    let [seen, next]: [number, number | null] = [0, 0];
    while (next !== null) {
      const page: Awaited<ReturnType<World['projects']['page']>> = await world.projects.page(next);
      seen += page.projects.length;
      next = page.next;
    }
    return seen;
  }, null);
}

/** Whether a scope without an open issue really has none, and is not only out of the app's sight. */
export async function isReallyEmpty(
  { project, jql }: Pick<Job, 'project' | 'jql'>,
  world: Pick<World, 'projects' | 'issues'>,
): Promise<boolean> {
  return orUnknown(async () => {
    if (project === null && (await world.projects.page(0)).projects.length === 0) return false;
    return (await world.issues.count(jql)) === 0;
  }, false);
}
