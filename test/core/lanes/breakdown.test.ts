import { breakdown, type LaneMember } from '../../../src/core/lanes/breakdown';
import { rankIn } from '../../../src/core/lanes/rank';

const aMember = (
  id: string,
  score: number | null,
  facts: Partial<LaneMember> = {},
): LaneMember => ({ id, key: `PAY-${id}`, lane: 'stability', score, effort: 1, ...facts });
const policy = {
  count: 'effort' as const,
  lanes: {
    'hot fix': { least: 0, most: 0.2, owner: null },
    stability: { least: 0.5, most: 1, owner: null },
  },
  scopeCreep: 0.25,
  dueDays: { 1: 1, 2: 3, 3: 5, 4: 10, 5: 10, other: 5 },
};

describe('the breakdown of lanes', () => {
  it('counts effort or issues as the policy says, and shares add up to one', () => {
    const members = [
      aMember('1', 50, { lane: 'hot fix', effort: 3 }),
      aMember('2', 40, { effort: 1 }),
    ];
    const byEffort = breakdown(members, policy);
    expect(byEffort.map(({ lane, share, state }) => [lane, share, state])).toEqual([
      ['hot fix', 0.75, 'above'],
      ['stability', 0.25, 'below'],
      ['feature improvement', 0, 'within'],
      ['strategic bet', 0, 'within'],
    ]);
    expect(breakdown(members, { ...policy, count: 'issues' }).map(({ share }) => share)).toEqual([
      0.5, 0.5, 0, 0,
    ]);
  });

  it('names unsorted work only when there is some, and takes an empty project', () => {
    expect(breakdown([], policy).map(({ lane, share }) => [lane, share])).toEqual([
      ['hot fix', 0],
      ['stability', 0],
      ['feature improvement', 0],
      ['strategic bet', 0],
    ]);
    expect(breakdown([aMember('1', 50, { lane: 'unsorted' })], policy).at(-1)).toMatchObject({
      lane: 'unsorted',
      share: 1,
      policy: null,
    });
  });
});

describe('the rank in a lane', () => {
  it('ties issues less than a point apart, which then share a place', () => {
    const lane = [
      aMember('1', 80),
      aMember('2', 62.9),
      aMember('3', 62.3),
      aMember('4', 61.4),
      aMember('5', 61.3),
      aMember('6', null),
    ];
    const rank = rankIn(lane, '3');
    expect(rank).toMatchObject({ place: 2, of: 5 });
    expect(rank?.ties.map(({ id }) => id)).toEqual(['2', '4']);
    expect(rank?.above.map(({ id }) => id)).toEqual(['1']);
    expect(rank?.below.map(({ id }) => id)).toEqual(['5']);
  });

  it('has the nearest neighbour first on either side', () => {
    const lane = [90, 80, 70, 60, 50].map((score, n) => aMember(String(n), score));
    const rank = rankIn(lane, '2');
    expect(rank?.above.map(({ score }) => score)).toEqual([80, 90]);
    expect(rank?.below.map(({ score }) => score)).toEqual([60, 50]);
  });

  it('is none for an issue without a score', () => {
    expect(rankIn([aMember('1', null), aMember('2', 40)], '1')).toBeNull();
  });
});
