import { z } from 'zod';
import type { JobsContract } from '../contract/jobs';
import {
  jobView,
  requestJob,
  retryFailed,
  steerJob,
  viewJob,
  type JobCommand,
} from '../usecases/jobs/control-job';
import { finishScoring, viewLeftBehind } from '../usecases/jobs/finish-outdated';
import { scopeAsk } from './asks';
import type { Handlers, RequestContext } from './surroundings';

const startAsk = scopeAsk.extend({ jql: z.string().max(4_000).default('') });

const scopeIn = (payload: unknown): string | null => scopeAsk.parse(payload).project;
const steer = async (payload: unknown, wanted: JobCommand, context: RequestContext) =>
  jobView(
    await steerJob({ project: scopeIn(payload), wanted }, context, context.world, context.now),
  );

export const jobsHandlers = {
  'job.start': async (payload, context) => {
    const { project, jql } = startAsk.parse(payload);
    return jobView(await requestJob({ project, jql }, context, context.world, context.now));
  },
  'job.view': async (payload, context) => {
    const found = await viewJob(scopeIn(payload), context, context.world, context.now);
    return found === null ? null : jobView(found);
  },
  'job.pause': (payload, context) => steer(payload, 'pause', context),
  'job.resume': (payload, context) => steer(payload, 'run', context),
  'job.cancel': (payload, context) => steer(payload, 'cancel', context),
  'job.retryFailed': async (payload, context) =>
    jobView(await retryFailed(scopeIn(payload), context, context.world, context.now)),
  'job.left': (payload, context) => viewLeftBehind(scopeIn(payload), context, context.world),
  'job.finish': async (payload, context) =>
    jobView(await finishScoring(scopeIn(payload), context, context.world, context.now)),
} satisfies Handlers<JobsContract>;
