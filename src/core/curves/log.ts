import { z } from 'zod';
import { numericCurve, type CompiledCurve } from './compiled';
import { PositiveCoordinate } from './limits';

/** 100·ln(1 + x) / ln(1 + full): for figures that span magnitudes, such as users or revenue; level from `full` on. */
export const LogCurve = z.strictObject({ kind: z.literal('log'), full: PositiveCoordinate });

export function compileLog({ full }: { readonly full: number }): CompiledCurve {
  const top = Math.log1p(full);
  return numericCurve(0, 100, (x) => (x <= 0 ? 0 : (100 * Math.log1p(x)) / top));
}
