import { z } from 'zod';
import { readingJob, startJob } from '../usecases/jobs/start-job';
import { writeDownProjectKeys } from '../usecases/jobs/write-down-project-keys';
import type { SiteStorage } from '../usecases/ports/setup';
import type { World } from '../usecases/ports/world';

const lifecycleEvent = z.looseObject({
  id: z.string().optional(),
  app: z.looseObject({ version: z.string().optional() }).optional(),
});

type Needs = Pick<World, 'jobs' | 'queue' | 'notes' | 'projectKeys'>;

/**
 * Door of `trigger` app-installed: reads and scores every open issue once, and tries how the site's storage answers. What is kept from an
 * earlier installation, if the platform has brought it back, is weeks old, and no event told what has happened since.
 */
export async function onInstalled(
  event: unknown,
  world: Needs,
  storage: SiteStorage,
  now: Date,
): Promise<void> {
  await world.jobs.uncover();
  await world.notes.write({ installed: { at: now.toISOString() } });
  await readEverything(event, world, storage, now);
}

/** Door of `trigger` app-upgraded: a new version of the app may read what the one before did not. */
export const onUpgraded = readEverything;

async function readEverything(
  event: unknown,
  world: Needs,
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
  await writeDownProjectKeys(world);
  // Last: without it everything works as well, and the setup check offers to try it again.
  if ((await storage.known()) === null) await storage.tryOut(now);
}
