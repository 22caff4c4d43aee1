import {
  inheritedFrom,
  type BlockerNode,
  type Inherited,
} from '../../../src/core/blockers/inherited-score';
import { inheritAll } from '../builders/inherit-all';

export type Graph = ReadonlyMap<string, BlockerNode>;

/** What each issue inherits, looked for from that issue alone. */
export const oneByOne = (graph: Graph): Map<string, Inherited> =>
  new Map(
    [...graph.keys()].flatMap((key): [string, Inherited][] => {
      const found = inheritedFrom(key, (other) => graph.get(other));
      return found === null ? [] : [[key, found]];
    }),
  );

/** The same chains, diamonds and circles for any size: every issue blocks the next, some skip ahead, some lead back. */
export function tangled(size: number): Graph {
  return new Map(
    Array.from({ length: size }, (_, at): [string, BlockerNode] => {
      const own = ((at * 7919) % 1000) / 10;
      const blocks = [
        at + 1,
        at % 3 === 0 ? at + 2 : -1,
        at % 50 === 49 ? at - 20 : -1,
        at % 200 === 199 ? -1 : at + 5,
      ].filter((to) => to >= 0 && to < size && (at % 100 !== 99 || to < at));
      return [
        String(at),
        { own, low: own - 1, high: own + 1, blocks: blocks.map(String), open: at % 11 !== 10 },
      ];
    }),
  );
}

/** What the first of so many issues in a row inherits; and the scores that first and last inherit when the row closes to a circle. */
export function endsOfChain(size: number) {
  const last = String(size - 1);
  const chain = new Map(
    Array.from({ length: size }, (_, at): [string, BlockerNode] => [
      String(at),
      {
        own: at === size - 1 ? 88 : 1,
        low: 1,
        high: 90,
        blocks: at === size - 1 ? [] : [String(at + 1)],
        open: true,
      },
    ]),
  );
  const first = inheritAll(chain).get('0');
  chain.set(last, { own: 88, low: 1, high: 90, blocks: ['0'], open: true });
  const inCircle = inheritAll(chain);
  return { first, scoresInCircle: [inCircle.get('0')?.score, inCircle.get(last)?.score] };
}

export const expectedEnds = (size: number) => ({
  first: { key: String(size - 1), score: 88, low: 1, high: 90 },
  scoresInCircle: [88, 1],
});
