import type { Known, Unknown } from '../criteria/measured';
import type { Tenths } from '../../curves/compiled';
import type { Interval } from '../../formula/interval';

/** What a method makes of an issue's criteria. */
export interface Valuation {
  /** V, 0–100, exact; null when it cannot be told. */
  readonly value: number | null;
  /** The least and the most V can be once everything is known; null over nothing. */
  readonly bounds: Interval | null;
  /** The method's published number or name; null when it cannot be told, undefined for a method that has none. */
  readonly raw: number | string | null | undefined;
  /** What V could be if these open inputs alone were settled; null when that would not tell it. */
  readonly ifLearned: (these: readonly (Known | Unknown)[]) => Interval | null;
  /** What each known criterion brings to V, and each that the rubric assumes, and what is there without them: they add up to V. */
  readonly shares: () => ValueShares;
  /** A known criterion's share of the weight, 0–1; null where a method knows no weights. */
  readonly weightOf: (one: Known) => number | null;
}

export interface ValueShares {
  readonly start: number;
  readonly known: readonly number[];
  readonly assumed: readonly AssumedShare[];
}

/** A missing input for which the rubric states what to take. */
export interface AssumedShare {
  readonly one: Unknown;
  /** In the field's unit, or points where the rubric assumes those; what has faded of them is not taken off here. */
  readonly value: number;
  /** Tenths of points, and the share of the weight, 0–1; null for an amount in a formula. */
  readonly weighed: { readonly points: Tenths; readonly weight: number } | null;
  readonly share: number;
}

/** Between what answers of its curve an input still lies: a point once it is known and people agree. */
export function opening(one: Known | Unknown): { readonly low: Tenths; readonly high: Tenths } {
  if (one.state === 'unknown') return unknownOpening(one);
  return one.open ?? { low: one.points, high: one.points };
}

/** What cannot be read now may turn out to be blank, and blank may mean zero; and what is assumed of an old issue may be less than any answer. */
function unknownOpening({ plan: { curve, criterion }, assumed }: Unknown): {
  readonly low: Tenths;
  readonly high: Tenths;
} {
  const blank = criterion.absence === 'zero' && criterion.curve.kind !== 'amount';
  const low = Math.min(curve.low, blank ? 0 : curve.low, assumed ?? curve.low);
  return low === curve.low ? curve : { low, high: curve.high };
}
