import { z } from 'zod';
import type { JobView, LeftView } from '../contract/jobs';
import {
  requestJob,
  retryFailed,
  steerJob,
  viewJob,
  type WatchedJob,
} from '../usecases/jobs/control-job';
import { finishScoring, viewLeftBehind } from '../usecases/jobs/finish-outdated';
import type { Surroundings } from './resolver';

export const scopeAsk = z.object({
  /** Null for the whole site. */
  project: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,254}$/u, 'must be a project key')
    .nullable(),
});
const startAsk = scopeAsk.extend({ jql: z.string().max(4_000).default('') });

/** `job.start` */
export async function answerJobStart(
  payload: unknown,
  me: string,
  { viewer, world, now }: Surroundings,
): Promise<JobView> {
  const { project, jql } = startAsk.parse(payload);
  return jobView(await requestJob(project, jql, { viewer, me }, world, now));
}

/** `job.view` */
export async function answerJobView(
  payload: unknown,
  me: string,
  { viewer, world, now }: Surroundings,
): Promise<JobView | null> {
  const found = await viewJob(scopeAsk.parse(payload).project, { viewer, me }, world, now);
  return found === null ? null : jobView(found);
}

/** `job.pause`, `job.resume`, `job.cancel` */
export async function answerJobSteer(
  payload: unknown,
  wish: 'run' | 'pause' | 'cancel',
  me: string,
  { viewer, world, now }: Surroundings,
): Promise<JobView> {
  return jobView(await steerJob(scopeAsk.parse(payload).project, wish, { viewer, me }, world, now));
}

/** `job.retryFailed` */
export async function answerJobRetry(
  payload: unknown,
  me: string,
  { viewer, world, now }: Surroundings,
): Promise<JobView> {
  return jobView(await retryFailed(scopeAsk.parse(payload).project, { viewer, me }, world, now));
}

/** `job.left` */
export async function answerJobLeft(
  payload: unknown,
  me: string,
  { viewer, world }: Surroundings,
): Promise<LeftView> {
  return viewLeftBehind(scopeAsk.parse(payload).project, { viewer, me }, world);
}

/** `job.finish` */
export async function answerJobFinish(
  payload: unknown,
  me: string,
  { viewer, world, now }: Surroundings,
): Promise<JobView> {
  return jobView(await finishScoring(scopeAsk.parse(payload).project, { viewer, me }, world, now));
}

function jobView({ job, state, secondsLeft, lastLookAt, maySteer, mayStart }: WatchedJob): JobView {
  const {
    id,
    project,
    cause,
    note,
    total,
    done,
    changed,
    failed,
    failures,
    startedAt,
    updatedAt,
    finishedAt,
  } = job;
  return {
    id,
    project,
    cause,
    state,
    note,
    total,
    done,
    changed,
    failed,
    failures,
    startedAt,
    updatedAt,
    finishedAt,
    secondsLeft,
    lastLookAt,
    maySteer,
    mayStart,
  };
}
