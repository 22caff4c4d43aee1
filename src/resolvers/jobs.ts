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
import { asking } from './asking';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

const startAsk = scopeAsk.extend({ jql: z.string().max(4_000).default('') });

const steer = (wanted: JobCommand) =>
  asking(scopeAsk, async ({ project, projectKey }, context) =>
    jobView(await steerJob({ project, wanted }, context, context.world, context.now), projectKey),
  );

export const jobsHandlers = {
  'job.start': asking(startAsk, async ({ project, projectKey, jql }, context) =>
    jobView(await requestJob({ project, jql }, context, context.world, context.now), projectKey),
  ),
  'job.view': asking(scopeAsk, async ({ project, projectKey }, context) => {
    const found = await viewJob(project, context, context.world, context.now);
    return found === null ? null : jobView(found, projectKey);
  }),
  'job.pause': steer('pause'),
  'job.resume': steer('run'),
  'job.cancel': steer('cancel'),
  'job.retryFailed': asking(scopeAsk, async ({ project, projectKey }, context) =>
    jobView(await retryFailed(project, context, context.world, context.now), projectKey),
  ),
  'job.left': asking(scopeAsk, ({ project }, context) =>
    viewLeftBehind(project, context, context.world),
  ),
  'job.finish': asking(scopeAsk, async ({ project, projectKey }, context) =>
    jobView(await finishScoring(project, context, context.world, context.now), projectKey),
  ),
} satisfies Handlers<JobsContract>;
