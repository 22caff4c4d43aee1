import { cameBack } from '../../core/retention/deleted';
import type { Reaction, ScoredIssue, ScoringNeeds } from '../ports/world';

/**
 * Takes the time of its removal back from an issue that is there again. Looks at those alone of which the ledger knew nothing, as it
 * forgets what is deleted.
 */
export const takeBackRemovals: Reaction<Pick<ScoringNeeds, 'removals'>> = {
  name: 'take back removals',
  async run(scored, _trigger, { removals }) {
    const found = scored.filter(isNew).map(({ entry }) => entry);
    if (found.length === 0 || !(await removals.any())) return;
    const waiting = await removals.among(
      'issue',
      found.map(({ issueId }) => issueId),
    );
    const back = found.filter(({ issueId, readAt }) => {
      const deletedAt = waiting.get(issueId)?.deletedAt;
      return deletedAt !== undefined && cameBack(deletedAt, readAt);
    });
    await removals.clear(
      'issue',
      back.map(({ issueId }) => issueId),
    );
  },
};

function isNew({ before, stale }: ScoredIssue): boolean {
  return !stale && (before === null || before.key === '');
}
