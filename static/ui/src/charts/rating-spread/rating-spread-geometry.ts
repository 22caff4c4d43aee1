import { scaleLinear } from 'd3-scale';
import type { RatedView } from '../../../../../src/contract/votes';

export type RatingScale = Pick<RatedView, 'min' | 'max'>;

/** Where a rating lies on its scale, in per cent from the low end; what is off the scale lies at its end. */
export function ratingPosition({ min, max }: RatingScale): (rating: number) => number {
  return scaleLinear([min, max], [0, 100]).clamp(true);
}
