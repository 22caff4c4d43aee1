import { bestBut, nobodyYet, offer, type Candidates } from './top-two';
import { componentsOf, type Edges } from './strongly-connected';
import type { BlockerNode, Inherited } from './inherited-score';

/** `settled`: what the issue is known to inherit; the ways on from it are then not followed. */
export interface GraphNode extends BlockerNode {
  readonly settled?: Inherited | null;
}

/**
 * What every issue inherits, as `inheritedFrom` tells it of one, in one pass whose time grows with issues plus links: first the
 * circles are found, then each group of issues takes over the best of the groups it leads to. The best two are kept, because an
 * issue in a circle that is the best itself inherits the second.
 */
export function inheritAll(nodes: ReadonlyMap<string, GraphNode>): ReadonlyMap<string, Inherited> {
  return inheritInOrder(nodes, (_, node) => node);
}

/** An issue of which only the links are known beforehand. */
export type LinkedNode = Pick<GraphNode, 'blocks' | 'open' | 'settled'>;
type Range = Pick<BlockerNode, 'own' | 'low' | 'high'>;

/**
 * The same for issues that are scored on the way: `scored` is asked of each open issue once, after all that it blocks, with what
 * it inherits; in a circle, where that is not known yet, with undefined. So a backlog without circles is scored once, not twice.
 */
export function inheritInOrder<N extends LinkedNode>(
  nodes: ReadonlyMap<string, N>,
  scored: (key: string, node: N, inherited: Inherited | null | undefined) => Range,
): ReadonlyMap<string, Inherited> {
  const graph = read(nodes);
  const {
    keys,
    edges: { offsets, targets },
    score,
    low,
    high,
  } = graph;
  const all = [...nodes.values()];
  const groups = componentsOf(graph.edges);
  const kinds = [score, low, high].map((candidates) => ({
    candidates,
    best: nobodyYet(groups.count),
  }));
  const inherited = new Map<string, Inherited>();
  const offerAll = (group: number, candidate: number): void => {
    for (const { best, candidates } of kinds) offer(best, group, candidate, candidates);
  };
  const foundFor = (key: string, group: number): Inherited | null => {
    const [byScore, byLow, byHigh] = kinds.map(({ best, candidates }) =>
      bestBut(key, best, group, candidates),
    );
    if (byScore === undefined || byScore < 0) return null;
    return {
      key: graph.nameOf(byScore),
      score: valueAt(score, byScore),
      low: valueAt(low, byLow),
      high: valueAt(high, byHigh),
    };
  };
  const enter = (place: number, group: number, found: Inherited | null | undefined): void => {
    const [node, key] = [all[place], keys[place]];
    if (node === undefined || key === undefined) return;
    if (found != null) inherited.set(key, found);
    if (!node.open) return;
    const range = scored(key, node, found);
    if (range.own !== null) {
      score.values[place] = range.own;
      low.values[place] = range.low;
      high.values[place] = range.high;
      offerAll(group, place);
    }
    offerAll(group, graph.settled[place] ?? -1);
  };
  for (let group = 0; group < groups.count; group += 1) {
    const [from, to] = [groups.starts[group] ?? 0, groups.starts[group + 1] ?? 0];
    const members = groups.members.subarray(from, to);
    for (const member of members) {
      for (let edge = offsets[member] ?? 0; edge < (offsets[member + 1] ?? 0); edge += 1) {
        const other = groups.of[targets[edge] ?? 0] ?? 0;
        if (other === group) continue;
        // Only an issue in a circle needs a second, beside itself: of another group the best is enough.
        for (const { best, candidates } of kinds)
          offer(best, group, best.first[other] ?? -1, candidates);
      }
    }
    const [only] = members;
    if (members.length === 1 && only !== undefined) {
      // One alone cannot reach itself.
      enter(only, group, foundFor('', group));
      continue;
    }
    for (const member of members) enter(member, group, undefined);
    for (const member of members) {
      const found = foundFor(keys[member] ?? '', group);
      if (found !== null) inherited.set(keys[member] ?? '', found);
    }
  }
  return inherited;
}

interface Graph {
  readonly keys: readonly string[];
  readonly edges: Edges;
  readonly nameOf: (candidate: number) => string;
  /** The candidate that each place is known to inherit from; −1 where there is none. A place is a candidate itself under its own number. */
  readonly settled: Int32Array;
  readonly score: Candidates;
  readonly low: Candidates;
  readonly high: Candidates;
}

function read(nodes: ReadonlyMap<string, LinkedNode>): Graph {
  const keys = [...nodes.keys()];
  const names = [...keys];
  const places = new Map(keys.map((key, at) => [key, at]));
  const open = [...nodes.values()].map((node) => node.open);
  const offsets = new Int32Array(keys.length + 1);
  const targets: number[] = [];
  const [score, low, high] = [
    new Float64Array(2 * keys.length),
    new Float64Array(2 * keys.length),
    new Float64Array(2 * keys.length),
  ];
  const settled = new Int32Array(keys.length).fill(-1);
  const enter = (
    candidate: number,
    of: { readonly score: number; readonly low: number; readonly high: number },
  ): number => {
    score[candidate] = of.score;
    low[candidate] = of.low;
    high[candidate] = of.high;
    return candidate;
  };
  let at = 0;
  for (const node of nodes.values()) {
    if (node.open && node.settled != null) {
      settled[at] = enter(names.length, node.settled);
      names.push(node.settled.key);
    }
    // A closed issue waits for nobody.
    for (const key of node.settled === undefined ? node.blocks : []) {
      const place = places.get(key);
      if (place !== undefined && open[place] === true) targets.push(place);
    }
    at += 1;
    offsets[at] = targets.length;
  }
  const nameOf = (candidate: number): string => names[candidate] ?? '';
  const of = (values: Float64Array): Candidates => ({ values, nameOf });
  return {
    keys,
    edges: { offsets, targets: Int32Array.from(targets) },
    nameOf,
    settled,
    score: of(score),
    low: of(low),
    high: of(high),
  };
}

function valueAt({ values }: Candidates, candidate = -1): number {
  return candidate < 0 ? 0 : (values[candidate] ?? 0);
}
