import type { ScoreCard } from '../../core/score-card/score-card';
import { scoreWithPlan } from '../../core/score-card/score-issue';
import type { ScoringPlan } from '../../core/scoring/plan';
import type { LedgerEntry, ScoredIssue } from '../ports/world';

/** What the rubric in force makes of what an issue was judged by before, at that moment. Few scorings need it, and these more than once. */
export function earlierCardOf(
  before: LedgerEntry | undefined,
  plan: () => ScoringPlan,
): ScoredIssue['earlierCard'] {
  let made: { readonly card: ScoreCard | null } | null = null;
  const make = (): ScoreCard | null =>
    before === undefined || before.signals === null
      ? null
      : scoreWithPlan(plan(), before.signals, new Date(before.scoredAt), null);
  return () => (made ??= { card: make() }).card;
}

/** What each criterion gave an issue that is closed now, from the signals that its record held while it was open: calibration asks for it later. */
export function lastJudged(
  before: LedgerEntry | undefined,
  earlierCard: ScoredIssue['earlierCard'],
): Pick<LedgerEntry, 'lastPoints'> {
  if (before === undefined) return {};
  const { open, lastPoints } = before;
  const earlier = open ? earlierCard() : null;
  if (earlier === null) return lastPoints === undefined ? {} : { lastPoints };
  return {
    lastPoints: Object.fromEntries(
      earlier.lines.flatMap(({ id, points }) => (points === null ? [] : [[id, points]])),
    ),
  };
}
