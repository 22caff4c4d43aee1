import type { Signals } from '../signals/signal';
import { dayNumber } from '../time/utc-day';
import { effortOf } from './effort';
import { judge, lifted } from './evaluation';
import { measure } from './criteria/measure';
import type { Unknown } from './criteria/measured';
import { opening } from './methods/valuation';
import type { ScoringPlan } from './plan';
import { tenth } from '../score-card/lines';
import { weighEvidence } from './evidence/evidence-totals';
import { urgencyOf } from './urgency';
import { highestMean, lowestMean, valueOf, type Mean, type Weighed } from './methods/weighted-mean';

/** What an issue scores by itself and between what it lies, as the card says it without an override: all that inheritance needs to know. */
export interface OwnRange {
  readonly own: number | null;
  readonly low: number;
  readonly high: number;
}

/** Only the number, for a preview of a whole backlog, where nobody reads lines or ranges yet; null while there is none. */
export function ownScore(plan: ScoringPlan, signals: Signals, now: Date): number | null {
  if (signals.issue.category === 'done') return null;
  if (plan.valueFunction !== null) return inTenths(judge(signals, plan, now).score);
  const { known, lift } = sumUp(plan, signals, now);
  return inTenths(lifted(valueOf(known), effortOf(signals, plan).ease, lift));
}

export function ownRange(plan: ScoringPlan, signals: Signals, now: Date): OwnRange {
  const summary = plan.valueFunction === null ? sumUp(plan, signals, now) : null;
  if (summary === null || summary.disputed) {
    const { score, low, high } = judge(signals, plan, now);
    return { own: inTenths(score), low: tenth(low * 10), high: tenth(high * 10) };
  }
  const { known, unknown, lift } = summary;
  const { ease, lowestEase, highestEase } = effortOf(signals, plan);
  const low =
    unknown.length === 0
      ? known
      : lowestMean(
          known,
          unknown.map((one) => weighed(one, 'low')),
        );
  const high =
    unknown.length === 0
      ? known
      : highestMean(
          known,
          unknown.map((one) => weighed(one, 'high')),
        );
  return {
    own: inTenths(lifted(valueOf(known), ease, lift)),
    low: inTenths(lifted(valueOf(low), lowestEase, lift)) ?? 0,
    high: inTenths(lifted(valueOf(high), highestEase, lift)) ?? 100,
  };
}

interface Summary {
  readonly known: Mean;
  readonly unknown: readonly Unknown[];
  /** People disagree so much about something known that it stays open. */
  readonly disputed: boolean;
  readonly lift: number;
}

function sumUp(plan: ScoringPlan, signals: Signals, now: Date): Summary {
  const { rubric } = plan;
  const today = dayNumber(now);
  const testimony = weighEvidence(signals.evidence, rubric, today);
  const moment = { signals, testimony, rubric, today };
  const unknown: Unknown[] = [];
  let [sum, weight, disputed] = [0, 0, false];
  for (const criterion of plan.criteria) {
    const measured = measure(criterion, moment);
    if (measured.state === 'unknown') unknown.push(measured);
    if (measured.state !== 'known') continue;
    sum += criterion.weight * measured.points;
    weight += criterion.weight;
    disputed ||= measured.open !== undefined;
  }
  return {
    known: { sum, weight },
    unknown,
    disputed,
    lift: rubric.urgency.lambda * urgencyOf(signals, testimony, rubric, today).amount,
  };
}

function weighed(one: Unknown, side: 'low' | 'high'): Weighed {
  return { weight: one.plan.weight, tenths: opening(one)[side] };
}

function inTenths(exact: number | null): number | null {
  return exact === null ? null : tenth(exact * 10);
}
