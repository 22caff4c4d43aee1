import type { Interval } from '../../formula/interval';
import type { Known, Unknown } from '../criteria/measured';
import { highestMean, lowestMean, valueOf, type Mean, type Weighed } from './weighted-mean';
import { clean } from '../../numbers/clean';
import { opening, type Valuation } from './valuation';

export interface RatingScale {
  readonly from: number;
  readonly to: number;
}

type Side = 'low' | 'high';

/** V as the weighted mean over what is known: what is missing leaves the denominator. */
export function valueByMean(
  known: readonly Known[],
  unknown: readonly Unknown[],
  scale: RatingScale | null,
): Valuation {
  const mean = meanOf(known, null);
  const disputed = known.some(({ open }) => open !== undefined);
  const atSide = (side: Side): Mean => (disputed ? meanOf(known, side) : mean);
  const low = valueOf(lowestMean(atSide('low'), weighedAll(unknown, 'low')));
  const high = valueOf(highestMean(atSide('high'), weighedAll(unknown, 'high')));
  // A known one is in the mean already: it only changes its points.
  const learned = (these: readonly (Known | Unknown)[], side: Side): number | null => {
    let { sum, weight } = mean;
    for (const one of these) {
      const tenths = opening(one)[side];
      sum += one.plan.weight * (one.state === 'unknown' ? tenths : tenths - one.points);
      if (one.state === 'unknown') weight += one.plan.weight;
    }
    return valueOf({ sum, weight });
  };
  return {
    value: valueOf(mean),
    bounds: interval(low, high),
    raw: scale === null ? undefined : rawMean(known, scale),
    ifLearned: (these) => interval(learned(these, 'low'), learned(these, 'high')),
    shares: () => ({
      start: 0,
      known: known.map((one) => (one.plan.weight * one.points) / (10 * mean.weight)),
      assumed: [],
    }),
    weightOf: (one) => one.plan.weight / mean.weight,
  };
}

function interval(low: number | null, high: number | null): Interval | null {
  return low === null || high === null ? null : { low, high };
}

/** `side`: where people disagree, of what they leave open; else of the points as they stand. */
function meanOf(known: readonly Known[], side: Side | null): Mean {
  let sum = 0;
  let weight = 0;
  for (const one of known) {
    sum += one.plan.weight * (side === null ? one.points : opening(one)[side]);
    weight += one.plan.weight;
  }
  return { sum, weight };
}

function weighedAll(unknown: readonly Unknown[], side: Side): readonly Weighed[] {
  if (unknown.length === 0) return nothing;
  return unknown.map((one) => ({ weight: one.plan.weight, tenths: opening(one)[side] }));
}

const nothing = Object.freeze<Weighed[]>([]);

/** On the scale that people rate by, to every digit they gave and beyond its ends; points themselves are in tenths and end there. */
function rawMean(known: readonly Known[], { from, to }: RatingScale): number | null {
  const weight = known.reduce((sum, one) => sum + one.plan.weight, 0);
  if (weight === 0) return null;
  const raw =
    from +
    known.reduce((sum, one) => sum + one.plan.weight * shareOfScale(one), 0) *
      ((to - from) / weight);
  return Number.isFinite(raw) ? clean(raw) : null;
}

function shareOfScale({ plan, points, amount }: Known): number {
  const { curve } = plan.criterion;
  if (curve.kind !== 'linear' || amount === null) return points / 1000;
  const place = (amount - curve.from.x) / (curve.to.x - curve.from.x);
  return (curve.from.points + place * (curve.to.points - curve.from.points)) / 100;
}
