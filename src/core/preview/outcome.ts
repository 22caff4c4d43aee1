import type { Inherited } from '../blockers/inherited-score';
import type { ScoringPlan } from '../scoring/plan';
import { scoreWithPlan } from '../score-card/score-issue';
import type { ScoreCard } from '../score-card/score-card';
import type { Signals } from '../signals/signal';

/** As much of a card as a preview counts: a whole backlog of cards with all their lines would not fit into memory. */
/** `high` is not known of what only stands in Jira. */
export interface Outcome
  extends Pick<ScoreCard, 'score' | 'band' | 'lane' | 'horizon'>, Partial<Pick<ScoreCard, 'high'>> {
  readonly inherited: Inherited | null;
}

export function outcomeOf(
  { score, high, band, lane, horizon }: ScoreCard,
  inherited: Inherited | null,
): Outcome {
  return { score, high, band, lane, horizon, inherited };
}

/** The whole card once more. */
export function cardOf(
  { inherited }: Outcome,
  signals: Signals,
  plan: ScoringPlan,
  now: Date,
): ScoreCard {
  return scoreWithPlan(plan, signals, now, inherited);
}
