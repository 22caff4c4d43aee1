import { z } from 'zod';
import { readingJob, startJob } from '../usecases/jobs/start-job';
import { writeDownKeys } from '../usecases/jobs/write-down-keys';
import type { SiteStorage } from '../usecases/ports/setup';
import type { World } from '../usecases/ports/world';

const lifecycleEvent = z.looseObject({
  id: z.string().optional(),
  app: z.looseObject({ version: z.string().optional() }).optional(),
});

/** Door of `trigger` app-installed: a new installation, or a new version of the app, reads and scores every open issue once. Tries once how the site's storage answers. */
export async function onInstalled(
  event: unknown,
  world: Pick<World, 'jobs' | 'queue' | 'projectKeys'>,
  storage: SiteStorage,
  now: Date,
): Promise<void> {
  const { app } = lifecycleEvent.parse(event);
  const job = readingJob(
    null,
    { id: `install-${app?.version ?? 'unknown'}-${now.getTime()}`, cause: 'installed' },
    now,
  );
  await startJob({ ...job, steps: ['ready', ...job.steps] }, world);
  await writeDownKeys(world);
  // Last: without it everything works as well, and the setup check offers to try it again.
  if ((await storage.known()) === null) await storage.tryOut(now);
}
