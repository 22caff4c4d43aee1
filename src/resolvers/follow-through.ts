import type { FollowThroughContract } from '../contract/follow-through';
import { projectFollowThrough } from '../usecases/post-mortem/project-follow-through';
import { asking } from './asking';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

export const followThroughHandlers = {
  'followthrough.view': asking(issueAsk, ({ issueId }, { viewer, world, now }) =>
    projectFollowThrough(issueId, viewer, world, now),
  ),
} satisfies Handlers<FollowThroughContract>;
