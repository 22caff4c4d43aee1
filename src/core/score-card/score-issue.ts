import type { Inherited } from '../blockers/inherited-score';
import { overridesInForce } from '../overrides/overrides-in-force';
import type { Rubric } from '../rubric/schema/schema';
import { planScoring, type ScoringPlan } from '../scoring/plan';
import type { Signals } from '../signals/signal';
import { evaluateIssue } from './evaluate-issue';
import { makeCard } from './make-card';
import type { ScoreCard } from './score-card';

export interface ScoreInput {
  readonly signals: Signals;
  readonly rubric: Rubric;
  readonly now: Date;
  readonly inherited: Inherited | null;
  /** Instead of those that the signals hold. */
  readonly overrides?: readonly unknown[];
}

/** The card of one issue. For many issues under one rubric, plan once and use `scoreWithPlan`: the result is the same. */
export function scoreIssue({
  signals,
  rubric,
  now,
  inherited,
  overrides = signals.overrides ?? [],
}: ScoreInput): ScoreCard {
  const inForce = overridesInForce(overrides, now);
  return makeCard(evaluateIssue(planScoring(rubric), signals, now, inForce), inherited);
}

/** The card of an issue of which it is known already what it inherits. */
export function scoreWithPlan(
  plan: ScoringPlan,
  signals: Signals,
  now: Date,
  inherited: Inherited | null,
): ScoreCard {
  return makeCard(evaluateIssue(plan, signals, now), inherited);
}
