import { z } from 'zod';
import { sameName } from '../text/same-name';
import { clean } from '../numbers/clean';
import type { CompiledCurve } from './compiled';
import { Coordinate, FINEST, GREATEST, PositiveCoordinate } from './limits';

/**
 * The number itself, for formulas: held at `max`, and no answer below `min`. `per` divides first (80 per 100 = 0.8), and with a
 * `max` of 1 per 100 it is a share that may be written as 0.8 too; `positive` leaves zero out, so that a formula may divide by it;
 * `names` gives options their numbers.
 */
export const AmountCurve = z.strictObject({
  kind: z.literal('amount'),
  min: Coordinate.default(0),
  max: Coordinate.optional(),
  positive: z.boolean().default(false),
  per: PositiveCoordinate.default(1),
  names: z.record(z.string().min(1), Coordinate).optional(),
  blank: z.array(z.string()).default([]),
  /** In the field's unit: taken, and said, while nobody gives it. Without it a formula has no score until somebody does. */
  assumed: Coordinate.optional(),
  /** How the result moves when the amount grows: the formula is held to it. */
  direction: z.enum(['rising', 'falling', 'free']).default('rising'),
});

export interface Amount {
  readonly min: number;
  readonly max?: number | undefined;
  readonly positive: boolean;
  readonly per: number;
  readonly names?: Readonly<Record<string, number>> | undefined;
}

/** Between what an amount may lie; its least is next to zero where zero makes no sense. */
export function amountRange({
  min,
  max = GREATEST,
  positive,
}: Pick<Amount, 'min' | 'max' | 'positive'>): { readonly low: number; readonly high: number } {
  return { low: positive ? Math.max(min, FINEST) : min, high: max };
}

/** At most 1 per 100: a share of the whole, as RICE's confidence is one. */
function isShare({ per, max }: Pick<Amount, 'per' | 'max'>): boolean {
  return per === 100 && max === 1;
}

/**
 * What a number in the field stands for. People write a share as a percentage or as a fraction, and every route reads both alike:
 * from 0 to 1 it is the share itself (0.8, and 1 is all of it), from 2 on a percentage (80). Null in between, which is neither.
 */
export function amountIn(curve: Pick<Amount, 'per' | 'max'>, x: number): number | null {
  if (!isShare(curve) || x >= 2) return x / curve.per;
  return x <= 1 ? x : null;
}

/** Unlike other curves' answers these are amounts, not tenths of points. */
export function compileAmount(curve: Amount): CompiledCurve {
  const { low, high } = amountRange(curve);
  const share = isShare(curve);
  const unit = share ? ' %' : '';
  const byName = new Map(
    Object.entries(curve.names ?? {}).map(([name, amount]) => [sameName(name), { name, amount }]),
  );
  const withinLimits = (amount: number | null | undefined): number | null =>
    amount === undefined || amount === null || amount < low ? null : Math.min(high, amount);
  return {
    low,
    high,
    at: (value) => {
      if (typeof value === 'number')
        return Number.isFinite(value) ? withinLimits(amountIn(curve, value)) : null;
      const names = typeof value === 'string' ? [value] : value;
      const found = names
        .map((name) => withinLimits(byName.get(sameName(name))?.amount))
        .filter((amount) => amount !== null);
      return found.length === 0 ? null : Math.max(...found);
    },
    spelled: (name) => byName.get(sameName(name))?.name ?? null,
    refusal: (x) => {
      if (amountIn(curve, x) === null)
        return `${x} is neither a share (0–1) nor a percentage (2–100)`;
      return `${x} is less than the rubric's least, ${curve.positive && x <= 0 && curve.min <= 0 ? 'which is above 0' : `${clean(low * curve.per)}${unit}`}`;
    },
    shown: (x) => {
      const amount = amountIn(curve, x) ?? x;
      const value = share ? clean(amount * curve.per) : x;
      return { value, clamped: amount > high ? { most: clean(high * curve.per), unit } : null };
    },
  };
}
