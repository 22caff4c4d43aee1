import type { FollowThroughContract } from '../contract/follow-through';
import { projectFollowThrough } from '../usecases/post-mortem/project-follow-through';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

export const followThroughHandlers = {
  'followthrough.view': (payload, { viewer, world, now }) =>
    projectFollowThrough(issueAsk.parse(payload).issueId, viewer, world, now),
} satisfies Handlers<FollowThroughContract>;
