import { inheritInOrder } from '../../../src/core/blockers/inherit-all';
import { planScoring } from '../../../src/core/scoring/plan';
import { scoreWithPlan } from '../../../src/core/score-card/score-issue';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import type { Signals } from '../../../src/core/signals/signal';
import { benchDay, benchIssue } from './backlog';

/** An issue that blocks others. */
export interface GraphIssue {
  readonly key: string;
  readonly blocks: readonly string[];
  readonly open: boolean;
  readonly signals: () => Signals;
}

/** The keys that an issue blocks: chains of two hundred, diamonds across them, and circles of twenty. */
function blocksOf(n: number, size: number): readonly string[] {
  const ways = [
    n % 200 === 199 ? -1 : n + 1,
    n % 4 === 0 ? n + 2 : -1,
    n % 1000 >= 980 && n % 20 === 19 ? n - 19 : -1,
  ];
  return ways.filter((to) => to >= 0 && to < size).map((to) => `BIG-${to}`);
}

/** So many issues that nearly all wait for each other, with signals made beforehand. */
export function readyGraph(size: number): readonly GraphIssue[] {
  return graphOf(size, (n) => {
    const signals = benchIssue(n);
    return () => signals;
  });
}

/** The same with signals made whenever they are asked for, for more issues than fit into memory. */
export function lazyGraph(size: number): readonly GraphIssue[] {
  return graphOf(size, (n) => () => benchIssue(n));
}

function graphOf(size: number, signalsOf: (n: number) => () => Signals): readonly GraphIssue[] {
  return Array.from({ length: size }, (_, n) => ({
    key: `BIG-${n}`,
    blocks: blocksOf(n, size),
    open: true,
    signals: signalsOf(n),
  }));
}

/** The cards of all issues as if none waited for another; returns the sum of the scores. */
export function scoreEach(issues: readonly GraphIssue[], rubric: Rubric): number {
  const plan = planScoring(rubric);
  let sum = 0;
  for (const { signals } of issues)
    sum += scoreWithPlan(plan, signals(), benchDay, null).score ?? 0;
  return sum;
}

/** Their cards with what they inherit from those that they block, in the way that the preview of a backlog goes. */
export function scoreGraph(issues: readonly GraphIssue[], rubric: Rubric): number {
  const plan = planScoring(rubric);
  let sum = 0;
  const circles: GraphIssue[] = [];
  const inherited = inheritInOrder(issues, (issue, found) => {
    const card = scoreWithPlan(plan, issue.signals(), benchDay, found ?? null);
    // In a circle it is not known yet what it inherits: its card is made once more.
    if (found === undefined) circles.push(issue);
    else sum += card.score ?? 0;
    return { own: card.own, low: card.ownLow, high: card.ownHigh };
  });
  for (const { key, signals } of circles)
    sum += scoreWithPlan(plan, signals(), benchDay, inherited(key)).score ?? 0;
  return sum;
}
