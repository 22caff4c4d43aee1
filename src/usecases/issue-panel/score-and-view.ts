import type { ScoreCard } from '../../core/score-card/score-card';
import type { Mention } from '../../core/signals/mention';
import { mentionsOf } from '../decisions/entries-from-scoring';
import { Gone } from '../ports/failures';
import type { Viewer, World } from '../ports/world';
import { redact } from '../access/redact-card';
import type { ScoredIssue } from '../ports/reactions';
import { scoreIssues } from '../scoring/score-issues';
import { seenMentions, wordsToHide } from '../access/visible-mentions';

export interface ShownScore {
  readonly result: ScoredIssue;
  /** The card without what this person may not see; null for a closed issue. */
  readonly card: ScoreCard | null;
  /** How many linked issues are kept from this person. */
  readonly hidden: number;
  /** What the card named, and whether this person may read it. */
  readonly seen: ReadonlyMap<Mention, boolean>;
}

/**
 * Scores an issue for a person who looks at it, by the same way as every other score.
 * @throws Gone when the issue does not exist or this person may not see it: Jira does not tell the two apart, nor do we.
 */
export async function viewScore(
  issueId: string,
  viewer: Viewer,
  world: World,
  now: Date,
): Promise<ShownScore> {
  if (!(await viewer.visible([issueId])).has(issueId))
    throw new Gone(`Issue ${issueId} does not exist, or you may not see it`);
  const { results } = await scoreIssues([issueId], world, now);
  const result = results[0];
  if (result === undefined) throw new Gone(`Issue ${issueId} was deleted`);
  if (result.card === null) return { result, card: null, hidden: 0, seen: new Map() };
  const seen = await seenMentions(mentionsOf(result.card, result.entry.signals), viewer, world);
  const hidden = wordsToHide(seen);
  return { result, card: redact(result.card, hidden), hidden: hidden.length, seen };
}
