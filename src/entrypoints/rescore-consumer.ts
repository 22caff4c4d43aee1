import type { InvocationError } from '@forge/events';
import { z } from 'zod';
import { secondsToRetry } from '../usecases/ports/failures';
import { processRescoreRequests } from '../usecases/scoring/process-rescore-requests';
import type { World } from '../usecases/ports/world';
import { scheduleRunAgain } from '../usecases/scoring/request-rescore';
import { takeIssueEvent } from './take-issue-event';
import { orLater } from './later';

/** In the words of the first versions, while the app is updated: what they have put on the queue is not lost. */
const earlierBody = z
  .object({ kind: z.literal('drain'), echo: z.boolean() })
  .transform(({ echo: followUp }) => ({ kind: 'run' as const, followUp }));
const asyncEvent = z.looseObject({
  body: z.union([
    z.object({ kind: z.literal('run'), followUp: z.boolean() }),
    z.object({
      kind: z.literal('event'),
      ids: z.array(z.string()),
      deleted: z.boolean(),
      turn: z.number(),
    }),
    earlierBody,
  ]),
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
    if (body.kind === 'event') return takeIssueEvent(body, body.turn, world);
    try {
      await processRescoreRequests(body.followUp, world, now);
    } catch (failure) {
      const wait = secondsToRetry(failure);
      if (wait === null) throw failure;
      await scheduleRunAgain(wait, world);
    }
  }, world.random);
}
