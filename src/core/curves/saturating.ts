import { z } from 'zod';
import { numericCurve, type CompiledCurve } from './compiled';
import { PositiveCoordinate } from './limits';

/** 100·(1 − 2^(−x/half)): half the points at `half`, three quarters at twice that; the tenth report says less than the first. */
export const SaturatingCurve = z.strictObject({
  kind: z.literal('saturating'),
  half: PositiveCoordinate,
});

export function compileSaturating({ half }: { readonly half: number }): CompiledCurve {
  return numericCurve(0, 100, (x) => 100 * (1 - 2 ** (-x / half)));
}
