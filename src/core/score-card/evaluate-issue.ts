import { bandOf } from '../lanes/band';
import { horizonFor, type HorizonDecision } from '../lanes/horizon';
import { laneFor, type LaneDecision } from '../lanes/lane';
import { overridesInForce, type OverridesInForce } from '../overrides/overrides-in-force';
import { evaluate, type Evaluation } from '../scoring/evaluation';
import type { ScoringPlan } from '../scoring/plan';
import type { Inherited } from '../blockers/inherited-score';
import { breachedBy } from '../signals/breaches';
import type { Signals } from '../signals/signal';
import type { Band } from '../terms/band';
import { tenth } from './lines';

/**
 * An issue that is not done, evaluated by itself at a moment: every card of that moment is made from it, whatever is inherited. What
 * is inherited is only known once all issues of a batch are evaluated, so this is kept and the card is made once.
 */
export interface EvaluatedIssue {
  readonly signals: Signals;
  readonly plan: ScoringPlan;
  readonly judgement: Evaluation;
  readonly overrides: OverridesInForce;
  /** By the rubric alone, 0–100 with one decimal; null when nothing is known. */
  readonly judged: number | null;
  /** After the override of the score, as if nobody had declined it. */
  readonly alone: number | null;
  /** What it scores by itself and may pass on; null when nothing is known or it is declined. */
  readonly own: number | null;
  /** The range that belongs to `own`. */
  readonly ownLow: number;
  readonly ownHigh: number;
}

/** Where an issue stands: what of a card people act on. */
export interface Standing {
  readonly score: number | null;
  readonly band: Band | null;
  readonly lane: LaneDecision;
  readonly horizon: HorizonDecision;
}

/** Null for what is done: it needs no priority; reopened, it is scored again. */
export function evaluateIssue(
  plan: ScoringPlan,
  given: Signals,
  now: Date,
  overrides: OverridesInForce = overridesInForce(given.overrides ?? [], now),
): EvaluatedIssue | null {
  if (given.issue.category === 'done') return null;
  const signals = breachedBy(given, now);
  const judgement = evaluate(signals, plan, now);
  const judged = judgement.score === null ? null : tenth(judgement.score * 10);
  const alone = judged === null ? null : movedBy(judged, overrides);
  const declined = overrides.decline !== null;
  return {
    signals,
    plan,
    judgement,
    overrides,
    judged,
    alone,
    own: declined ? null : alone,
    ownLow: declined ? 0 : movedBy(tenth(judgement.low * 10), overrides),
    ownHigh: declined ? 0 : movedBy(tenth(judgement.high * 10), overrides),
  };
}

/** The standing alone, without the lines, missing inputs and words of a card. */
export function standingOf(evaluated: EvaluatedIssue, inherited: Inherited | null): Standing {
  const { signals, plan, judgement, overrides, alone, own } = evaluated;
  const score = inherited === null ? own : Math.max(own ?? 0, inherited.score);
  const band = score === null ? null : bandOf(score, plan.rubric);
  const lane = pinned(overrides, laneFor({ signals, judgement, plan }), alone);
  const horizon = paused(
    overrides,
    horizonFor({ signals, rubric: plan.rubric, band, lane: lane.lane }),
  );
  return { score, band, lane, horizon };
}

/** An issue's own score after its override; it stays within 0–100. */
export function movedBy(score: number, { points }: OverridesInForce): number {
  return points === null ? score : tenth(10 * Math.min(100, Math.max(0, score + points.points)));
}

/** `score`: what the issue would have, were it not declined. */
function pinned(
  { lane, decline }: OverridesInForce,
  ruled: LaneDecision,
  score: number | null,
): LaneDecision {
  const placed =
    lane === null
      ? ruled
      : {
          lane: lane.lane,
          because: {
            kind: 'pinned' as const,
            until: lane.until,
            byRule: ruled.lane,
            because: ruled.because,
          },
        };
  if (decline === null) return placed;
  return {
    lane: 'declined',
    because: { kind: 'declined', until: decline.until, otherwise: { ...placed, score } },
  };
}

/** What is declined has no horizon; what is paused is not for now. */
function paused({ decline, pause }: OverridesInForce, ruled: HorizonDecision): HorizonDecision {
  if (decline !== null)
    return { horizon: null, because: { kind: 'declined', until: decline.until, otherwise: null } };
  if (pause === null) return ruled;
  const insteadOfNow = ruled.horizon === 'now';
  return {
    horizon: insteadOfNow ? 'next' : ruled.horizon,
    because: { kind: 'paused', until: pause.until, insteadOfNow, because: ruled.because },
  };
}
