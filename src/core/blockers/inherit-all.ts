import { bestBut, nobodyYet, offer, type BestTwo, type Candidates } from './top-two';
import { componentsOf, type Edges } from './strongly-connected';
import type { BlockerNode, Inherited } from './inherited-score';

/** An issue of which only the links are known beforehand. */
export interface LinkedNode extends Pick<BlockerNode, 'blocks' | 'open'> {
  /** What the issues that it waits for call it among those that they block. No two have the same. */
  readonly key: string;
}
type Range = Pick<BlockerNode, 'own' | 'low' | 'high'>;

/**
 * What every issue inherits, as `inheritedFrom` tells it of one, in one pass whose time grows with issues plus links: first the
 * circles are found, then each group of issues takes over the best of the groups it leads to. The best two are kept, because an
 * issue in a circle that is the best itself inherits the second.
 *
 * The issues are scored on the way: `scored` is asked of each open issue once, after all that it blocks, with what it inherits;
 * in a circle, where that is not known yet, with undefined. So a backlog without circles is scored once, not twice.
 *
 * @returns what each inherits; null too for issues that are not among them
 */
export function inheritInOrder<N extends LinkedNode>(
  nodes: readonly N[],
  scored: (node: N, inherited: Inherited | null | undefined) => Range,
): (key: string) => Inherited | null {
  const places = new Map<string, number>();
  for (const { key } of nodes) places.set(key, places.size);
  const edges = edgesOf(places, nodes);
  const groups = componentsOf(edges);
  const nameOf = (place: number): string => nodes[place]?.key ?? '';
  const contest = (): Contest => ({
    candidates: { values: new Float64Array(nodes.length), nameOf },
    best: nobodyYet(groups.count),
  });
  const score = contest();
  const low = contest();
  const high = contest();
  const kinds = [score, low, high];

  const foundBeside = (place: number, group: number): Inherited | null => {
    const best = bestBut(place, score.best, group);
    if (best < 0) return null;
    return {
      key: nameOf(best),
      score: score.candidates.values[best] ?? 0,
      low: low.candidates.values[bestBut(place, low.best, group)] ?? 0,
      high: high.candidates.values[bestBut(place, high.best, group)] ?? 0,
    };
  };
  const enter = (place: number, group: number, found: Inherited | null | undefined): void => {
    const node = nodes[place];
    if (node?.open !== true) return;
    const range = scored(node, found);
    if (range.own === null) return;
    score.candidates.values[place] = range.own;
    low.candidates.values[place] = range.low;
    high.candidates.values[place] = range.high;
    for (const { best, candidates } of kinds) offer(best, group, place, candidates);
  };
  const takeOver = (place: number, group: number): void => {
    const end = edges.offsets[place + 1] ?? 0;
    for (let edge = edges.offsets[place] ?? 0; edge < end; edge += 1) {
      const other = groups.of[edges.targets[edge] ?? 0] ?? 0;
      if (other === group) continue;
      // Only an issue in a circle needs a second, beside itself: of another group the best is enough.
      for (const { best, candidates } of kinds)
        offer(best, group, best.first[other] ?? -1, candidates);
    }
  };

  const { members, starts } = groups;
  for (let group = 0; group < groups.count; group += 1) {
    const first = starts[group] ?? 0;
    const end = starts[group + 1] ?? 0;
    for (let at = first; at < end; at += 1) takeOver(members[at] ?? 0, group);
    // One alone cannot reach itself: what it inherits is known before its score is.
    const found = end - first === 1 ? foundBeside(-1, group) : undefined;
    for (let at = first; at < end; at += 1) enter(members[at] ?? 0, group, found);
  }
  return (key) => {
    const place = places.get(key);
    return place === undefined ? null : foundBeside(place, groups.of[place] ?? 0);
  };
}

/** One of the three numbers that are inherited, each from the best of its kind; a candidate is an issue's place. */
interface Contest {
  readonly candidates: Candidates;
  readonly best: BestTwo;
}

/** The ways from open issue to open issue: a closed one waits for nobody. */
function edgesOf(places: ReadonlyMap<string, number>, nodes: readonly LinkedNode[]): Edges {
  const offsets = new Int32Array(nodes.length + 1);
  const targets: number[] = [];
  let at = 0;
  for (const { blocks } of nodes) {
    for (const key of blocks) {
      const place = places.get(key);
      if (place !== undefined && nodes[place]?.open === true) targets.push(place);
    }
    at += 1;
    offsets[at] = targets.length;
  }
  return { offsets, targets: Int32Array.from(targets) };
}
