import type { BlockerNode, Inherited } from '../../../src/core/blockers/inherited-score';
import { inheritInOrder } from '../../../src/core/blockers/inherit-all';

/** What issues inherit whose own scores are known: nothing is left to score on the way. */
export function inheritAll(
  nodes: ReadonlyMap<string, BlockerNode>,
): ReadonlyMap<string, Inherited> {
  const inheritedBy = inheritInOrder(
    [...nodes].map(([key, node]) => ({ ...node, key })),
    (node) => node,
  );
  return new Map(
    [...nodes.keys()].flatMap((key): [string, Inherited][] => {
      const inherited = inheritedBy(key);
      return inherited === null ? [] : [[key, inherited]];
    }),
  );
}
