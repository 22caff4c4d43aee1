import type { ScoringPlan } from '../../core/scoring/plan';
import { scoreWithPlan } from '../../core/score-card/score-issue';
import type { LedgerEntry } from '../ports/world';

/** What each criterion gave an issue that is closed now, from the signals that its record held while it was open: calibration asks for it later. */
export function lastJudged(
  before: LedgerEntry | undefined,
  plan: ScoringPlan,
): Pick<LedgerEntry, 'lastPoints'> {
  if (before === undefined) return {};
  const { open, signals, scoredAt, lastPoints } = before;
  if (!open || signals === null) return lastPoints === undefined ? {} : { lastPoints };
  const { lines } = scoreWithPlan(plan, signals, new Date(scoredAt), null);
  return {
    lastPoints: Object.fromEntries(
      lines.flatMap(({ id, points }) => (points === null ? [] : [[id, points]])),
    ),
  };
}
