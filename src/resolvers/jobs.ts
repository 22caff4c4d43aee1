import { z } from 'zod';
import type { JobsContract } from '../contract/jobs';
import {
  jobView,
  requestJob,
  retryFailed,
  steerJob,
  viewJob,
  type JobCommand,
  type WatchedJob,
} from '../usecases/jobs/control-job';
import { finishScoring, viewLeftBehind } from '../usecases/jobs/finish-outdated';
import { scopeAsk, scopeIn, scopeOf } from './asks';
import type { JobView } from '../contract/jobs';
import type { ProjectId } from '../core/terms/project';
import type { Handlers, RequestContext } from './surroundings';

const startAsk = scopeAsk.extend({ jql: z.string().max(4_000).default('') });

type Work<T> = (project: ProjectId | null) => Promise<T>;

/** Does it with the project of the key that was asked about, and answers with that key. */
async function onScope<T extends WatchedJob | null>(
  payload: unknown,
  context: RequestContext,
  work: Work<T>,
): Promise<JobView | (T extends null ? null : never)> {
  const ask = scopeAsk.parse(payload);
  const job = await work(await scopeOf(ask, context));
  return (job === null ? null : jobView(job, ask.project)) as JobView;
}

const steer = (payload: unknown, wanted: JobCommand, context: RequestContext) =>
  onScope(payload, context, (project) =>
    steerJob({ project, wanted }, context, context.world, context.now),
  );

export const jobsHandlers = {
  'job.start': async (payload, context) => {
    const { jql } = startAsk.parse(payload);
    return onScope(payload, context, (project) =>
      requestJob({ project, jql }, context, context.world, context.now),
    );
  },
  'job.view': (payload, context) =>
    onScope(payload, context, (project) => viewJob(project, context, context.world, context.now)),
  'job.pause': (payload, context) => steer(payload, 'pause', context),
  'job.resume': (payload, context) => steer(payload, 'run', context),
  'job.cancel': (payload, context) => steer(payload, 'cancel', context),
  'job.retryFailed': (payload, context) =>
    onScope(payload, context, (project) =>
      retryFailed(project, context, context.world, context.now),
    ),
  'job.left': async (payload, context) =>
    viewLeftBehind(await scopeIn(payload, context), context, context.world),
  'job.finish': (payload, context) =>
    onScope(payload, context, (project) =>
      finishScoring(project, context, context.world, context.now),
    ),
} satisfies Handlers<JobsContract>;
