import type { ScoreView } from '../../contract/score';
import type { ShownScore } from './score-for-person';
import type { Needs } from './needs';

/** What waits for somebody at an issue, besides the question that would settle its score. */
export async function whatWaits(
  { result: { entry }, card, opensPostMortem }: ShownScore,
  world: Pick<Needs, 'postMortems'>,
): Promise<ScoreView['waits']> {
  const postMortem = (await world.postMortems.read([entry.issueId])).get(entry.issueId);
  return {
    approvals: card?.overrides?.idle.filter(({ why }) => why.kind === 'waits').length ?? 0,
    postMortem: opensPostMortem || (postMortem !== undefined && postMortem.completed === null),
  };
}
