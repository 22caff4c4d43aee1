/** Points a curve gives, in whole tenths (0–1000), so that sums and comparisons are exact. */
export type Tenths = number;

/** At what an amount is held, in the field's unit. */
export interface Clamped {
  readonly most: number;
  readonly unit: '' | ' %';
}

/** A curve made ready for many issues. */
export interface CompiledCurve {
  /** The least and the most the curve can give: how far an unknown input leaves the score open. */
  readonly low: Tenths;
  readonly high: Tenths;
  /** Tenths of points, or null when the curve has no answer for the value. */
  readonly at: (value: number | string | readonly string[]) => Tenths | null;
  /** A name as the rubric spells it; null for names that the curve does not know, and for curves over numbers. */
  readonly spelled: (name: string) => string | null;
  /** Why a number has no answer, in words. */
  readonly refusal?: (value: number) => string;
  /** A number that has an answer as a line shows it, and at what it is held where it does not count in full. Only for lines. */
  readonly shown?: (value: number) => { readonly value: number; readonly clamped: Clamped | null };
}

/** A curve over numbers; `shape` may give any number, which is held within 0–100. */
export function numericCurve(
  low: number,
  high: number,
  shape: (x: number) => number,
): CompiledCurve {
  return {
    low: toTenths(low),
    high: toTenths(high),
    at: (value) =>
      typeof value === 'number' && Number.isFinite(value) ? toTenths(shape(value)) : null,
    spelled: () => null,
  };
}

export function toTenths(points: number): Tenths {
  return Math.round(Math.min(100, Math.max(0, points)) * 10);
}
