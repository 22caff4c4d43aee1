import type { LaneContract } from '../contract/lane';
import { viewLane } from '../usecases/issue-panel/view-lane';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

export const laneHandlers = {
  'lane.view': (payload, { viewer, world, now }) =>
    viewLane(issueAsk.parse(payload).issueId, viewer, world, now),
} satisfies Handlers<LaneContract>;
