import type { InvocationError } from '@forge/events';
import { z } from 'zod';
import { secondsToRetry } from '../usecases/ports/failures';
import { drainMarks } from '../usecases/scoring/process-rescore-requests';
import type { World } from '../usecases/ports/world';
import { wakeLater } from '../usecases/scoring/request-rescore';
import { orLater } from './later';

const asyncEvent = z.looseObject({
  body: z.object({ kind: z.literal('drain'), echo: z.boolean() }),
});

/**
 * Door of the rescore queue's consumer. What passes by itself is put back on the queue, as often as it takes: the platform
 * would give up after four retries.
 */
export function onRescoreRequest(
  event: unknown,
  world: World,
  now: Date,
): Promise<InvocationError | undefined> {
  const { body } = asyncEvent.parse(event);
  return orLater(async () => {
    try {
      await drainMarks(body.echo, world, now);
    } catch (failure) {
      const wait = secondsToRetry(failure);
      if (wait === null) throw failure;
      await wakeLater(wait, world);
    }
  }, world.random);
}
