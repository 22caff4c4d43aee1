import type { Rubric } from '../rubric/schema/schema';
import type { Band } from '../terms/band';

export function bandOf(score: number, { bands }: Rubric): Band {
  if (score >= bands.immediate) return 'immediate';
  if (score >= bands.soon) return 'soon';
  return score >= bands.canWait ? 'can wait' : 'consider declining';
}
