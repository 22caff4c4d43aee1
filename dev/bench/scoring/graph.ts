import { inheritInOrder, type LinkedNode } from '../../../src/core/blockers/inherit-all';
import { ownRange } from '../../../src/core/scoring/own-score';
import { planScoring } from '../../../src/core/scoring/plan';
import { scoreWithPlan } from '../../../src/core/score-card/score-issue';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { benchDay, benchIssue } from './backlog';

/** The keys that an issue blocks: chains of two hundred, diamonds across them, and circles of twenty. */
function blocksOf(n: number, size: number): readonly string[] {
  const ways = [
    n % 200 === 199 ? -1 : n + 1,
    n % 4 === 0 ? n + 2 : -1,
    n % 1000 >= 980 && n % 20 === 19 ? n - 19 : -1,
  ];
  return ways.filter((to) => to >= 0 && to < size).map((to) => `BIG-${to}`);
}

/** Scores so many issues with their lines, each by itself; returns the sum of the scores. Issues are made as they are needed. */
export function scoreEach(size: number, rubric: Rubric): number {
  const plan = planScoring(rubric);
  let sum = 0;
  for (let n = 0; n < size; n += 1)
    sum += scoreWithPlan(plan, benchIssue(n), benchDay, null).score ?? 0;
  return sum;
}

/** The same issues with what they inherit from those that they block. */
export function scoreGraph(size: number, rubric: Rubric): number {
  const plan = planScoring(rubric);
  const nodes = new Map<string, LinkedNode & { readonly n: number }>();
  for (let n = 0; n < size; n += 1)
    nodes.set(`BIG-${n}`, { n, blocks: blocksOf(n, size), open: true });
  let sum = 0;
  const circles: number[] = [];
  const inherited = inheritInOrder(nodes, (_, { n }, found) => {
    const signals = benchIssue(n);
    if (found === undefined) {
      circles.push(n);
      return ownRange(plan, signals, benchDay);
    }
    const { score, own, ownLow, ownHigh } = scoreWithPlan(plan, signals, benchDay, found);
    sum += score ?? 0;
    return { own, low: ownLow, high: ownHigh };
  });
  for (const n of circles)
    sum +=
      scoreWithPlan(plan, benchIssue(n), benchDay, inherited.get(`BIG-${n}`) ?? null).score ?? 0;
  return sum;
}
