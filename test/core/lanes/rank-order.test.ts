import type { LaneMember } from '../../../src/core/lanes/breakdown';
import { rankIn } from '../../../src/core/lanes/rank';

const aMember = (id: string, score: number | null): LaneMember => ({
  id,
  key: `PAY-${id}`,
  lane: 'stability',
  score,
  effort: 1,
});
const ids = (members: readonly LaneMember[] | undefined) => members?.map(({ id }) => id);

describe('the neighbours of an issue', () => {
  it('come by score, in whatever order the lane was read', () => {
    const rank = rankIn(
      [
        aMember('a', 20),
        aMember('b', 80),
        aMember('own', 50),
        aMember('c', 60),
        aMember('d', 40),
        aMember('e', 50.4),
        aMember('f', 50.6),
      ],
      'own',
    );
    expect([ids(rank?.above), ids(rank?.ties), ids(rank?.below), rank?.place]).toEqual([
      ['c', 'b'],
      ['f', 'e'],
      ['d', 'a'],
      3,
    ]);
  });

  it('come by id where nothing else tells equal scores apart, so that two readings agree', () => {
    const others = ['b', 'c', 'a'].map((id) => aMember(id, 50));
    expect(ids(rankIn([aMember('own', 50), ...others], 'own')?.ties)).toEqual(['a', 'b', 'c']);
    expect(ids(rankIn([...others.reverse(), aMember('own', 50)], 'own')?.ties)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(ids(rankIn([aMember('own', 90), ...others], 'own')?.below)).toEqual(['a', 'b', 'c']);
    expect(ids(rankIn([...others.reverse(), aMember('own', 10)], 'own')?.above)).toEqual([
      'c',
      'b',
      'a',
    ]);
  });

  it('are clearly higher or lower from a whole point on', () => {
    const rank = rankIn(
      [aMember('higher', 63.3), aMember('own', 62.3), aMember('lower', 61.3)],
      'own',
    );
    expect([ids(rank?.above), ids(rank?.ties), ids(rank?.below)]).toEqual([
      ['higher'],
      [],
      ['lower'],
    ]);
  });

  it('are nobody where the issue is not in the lane', () => {
    expect(rankIn([aMember('a', 20)], 'own')).toBeNull();
  });
});
