import { z } from 'zod';
import { numericCurve, type CompiledCurve } from './compiled';
import { Coordinate } from './limits';

/** Points of the last step whose `from` has been reached; 0 before the first. */
export const StepsCurve = z.strictObject({
  kind: z.literal('steps'),
  steps: z.array(z.strictObject({ from: Coordinate, points: z.number().min(0).max(100) })).min(1),
  direction: z.enum(['rising', 'falling', 'free']).default('rising'),
  below: z.number().min(0).max(100).default(0),
});

interface Steps {
  readonly steps: readonly { readonly from: number; readonly points: number }[];
  readonly below: number;
}

export function compileSteps({ steps, below }: Steps): CompiledCurve {
  const points = [below, ...steps.map((step) => step.points)];
  return numericCurve(Math.min(...points), Math.max(...points), (x) => {
    let reached = below;
    for (const step of steps) {
      if (x < step.from) break;
      reached = step.points;
    }
    return reached;
  });
}
