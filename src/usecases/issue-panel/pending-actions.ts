import type { World } from '../ports/world';
import type { ShownScore } from './score-and-view';

/** What waits for somebody at an issue, besides the question that would settle its score. */
export interface Waiting {
  /** Overrides that somebody has to approve. */
  readonly approvals: number;
  /** A post-mortem that is not complete yet. */
  readonly postMortem: boolean;
}

export async function whatWaits(
  { result: { entry }, card }: ShownScore,
  world: Pick<World, 'postMortems'>,
): Promise<Waiting> {
  const postMortem = (await world.postMortems.read([entry.issueId])).get(entry.issueId);
  return {
    approvals:
      card?.overrides?.idle.filter(({ why }) => why === 'it waits for approval').length ?? 0,
    postMortem: postMortem !== undefined && postMortem.completed === null,
  };
}
