import type { z } from 'zod';
import type { DeepReadonly } from '../../terms/deep-readonly';
import type { Scale } from '../../rubric/schema/method';

/** 0–100, never falling as the raw number grows; 0 for what is no number. */
export function pointsOn(scale: DeepReadonly<z.infer<typeof Scale>>, raw: number): number {
  const points =
    scale.kind === 'linear'
      ? (100 * (raw - scale.from)) / (scale.to - scale.from)
      : (100 * Math.log1p(Math.max(0, raw))) / Math.log1p(scale.full);
  return Number.isNaN(points) ? 0 : Math.min(100, Math.max(0, points));
}
