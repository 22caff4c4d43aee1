import type { Line, ScoreCard } from '../../core/score-card/score-card';
import { hideIssueKeys } from './hide-issue-keys';
import { issueKeysToHide, redacted, shownSources, type Seen } from './redact';

/**
 * The card without what a person may not see: sources that are about it go with all that they say, and elsewhere it is «a hidden
 * issue». Numbers stay. Only where people wrote something themselves is text searched for keys.
 */
export function redact(card: ScoreCard, seen: Seen): ScoreCard {
  if ([...seen.values()].every((mayRead) => mayRead)) return card;
  const clean = hideIssueKeys(issueKeysToHide(seen));
  const cleanLine = (line: Line): Line => ({
    ...redacted(line, seen),
    label: clean(line.label),
    from: shownSources(line.from, seen),
  });
  return {
    ...card,
    because: redacted(card.because, seen),
    horizonBecause: redacted(card.horizonBecause, seen),
    lines: card.lines.map(cleanLine),
    missing: redacted(card.missing, seen),
  };
}
