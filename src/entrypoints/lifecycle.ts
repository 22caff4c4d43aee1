import { z } from 'zod';
import { readingJob, startJob } from '../usecases/jobs/start-job';
import type { World } from '../usecases/ports/world';

const lifecycleEvent = z.looseObject({
  id: z.string().optional(),
  app: z.looseObject({ version: z.string().optional() }).optional(),
});

/** Door of `trigger` app-installed: a new installation, or a new version of the app, reads and scores every open issue once. */
export async function onInstalled(
  event: unknown,
  world: Pick<World, 'jobs' | 'queue'>,
  now: Date,
): Promise<void> {
  const { app } = lifecycleEvent.parse(event);
  await startJob(
    readingJob(
      null,
      { id: `install-${app?.version ?? 'unknown'}-${now.getTime()}`, cause: 'installed' },
      now,
    ),
    world,
  );
}
