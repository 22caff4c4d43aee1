import type { FollowThroughView } from '../contract/follow-through';
import { projectFollowThrough } from '../usecases/post-mortem/project-follow-through';
import { issueAsk } from './decisions';
import type { Surroundings } from './resolver';

/** `followthrough.view` */
export async function answerFollowThrough(
  payload: unknown,
  { viewer, world, now }: Surroundings,
): Promise<FollowThroughView> {
  const { numbers, ...rest } = await projectFollowThrough(
    issueAsk.parse(payload).issueId,
    viewer,
    world,
    now,
  );
  const {
    postMortems,
    actions: { inTime, late, overdue, open },
    share,
    recurrences,
  } = numbers;
  return { postMortems, done: { inTime, late }, overdue, open, share, recurrences, ...rest };
}
