import { backlogJql, publishedJob, startJob } from '../jobs/start-job';
import type { Needs } from './needs';

const MINUTE_MS = 60_000;
/** Longer than publishing takes; and as far back as the hourly run may have failed. */
const [SOONEST_MS, LATEST_MS] = [5 * MINUTE_MS, 6 * 60 * MINUTE_MS];

/** Begins the scoring of versions whose publishing was cut off before it could: no old value is left behind. */
export async function scoreUnscored(world: Needs, now: Date): Promise<void> {
  const site = await world.rubrics.read('site');
  const newest = [
    ...(site === null
      ? []
      : [
          { scope: 'site' as const, name: 'site', version: site.version, at: site.at, by: site.by },
        ]),
    ...(await world.rubrics.owned()).map(({ project, version, at }) => ({
      scope: { project },
      name: project,
      version,
      at,
      by: null,
    })),
  ];
  for (const { scope, name, version, at, by } of newest) {
    const age = now.getTime() - Date.parse(at);
    if (age < SOONEST_MS || age > LATEST_MS) continue;
    const order = await world.jobs.order(name);
    const siteOrder = name === 'site' ? order : await world.jobs.order('site');
    // One that a person cancelled counts, and one that looks at everything by itself; one that looks at a part of the issues does not.
    if (
      [order, siteOrder].some(
        (one) =>
          one !== null &&
          one.job.startedAt >= at &&
          (one.job.cause === 'published' || one.job.jql === backlogJql(one.job.project)),
      )
    )
      continue;
    const job = await publishedJob(scope, { id: `publish-${name}-${version}`, by }, world, now);
    await startJob(name === 'site' ? { ...job, steps: ['follow', ...job.steps] } : job, world);
  }
}
