import type { Signals } from '../signals/signal';
import { dayNumber } from '../time/utc-day';
import { effortOf, type Effort } from './effort';
import { measure } from './criteria/measure';
import type { Known, Unknown } from './criteria/measured';
import { valueByFunction } from './methods/by-function';
import { valueByMean } from './methods/by-mean';
import type { Valuation } from './methods/valuation';
import type { ScoringPlan } from './plan';
import { weighEvidence, type EvidenceTotals } from './evidence/evidence-totals';
import { urgencyOf, type Urgency } from './urgency';

/** An issue judged by itself: everything that the card and the lanes are made from. Scores here are exact, not rounded. */
export interface Evaluation {
  /** Whole UTC days since 1970. */
  readonly today: number;
  readonly totals: EvidenceTotals;
  readonly known: readonly Known[];
  readonly unknown: readonly Unknown[];
  readonly valuation: Valuation;
  readonly effort: Effort;
  readonly urgency: Urgency;
  /** λ·U, 0–1. */
  readonly lift: number;
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
}

export function evaluate(signals: Signals, plan: ScoringPlan, now: Date): Evaluation {
  const today = dayNumber(now);
  const totals = weighEvidence(signals, plan.rubric, today);
  const moment = { signals, totals, rubric: plan.rubric, today };
  const known: Known[] = [];
  const unknown: Unknown[] = [];
  for (const criterion of plan.criteria) {
    const measured = measure(criterion, moment);
    if (measured.state === 'known') known.push(measured);
    else if (measured.state === 'unknown') unknown.push(measured);
  }
  const valuation = valuationOf(known, unknown, plan);
  const effort = effortOf(signals, plan);
  const urgency = urgencyOf(signals, totals, plan.rubric, today);
  const lift = plan.rubric.urgency.lambda * urgency.amount;
  return {
    today,
    totals,
    known,
    unknown,
    valuation,
    effort,
    urgency,
    lift,
    score: lifted(valuation.value, effort.ease, lift),
    low: lifted(valuation.bounds?.low ?? null, effort.lowestEase, lift) ?? 0,
    high: lifted(valuation.bounds?.high ?? null, effort.highestEase, lift) ?? 100,
  };
}

/** V·E + (100 − V·E)·λU, written so that each step keeps order in floating point too. */
export function lifted(value: number | null, ease: number, lift: number): number | null {
  return value === null ? null : 100 - (100 - value * ease) * (1 - lift);
}

/** What the rubric's method makes of these criteria; those in neither list are taken to be left out. */
export function valuationOf(
  known: readonly Known[],
  unknown: readonly Unknown[],
  { rubric: { method }, criteria, valueFunction }: ScoringPlan,
): Valuation {
  if (valueFunction !== null) return valueByFunction(valueFunction, criteria, known, unknown);
  return valueByMean(known, unknown, method.kind === 'weighted' ? method.scale : null);
}
