import { z } from 'zod';
import { numericCurve, type CompiledCurve } from './compiled';
import { Coordinate } from './limits';

const Corner = z.strictObject({ x: Coordinate, points: z.number().min(0).max(100) });

/** A straight ramp between two corners, level outside them. */
export const LinearCurve = z.strictObject({
  kind: z.literal('linear'),
  from: Corner,
  to: Corner,
  direction: z.enum(['rising', 'falling']).default('rising'),
});

interface Point {
  readonly x: number;
  readonly points: number;
}

export function compileLinear({
  from,
  to,
}: {
  readonly from: Point;
  readonly to: Point;
}): CompiledCurve {
  const low = Math.min(from.points, to.points);
  const high = Math.max(from.points, to.points);
  return numericCurve(low, high, (x) => {
    if (x <= from.x) return from.points;
    if (x >= to.x) return to.points;
    return from.points + ((x - from.x) / (to.x - from.x)) * (to.points - from.points);
  });
}
