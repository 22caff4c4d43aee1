import type { LaneView } from '../../../src/contract/lane';
import { laneParts } from '../../../static/ui/src/charts/lane-shares/lane-share-geometry';
import { ratingPosition } from '../../../static/ui/src/charts/rating-spread/rating-spread-geometry';

type LaneShare = LaneView['lanes'][number];

const share = (lane: LaneShare['lane'], of: number): LaneShare => ({
  lane,
  share: of,
  issues: 1,
  effort: 1,
  policy: null,
  state: 'within',
});

describe('a rating on its scale', () => {
  it('lies between the ends in proportion, and never beyond them', () => {
    expect([1, 3, 5, 7].map(ratingPosition({ min: 1, max: 5 }))).toEqual([0, 50, 100, 100]);
  });

  it('lies in the middle of a scale of one value', () => {
    expect(ratingPosition({ min: 3, max: 3 })(3)).toBe(50);
  });
});

describe('the bar of lane shares', () => {
  it('lays the lanes end to end, as long as their shares', () => {
    expect(
      laneParts([share('hot fix', 0.25), share('stability', 0), share('strategic bet', 0.5)]),
    ).toEqual([
      { lane: 'hot fix', from: 0, to: 25 },
      { lane: 'strategic bet', from: 25, to: 75 },
    ]);
  });

  it('is empty where there is no open work', () => {
    expect(laneParts([])).toEqual([]);
  });
});
