import type { ScoreCard } from '../../core/score-card/score-card';
import { mentionsIn, type Mention } from '../../core/signals/mention';

/** Other issues that a card names: in its lines and where these come from, or in the reasons for lane and horizon alone. */
export function mentionedOn({ because, horizonBecause, lines }: ScoreCard): readonly Mention[] {
  return mentionsIn([lines, because, horizonBecause]);
}
