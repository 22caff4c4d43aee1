/** The most important open issue that waits for this one, with its own score and range. */
export interface Inherited {
  readonly key: string;
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/** What inheritance needs to know of an issue: its own score and range, before any inheritance, and the issues that wait for it. */
export interface BlockerNode {
  readonly own: number | null;
  readonly low: number;
  readonly high: number;
  readonly blocks: readonly string[];
  readonly open: boolean;
}

/**
 * The highest own score among open issues reachable through `blocks`; null when there is none. A closed issue waits for nobody,
 * so nothing is inherited from it or through it. Cycles end: each issue is visited once.
 */
export function inheritedFrom(
  startKey: string,
  node: (key: string) => BlockerNode | undefined,
): Inherited | null {
  const visited = new Set([startKey]);
  const waiting = [...(node(startKey)?.blocks ?? [])];
  let best: Inherited | null = null;
  let low = 0;
  let high = 0;
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (visited.has(key)) continue;
    visited.add(key);
    const found = node(key);
    if (found?.open !== true) continue;
    for (const next of found.blocks) waiting.push(next);
    if (found.own === null) continue;
    low = Math.max(low, found.low);
    high = Math.max(high, found.high);
    if (best === null || found.own > best.score || (found.own === best.score && key < best.key)) {
      best = { key, score: found.own, low: found.low, high: found.high };
    }
  }
  return best === null ? null : { ...best, low, high };
}
