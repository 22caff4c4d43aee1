import type { Interval } from '../../formula/interval';
import type { Tenths } from '../../curves/compiled';
import type { Known, Unknown } from '../criteria/measured';
import { highestMean, lowestMean, valueOf, type Mean, type Weighed } from './weighted-mean';
import { clean } from '../../numbers/clean';
import { opening, type Valuation } from './valuation';

export interface RatingScale {
  readonly from: number;
  readonly to: number;
}

type Side = 'low' | 'high';

/** V as the weighted mean over what is known, and what the rubric assumes: what else is missing leaves the denominator. */
export function valueByMean(
  known: readonly Known[],
  unknown: readonly Unknown[],
  scale: RatingScale | null,
): Valuation {
  const assumed = assumedAmong(unknown);
  const mean = meanOf(known, assumed, null);
  const disputed = assumed.length > 0 || known.some(({ open }) => open !== undefined);
  const atSide = (side: Side): Mean => (disputed ? meanOf(known, assumed, side) : mean);
  const others =
    assumed.length === 0 ? unknown : unknown.filter((one) => one.assumed === undefined);
  const low = valueOf(lowestMean(atSide('low'), weighedAll(others, 'low')));
  const high = valueOf(highestMean(atSide('high'), weighedAll(others, 'high')));
  // A known or assumed one is in the mean already: it only changes its points.
  const learned = (these: readonly (Known | Unknown)[], side: Side): number | null => {
    let { sum, weight } = mean;
    for (const one of these) {
      const before = one.state === 'known' ? one.points : (one.assumed ?? null);
      sum += one.plan.weight * (opening(one)[side] - (before ?? 0));
      if (before === null) weight += one.plan.weight;
    }
    return valueOf({ sum, weight });
  };
  const shareOf = ({ plan }: Known | Unknown, points: number): number =>
    (plan.weight * points) / (10 * mean.weight);
  return {
    value: valueOf(mean),
    bounds: interval(low, high),
    raw: scale === null ? undefined : rawMean(known, assumed, scale),
    ifLearned: (these) => interval(learned(these, 'low'), learned(these, 'high')),
    shares: () => ({
      start: 0,
      known: known.map((one) => shareOf(one, one.points)),
      assumed: assumed.map(({ one, points }) => ({
        one,
        value: one.plan.criterion.assumed ?? 0,
        weighed: { points, weight: one.plan.weight / mean.weight },
        share: shareOf(one, points),
      })),
    }),
    weightOf: (one) => one.plan.weight / mean.weight,
  };
}

/** What the rubric takes for an unknown input meanwhile. */
interface Assumed {
  readonly one: Unknown;
  readonly points: Tenths;
}

function assumedAmong(unknown: readonly Unknown[]): readonly Assumed[] {
  if (unknown.length === 0) return none;
  return unknown.flatMap((one) =>
    one.assumed === undefined ? [] : [{ one, points: one.assumed }],
  );
}

const none = Object.freeze<Assumed[]>([]);

function interval(low: number | null, high: number | null): Interval | null {
  return low === null || high === null ? null : { low, high };
}

/** `side`: of what is open, its lowest or highest points; else of the points as they stand. */
function meanOf(known: readonly Known[], assumed: readonly Assumed[], side: Side | null): Mean {
  let sum = 0;
  let weight = 0;
  for (const one of known) {
    sum += one.plan.weight * (side === null ? one.points : opening(one)[side]);
    weight += one.plan.weight;
  }
  for (const { one, points } of assumed) {
    sum += one.plan.weight * (side === null ? points : opening(one)[side]);
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
function rawMean(
  known: readonly Known[],
  assumed: readonly Assumed[],
  { from, to }: RatingScale,
): number | null {
  const shares = [
    ...known.map((one) => ({ of: one.plan.weight, share: shareOfScale(one) })),
    ...assumed.map(({ one, points }) => ({ of: one.plan.weight, share: points / 1000 })),
  ];
  const weight = shares.reduce((sum, { of }) => sum + of, 0);
  if (weight === 0) return null;
  const raw =
    from + shares.reduce((sum, { of, share }) => sum + of * share, 0) * ((to - from) / weight);
  return Number.isFinite(raw) ? clean(raw) : null;
}

function shareOfScale({ plan, points, amount }: Known): number {
  const { curve } = plan.criterion;
  if (curve.kind !== 'linear' || amount === null) return points / 1000;
  const place = (amount - curve.from.x) / (curve.to.x - curve.from.x);
  return (curve.from.points + place * (curve.to.points - curve.from.points)) / 100;
}
