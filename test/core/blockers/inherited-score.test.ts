import fc from 'fast-check';
import { inheritedFrom, type BlockerNode } from '../../../src/core/blockers/inherited-score';
import { readScoreIssue } from '../builders/described';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { runs } from '../arbitrary/runs';
import { now, signalsOf, value } from '../builders/signals-of';

const node = (
  own: number | null,
  blocks: readonly string[] = [],
  given: Partial<BlockerNode> = {},
): BlockerNode => ({
  own,
  low: own ?? 0,
  high: own ?? 0,
  blocks,
  open: true,
  ...given,
});
const from = (start: string, nodes: Readonly<Record<string, BlockerNode>>) =>
  inheritedFrom(start, (key) => nodes[key]);

/** The least fixed point by brute force: what an issue inherits is the best of those it blocks and of what they inherit. */
function byHand(nodes: readonly BlockerNode[]): readonly (number | null)[] {
  let best: (number | null)[] = nodes.map(() => null);
  for (let round = 0; round <= nodes.length; round += 1) {
    best = nodes.map((one, at) =>
      one.blocks.reduce<number | null>((most, key) => {
        const other = nodes[Number(key)];
        if (other?.open !== true || Number(key) === at) return most;
        const reached = [most, other.own, best[Number(key)] ?? null].filter(
          (score) => score !== null,
        );
        return reached.length === 0 ? null : Math.max(...reached);
      }, null),
    );
  }
  return best;
}

const graphs = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.array(
    fc
      .record({
        own: fc.option(
          fc.integer({ min: 0, max: 1000 }).map((n) => n / 10),
          { freq: 8 },
        ),
        blocks: fc.uniqueArray(fc.nat(size - 1).map(String), { maxLength: 4 }),
        open: fc.boolean(),
      })
      .map(({ own, blocks, open }) => node(own, blocks, { open })),
    { minLength: size, maxLength: size },
  ),
);

describe('what a blocker inherits', () => {
  it('is the highest own score of the open issues that wait for it, however far', () => {
    expect(
      from('A', { A: node(10, ['B', 'C']), B: node(40, ['D']), C: node(30), D: node(90) }),
    ).toEqual({ key: 'D', score: 90, low: 90, high: 90 });
  });

  it('makes every open blocker at least as important as any open issue it blocks, in any graph', () => {
    fc.assert(
      fc.property(graphs, (nodes) => {
        const final = nodes.map((one, at) =>
          Math.max(
            one.own ?? 0,
            inheritedFrom(String(at), (key) => nodes[Number(key)])?.score ?? 0,
          ),
        );
        nodes.forEach((one, at) => {
          for (const key of one.blocks) {
            const other = nodes[Number(key)];
            if (other?.open === true && other.own !== null)
              expect(final[at]).toBeGreaterThanOrEqual(Math.max(other.own, one.own ?? 0));
          }
        });
      }),
      runs,
    );
  });

  it('is what a brute-force fixed point gives, up to an issue that inherits from itself around a cycle', () => {
    fc.assert(
      fc.property(graphs, (nodes) => {
        byHand(nodes).forEach((expected, at) => {
          const found = inheritedFrom(String(at), (key) => nodes[Number(key)])?.score ?? null;
          const own = nodes[at]?.own ?? null;
          expect(Math.max(found ?? -1, own ?? -1)).toBe(Math.max(expected ?? -1, own ?? -1));
        });
      }),
      runs,
    );
  });

  it('is nothing when nobody waits, and stops at closed issues', () => {
    expect(from('A', { A: node(10) })).toBeNull();
    expect(
      from('A', { A: node(10, ['B']), B: node(90, ['C'], { open: false }), C: node(95) }),
    ).toBeNull();
    expect(from('A', { A: node(10, ['gone']) })).toBeNull();
    expect(from('gone', { A: node(10, ['gone']) })).toBeNull();
  });

  it('ends in cycles and leaves the issue itself out', () => {
    expect(from('A', { A: node(99, ['B']), B: node(40, ['A']) })).toEqual({
      key: 'B',
      score: 40,
      low: 40,
      high: 40,
    });
    expect(from('A', { A: node(99, ['A']) })).toBeNull();
  });

  it('passes through an issue that has no score of its own', () => {
    expect(from('A', { A: node(1, ['B']), B: node(null, ['C']), C: node(70) })?.key).toBe('C');
  });

  it('names the same issue whatever the order of links when two are equal', () => {
    expect(from('A', { A: node(1, ['C', 'B']), B: node(70), C: node(70) })?.key).toBe('B');
    expect(from('A', { A: node(1, ['B', 'C']), B: node(70), C: node(70) })?.key).toBe('B');
  });

  it('follows a chain and a ladder of diamonds of twenty thousand issues', () => {
    const length = 20_000;
    const chain = (key: string) =>
      Number(key) >= length
        ? undefined
        : node(Number(key) === length - 1 ? 88 : 1, [String(Number(key) + 1)]);
    expect(inheritedFrom('0', chain)?.score).toBe(88);
    const ladder = (key: string) => {
      const step = Number(key);
      return step >= length
        ? undefined
        : node(step >= length - 2 ? 77 : 1, [String(step + 1), String(step + 2), String(step + 3)]);
    };
    expect(inheritedFrom('0', ladder)?.score).toBe(77);
  });
});

describe('a card that inherits', () => {
  const trivial = signalsOf({
    readings: { priority: value('Lowest'), 'number:story points': value(3) },
  });
  const own = () =>
    readScoreIssue({ signals: trivial, rubric: defaultRubric, now, inherited: null });
  const inheriting = () =>
    readScoreIssue({
      signals: trivial,
      rubric: defaultRubric,
      now,
      inherited: { key: 'PRO-9', score: 64.2, low: 50, high: 80 },
    });

  it('takes the higher score, keeps its own, and says from whom in a line that adds up', () => {
    const card = inheriting();
    expect([card.score, card.own, card.low, card.high]).toEqual([64.2, own().own, 50, 80]);
    expect(card.lines.at(-1)).toMatchObject({
      id: 'inherited',
      value: 'PRO-9',
      from: [{ key: 'PRO-9' }],
    });
    expect(card.lines.reduce((sum, line) => sum + Math.round(line.contribution * 10), 0)).toBe(642);
    expect(card.reasons).toContain('inherits from an issue it blocks +');
    expect(card.band).toBe('soon');
  });

  it('shows no such line when it is more important itself', () => {
    const same = readScoreIssue({
      signals: trivial,
      rubric: defaultRubric,
      now,
      inherited: { key: 'PRO-9', score: 1, low: 1, high: 1 },
    });
    expect(same).toEqual(own());
  });
});
