import type { Rubric } from '../rubric/schema/schema';
import type { Band } from '../score-card/score-card';

/** From the least to the most attention. */
export const bandOrder: readonly Band[] = ['consider declining', 'can wait', 'soon', 'immediate'];

export function bandOf(score: number, { bands }: Rubric): Band {
  if (score >= bands.immediate) return 'immediate';
  if (score >= bands.soon) return 'soon';
  return score >= bands.canWait ? 'can wait' : 'consider declining';
}
