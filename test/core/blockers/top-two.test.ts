import { bestBut, nobodyYet, offer, type Candidates } from '../../../src/core/blockers/top-two';
import { componentsOf } from '../../../src/core/blockers/strongly-connected';

const names = ['A', 'B', 'C', 'X', 'D', 'E', 'F'];
const candidates: Candidates = {
  values: Float64Array.from([10, 30, 20, 40, 30, 0, 0]),
  nameOf: (candidate) => names[candidate] ?? '?',
};
const [a, b, c, most, d, nil, alsoNil] = [0, 1, 2, 3, 4, 5, 6];

function offered(...all: readonly number[]): readonly [number | undefined, number | undefined] {
  const best = nobodyYet(2);
  for (const one of all) offer(best, 1, one, candidates);
  expect([best.first[0], best.second[0]]).toEqual([-1, -1]);
  return [best.first[1], best.second[1]];
}

describe('the best two of a group', () => {
  it.each<[string, readonly number[], readonly [number, number]]>([
    ['nobody at first', [], [-1, -1]],
    ['nobody by an offer of nobody', [-1], [-1, -1]],
    ['the first who comes', [a], [a, -1]],
    ['the same once', [b, b], [b, -1]],
    ['the better before the other', [c, b], [b, c]],
    ['the better before the other, in whatever order', [b, c], [b, c]],
    ['the best two of three', [a, c, b], [b, c]],
    ['the best two of three that come falling', [b, c, a], [b, c]],
    ['the best two of three, the second last', [b, a, c], [b, c]],
    ['of two equals the one whose name comes first', [d, b], [b, d]],
    ['of two equals the one whose name comes first, in whatever order', [b, d], [b, d]],
    ['the first who comes, even with nothing', [nil], [nil, -1]],
    ['both who come with nothing', [alsoNil, nil], [nil, alsoNil]],
    ['both who come with nothing, in whatever order', [nil, alsoNil], [nil, alsoNil]],
    ['whoever came with nothing, not nobody', [nil, -1], [nil, -1]],
    ['of two equals in second place the one whose name comes first', [most, d, b], [most, b]],
  ])('are %s', (_, all, best) => {
    expect(offered(...all)).toEqual(best);
  });

  it('give the best beside one of them, and nobody where there is none', () => {
    const best = nobodyYet(1);
    expect(bestBut(b, best, 0)).toBe(-1);
    offer(best, 0, b, candidates);
    expect([bestBut(b, best, 0), bestBut(c, best, 0)]).toEqual([-1, b]);
    offer(best, 0, c, candidates);
    expect([bestBut(b, best, 0), bestBut(c, best, 0), bestBut(-1, best, 0)]).toEqual([c, b, b]);
  });
});

describe('groups of what reaches each other in circles', () => {
  const groupsOf = (links: readonly (readonly number[])[]) => {
    const offsets = Int32Array.from([
      0,
      ...links.map((_, at) => links.slice(0, at + 1).flat().length),
    ]);
    const { of, members, starts, count } = componentsOf({
      offsets,
      targets: Int32Array.from(links.flat()),
    });
    expect([...members].sort()).toEqual(links.map((_, at) => at));
    const groups = Array.from({ length: count }, (_, group) =>
      [...members.subarray(starts[group], starts[group + 1])].sort(),
    );
    groups.forEach((places, group) => {
      for (const place of places) expect(of[place]).toBe(group);
    });
    return groups;
  };

  it.each<[string, readonly (readonly number[])[], readonly (readonly number[])[]]>([
    ['nothing', [], []],
    ['a chain, its end first', [[1], [2], []], [[2], [1], [0]]],
    ['what leads nowhere', [[], [], []], [[0], [1], [2]]],
    ['a circle', [[1], [2], [0]], [[0, 1, 2]]],
    [
      'a circle that leads to another',
      [[1], [0, 2], [3], [2]],
      [
        [2, 3],
        [0, 1],
      ],
    ],
    ['a diamond', [[1, 2], [3], [3], []], [[3], [1], [2], [0]]],
    ['a circle inside a circle', [[1], [2], [1, 3], [0]], [[0, 1, 2, 3]]],
    ['what is reached twice but leads back to nobody', [[1, 2], [], [1]], [[1], [2], [0]]],
  ])('are those of %s', (_, links, groups) => {
    expect(groupsOf(links)).toEqual(groups);
  });
});
