import {
  noOverrides,
  overridesInForce,
  type OverridesInForce,
} from '../overrides/overrides-in-force';
import { bandOf } from '../lanes/band';
import { horizonFor, type HorizonDecision } from '../lanes/horizon';
import { laneFor, type LaneDecision } from '../lanes/lane';
import type { Rubric } from '../rubric/schema/schema';
import type { Signals } from '../signals/signal';
import type { Inherited } from '../blockers/inherited-score';
import { judge } from '../scoring/evaluation';
import { missingInputs } from './missing-inputs';
import { overrideLines, standingWords } from './override-lines';
import { planScoring, type ScoringPlan } from '../scoring/plan';
import { inheritedLine, ownLines, tenth } from './lines';
import { reasonsText } from './reasons-field';
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
  return scoreWithPlan(
    planScoring(rubric),
    signals,
    now,
    inherited,
    overridesInForce(overrides, now),
  );
}

/**
 * An override moves the issue's own score, and inheritance comes after it: so what an issue passes on includes its override, and
 * no override lets a blocker fall below what it blocks. What is declined has no score of its own, and passes none on; it is in no
 * lane's order, but while it blocks other work it says so by the score that it inherits.
 */
export function scoreWithPlan(
  plan: ScoringPlan,
  signals: Signals,
  now: Date,
  inherited: Inherited | null,
  overrides: OverridesInForce = overridesInForce(signals.overrides ?? [], now),
): ScoreCard {
  if (signals.issue.category === 'done') return closedCard;
  const judgement = judge(signals, plan, now);
  const moved = (score: number): number => movedBy(score, overrides);
  const judged = judgement.score === null ? null : tenth(judgement.score * 10);
  const declined = overrides.decline !== null;
  const alone = judged === null ? null : moved(judged);
  const own = declined ? null : alone;
  const ownLow = declined ? 0 : moved(tenth(judgement.low * 10));
  const ownHigh = declined ? 0 : moved(tenth(judgement.high * 10));
  const score = inherited === null ? own : Math.max(own ?? 0, inherited.score);
  const worded = judged === null || declined ? [] : [...ownLines(judgement, plan, judged)];
  if (overrides !== noOverrides)
    worded.push(
      ...overrideLines(
        overrides,
        judged === null || own === null ? null : tenth(own * 10 - judged * 10),
      ),
    );
  if (inherited !== null) worded.push(...inheritedLine(own, inherited));
  const band = score === null ? null : bandOf(score, plan.rubric);
  const lane = pinned(overrides, laneFor({ signals, judgement, plan }), alone);
  const horizon = paused(
    overrides,
    horizonFor({ signals, rubric: plan.rubric, band, lane: lane.lane }),
  );
  const card: { -readonly [K in keyof ScoreCard]: ScoreCard[K] } = {
    score,
    // While nothing is known of the issue itself, only what it inherits holds it up.
    low: inherited !== null && own === null ? inherited.low : Math.max(ownLow, inherited?.low ?? 0),
    high: Math.max(ownHigh, inherited?.high ?? 0),
    own,
    ownLow,
    ownHigh,
    band,
    lane: lane.lane,
    because: lane.because,
    horizon: horizon.horizon,
    horizonBecause: horizon.because,
    lines: worded.map(({ line }) => line),
    missing: declined
      ? []
      : missingInputs(judgement, (learned) => Math.max(inherited?.score ?? 0, moved(learned))),
    reasons: reasonsText(worded, standingWords(overrides)),
  };
  if (judgement.valuation.raw !== undefined) card.raw = judgement.valuation.raw;
  if (overrides !== noOverrides) card.overrides = overrides;
  return card;
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
          because: `a person pinned it until ${lane.until}; by the rules ${ruled.lane}: ${ruled.because}`,
        };
  if (decline === null) return placed;
  return {
    lane: 'declined',
    because: `a person declined it until ${decline.until}; otherwise ${placed.lane}${score === null ? '' : ` with a score of ${score}`}: ${placed.because}`,
  };
}

/** What is declined has no horizon; what is paused is not for now. */
function paused({ decline, pause }: OverridesInForce, ruled: HorizonDecision): HorizonDecision {
  if (decline !== null) return { horizon: null, because: `it is declined until ${decline.until}` };
  if (pause === null) return ruled;
  if (ruled.horizon === 'now')
    return {
      horizon: 'next',
      because: `a person paused it until ${pause.until}; by the rules now: ${ruled.because}`,
    };
  return { ...ruled, because: `${ruled.because}; a person paused it until ${pause.until}` };
}

/** What is done needs no priority; reopened, it is scored again. */
const closedCard: ScoreCard = {
  score: null,
  low: 0,
  high: 0,
  own: null,
  ownLow: 0,
  ownHigh: 0,
  band: null,
  lane: 'unsorted',
  because: 'it is done',
  horizon: null,
  horizonBecause: 'it is done',
  lines: [],
  missing: [],
  reasons: '',
};
