import type { InvocationError } from '@forge/events';
import { z } from 'zod';
import { runJob } from '../usecases/jobs/run-job';
import type { World } from '../usecases/ports/world';
import { jobSteps } from './job-steps';
import { orLater } from './later';

const asyncEvent = z.looseObject({
  body: z.object({
    kind: z.literal('job'),
    scope: z.string(),
    jobId: z.string(),
    turn: z.number().int(),
  }),
});

/** Door of the backlog queue's consumer: takes a job on for as long as the invocation lasts. */
export function onBacklogRequest(
  event: unknown,
  world: World,
  now: Date,
): Promise<InvocationError | undefined> {
  const { body } = asyncEvent.parse(event);
  return orLater(() => runJob(body, jobSteps, world, now), world.random);
}
