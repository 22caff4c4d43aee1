import { z } from 'zod';
import { numericCurve, type CompiledCurve } from './compiled';
import { Coordinate } from './limits';

/** By days until a date: nothing while it is `none` days or more away, rising to 100 at `full` days and after it has passed. */
export const DateRampCurve = z.strictObject({
  kind: z.literal('dateRamp'),
  full: Coordinate,
  none: Coordinate,
});

export interface DateRamp {
  readonly full: number;
  readonly none: number;
}

export function compileDateRamp(ramp: DateRamp): CompiledCurve {
  return numericCurve(0, 100, (days) => 100 * nearness(ramp, days));
}

/** 0–1. */
export function nearness({ full, none }: DateRamp, days: number): number {
  if (days <= full) return 1;
  if (days >= none) return 0;
  return (none - days) / (none - full);
}
