import type { LaneView } from '../contract/lane';
import { viewLane } from '../usecases/issue-panel/view-lane';
import { issueAsk } from './decisions';
import type { Surroundings } from './resolver';

/** `lane.view` */
export async function answerLaneView(
  payload: unknown,
  { viewer, world, now }: Surroundings,
): Promise<LaneView> {
  const { issueId } = issueAsk.parse(payload);
  const { capacity, ...standing } = await viewLane(issueId, viewer, world, now);
  return { ...standing, counts: capacity.count };
}
