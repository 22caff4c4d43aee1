import type { BlockerNode, Inherited } from '../blockers/inherited-score';
import { inheritAll, type GraphNode } from '../blockers/inherit-all';

/** A graph whose issues are known with what they inherited before the change. */
export interface KnownGraph {
  /** As it is now; undefined for an issue that is gone. */
  readonly node: (key: string) => BlockerNode | undefined;
  /** The issues that block this one, before the change or after it. */
  readonly blockersOf: (key: string) => readonly string[];
  readonly inherited: (key: string) => Inherited | null;
}

/**
 * What the issues inherit on whom a change of `changed` can tell: itself and those that block it, directly or through others.
 * All others inherit what they did. Nobody else is looked at, however large the graph.
 */
export function inheritAfterChange(
  changed: string,
  graph: KnownGraph,
): ReadonlyMap<string, Inherited | null> {
  const concerned = blockersBehind(changed, graph);
  const around = new Map<string, GraphNode>();
  for (const key of concerned) {
    const node = graph.node(key);
    if (node === undefined) continue;
    around.set(key, node);
    for (const next of node.blocks) {
      const behind = concerned.has(next) ? undefined : graph.node(next);
      // Nothing changed behind it: what it inherits stands.
      if (behind !== undefined) around.set(next, { ...behind, settled: graph.inherited(next) });
    }
  }
  const inherited = inheritAll(around);
  return new Map([...concerned].map((key) => [key, inherited.get(key) ?? null]));
}

/** Whatever reaches the changed issue. Closed ones block nobody, but the changed one may just have been closed. */
function blockersBehind(changed: string, { node, blockersOf }: KnownGraph): ReadonlySet<string> {
  const found = new Set([changed]);
  const waiting = [changed];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (key !== changed && node(key)?.open !== true) continue;
    for (const blocker of blockersOf(key)) {
      if (found.has(blocker)) continue;
      found.add(blocker);
      waiting.push(blocker);
    }
  }
  return found;
}
