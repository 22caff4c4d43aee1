import type { LaneContract } from '../contract/lane';
import { viewLane } from '../usecases/issue-panel/view-lane';
import { asking } from './asking';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

export const laneHandlers = {
  'lane.view': asking(issueAsk, ({ issueId }, { viewer, world, now }) =>
    viewLane(issueId, viewer, world, now),
  ),
} satisfies Handlers<LaneContract>;
