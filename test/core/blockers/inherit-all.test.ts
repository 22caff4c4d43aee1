import fc from 'fast-check';
import type { BlockerNode, Inherited } from '../../../src/core/blockers/inherited-score';
import { inheritInOrder } from '../../../src/core/blockers/inherit-all';
import { runs } from '../arbitrary/runs';
import { inheritAll } from '../builders/inherit-all';
import { endsOfChain, expectedEnds, oneByOne, tangled, type Graph } from './large-graphs';

const points = fc.integer({ min: 0, max: 40 }).map((n) => n / 10);

const aNode = (size: number): fc.Arbitrary<BlockerNode> =>
  fc
    .record({
      all: fc.tuple(points, points, points).map((three) => three.sort((a, b) => a - b)),
      known: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
      blocks: fc.uniqueArray(fc.nat(size - 1).map(String), { maxLength: 4 }),
      open: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
    })
    .map(({ all: [low, own, high], known, blocks, open }) => ({
      own: known ? own : null,
      low,
      high,
      blocks,
      open,
    }));

const graphs: fc.Arbitrary<Graph> = fc
  .integer({ min: 1, max: 14 })
  .chain((size) =>
    fc
      .array(aNode(size), { minLength: size, maxLength: size })
      .map((nodes) => new Map(nodes.map((node, at) => [String(at), node]))),
  );

describe('what all issues inherit at once', () => {
  it('is what each inherits by itself, in any graph', () => {
    fc.assert(
      fc.property(graphs, (graph) => expect(new Map(inheritAll(graph))).toEqual(oneByOne(graph))),
      { numRuns: runs.numRuns * 3 },
    );
  });

  it('does not depend on the order of issues or links', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const turned = new Map(
          [...graph]
            .reverse()
            .map(([key, node]) => [key, { ...node, blocks: node.blocks.toReversed() }]),
        );
        expect(new Map([...inheritAll(turned)].sort())).toEqual(
          new Map([...inheritAll(graph)].sort()),
        );
      }),
      runs,
    );
  });

  it('asks for the score of each open issue once, and tells it what it inherits unless that comes around a circle', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const asked = new Map<string, Inherited | null | undefined>();
        const nodes = [...graph].map(([key, node]) => ({ ...node, key }));
        const found = inheritInOrder(nodes, (node, inherited) => {
          const { key } = node;
          expect(asked.has(key)).toBe(false);
          asked.set(key, inherited);
          return node;
        });
        const each = oneByOne(graph);
        for (const key of graph.keys()) expect(found(key)).toEqual(each.get(key) ?? null);
        expect(found('elsewhere')).toBeNull();
        expect([...asked.keys()].sort()).toEqual(
          [...graph]
            .filter(([, { open }]) => open)
            .map(([key]) => key)
            .sort(),
        );
        for (const [key, inherited] of asked)
          if (inherited !== undefined) expect(inherited).toEqual(found(key));
      }),
      runs,
    );
  });

  // Three thousand, and two hundred thousand in a row, are among the fault runs.
  it('holds for six hundred issues in chains, diamonds and circles', () => {
    const graph = tangled(600);
    expect(new Map(inheritAll(graph))).toEqual(oneByOne(graph));
  });

  it('follows a chain and a circle that are longer than a stack is deep', () => {
    expect(endsOfChain(20_000)).toEqual(expectedEnds(20_000));
  });

  it('makes every open blocker at least as important as any open issue that it blocks', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const inherited = inheritAll(graph);
        const final = (key: string): number =>
          Math.max(graph.get(key)?.own ?? 0, inherited.get(key)?.score ?? 0);
        for (const [key, node] of graph) {
          for (const to of node.blocks)
            if (graph.get(to)?.open === true && graph.get(to)?.own != null && to !== key)
              expect(final(key)).toBeGreaterThanOrEqual(final(to));
        }
      }),
      runs,
    );
  });
});

describe('what an issue inherits, case by case', () => {
  const node = (
    own: number | null,
    blocks: readonly string[] = [],
    given: Partial<BlockerNode> = {},
  ): BlockerNode => ({
    own,
    low: (own ?? 5) - 5,
    high: (own ?? 0) + 5,
    blocks,
    open: true,
    ...given,
  });
  const from = (nodes: Readonly<Record<string, BlockerNode>>) =>
    Object.fromEntries(inheritAll(new Map(Object.entries(nodes))));
  const best = (key: string, score: number) => ({ key, score, low: score - 5, high: score + 5 });

  it('comes along a chain, the best of it', () => {
    expect(from({ A: node(10, ['B']), B: node(20, ['C']), C: node(90) })).toEqual({
      A: best('C', 90),
      B: best('C', 90),
    });
    expect(from({ A: node(10, ['B']), B: node(60, ['C']), C: node(40) })).toEqual({
      A: best('B', 60),
      B: best('C', 40),
    });
  });

  it('takes score, least and most each from the best of its kind', () => {
    expect(
      from({
        A: node(10, ['B', 'C']),
        B: node(50, [], { low: 10, high: 60 }),
        C: node(40, [], { low: 35, high: 95 }),
      }),
    ).toEqual({ A: { key: 'B', score: 50, low: 35, high: 95 } });
  });

  it('in a circle is from the best of the others, and from the second for the best itself', () => {
    expect(from({ A: node(10, ['B']), B: node(70, ['C']), C: node(30, ['A']) })).toEqual({
      A: best('B', 70),
      B: best('C', 30),
      C: best('B', 70),
    });
    expect(from({ A: node(10, ['B']), B: node(70, ['A']), X: node(1, ['A']) })).toEqual({
      A: best('B', 70),
      B: best('A', 10),
      X: best('B', 70),
    });
  });

  it('reaches a circle from behind it', () => {
    expect(from({ A: node(10, ['B']), B: node(70, ['A', 'C']), C: node(90) })).toEqual({
      A: best('C', 90),
      B: best('C', 90),
    });
  });

  it('never comes from itself, from closed issues, through them, or from what nobody knows', () => {
    expect(from({ A: node(90, ['A']) })).toEqual({});
    expect(from({ A: node(10, ['B']), B: node(80, ['C'], { open: false }), C: node(90) })).toEqual({
      B: best('C', 90),
    });
    expect(from({ A: node(10, ['gone', 'B']), B: node(20) })).toEqual({ A: best('B', 20) });
    expect(from({ A: node(10, ['B']), B: node(null, ['C']), C: node(30) })).toEqual({
      A: best('C', 30),
      B: best('C', 30),
    });
  });

  it('is of two equals from the one whose key comes first', () => {
    expect(from({ A: node(10, ['D', 'C']), C: node(50), D: node(50) })).toEqual({
      A: best('C', 50),
    });
  });
});
