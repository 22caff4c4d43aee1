import { z } from 'zod';
import { sameName } from '../../rubric/same-name';
import type { CompiledCurve } from './compiled';

/**
 * The number itself, for formulas: held at `max`, and no answer below `min`. `per` divides first (80 per 100 = 0.8);
 * `positive` leaves zero out, so that a formula may divide by it; `names` gives options their numbers.
 */
export const AmountCurve = z.strictObject({
  kind: z.literal('amount'),
  min: z.number().default(0),
  max: z.number().optional(),
  positive: z.boolean().default(false),
  per: z.number().positive().default(1),
  names: z.record(z.string().min(1), z.number()).optional(),
  blank: z.array(z.string()).default([]),
  /** In the field's unit: taken, and said, while nobody gives it. Without it a formula has no score until somebody does. */
  assumed: z.number().optional(),
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

/** The least an amount may be; next to zero where zero makes no sense. */
export function leastOf({ min, positive }: Pick<Amount, 'min' | 'positive'>): number {
  return positive ? Math.max(min, Number.MIN_VALUE) : min;
}

/** Unlike other curves' answers these are amounts, not tenths of points. */
export function compileAmount(curve: Amount): CompiledCurve {
  const [low, high] = [leastOf(curve), curve.max ?? Infinity];
  const byName = new Map(Object.entries(curve.names ?? {}).map(([name, amount]) => [sameName(name), { name, amount }]));
  const held = (amount: number | undefined): number | null =>
    amount === undefined || !Number.isFinite(amount) || amount < low ? null : Math.min(high, amount);
  return {
    low,
    high,
    at: (value) => {
      if (typeof value === 'number') return held(value / curve.per);
      const names = typeof value === 'string' ? [value] : value;
      const found = names.map((name) => held(byName.get(sameName(name))?.amount)).filter((amount) => amount !== null);
      return found.length === 0 ? null : Math.max(...found);
    },
    spelled: (name) => byName.get(sameName(name))?.name ?? null,
    refusal: (x) => `${x} is less than the rubric's least, ${curve.positive && curve.min <= 0 ? 'which is above 0' : curve.min * curve.per}`,
  };
}
