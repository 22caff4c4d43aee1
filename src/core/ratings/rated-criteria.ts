import type { Criterion, Rubric } from '../rubric/schema/schema';

/** A criterion that people are asked to rate. */
export type Rated = Criterion & {
  readonly signal: Extract<Criterion['signal'], { kind: 'rating' }>;
};

export function ratedIn({ criteria }: Rubric): readonly Rated[] {
  return criteria.filter((criterion): criterion is Rated => criterion.signal.kind === 'rating');
}
