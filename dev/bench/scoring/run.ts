import { planScoring } from '../../../src/core/scoring/plan';
import { scoreWithPlan } from '../../../src/core/scoring/score';
import {
  peakMemoryApart,
  rounded,
  secondsOf,
  type Bench,
  type BenchReport,
  type Benchmark,
} from '../bench';
import { benchDay, benchIssue, benchRubric } from './backlog';
import { lazyGraph, readyGraph, scoreEach, scoreGraph } from './graph';
import { growthOf } from './growth';
import { mathjsScorer } from './mathjs-formula';
import { besideNaive } from './preview';
import { rulesEngineScorer } from './rules-engine';

interface Sizes {
  /** Scored beside the peers, as a graph and in a preview. */
  readonly issues: number;
  /** Scored as a graph in a process of their own, for its memory. */
  readonly graphIssues: number;
  readonly growth: readonly number[];
  /** How often each of two that are compared is timed. */
  readonly runs: number;
}

const everything: Sizes = {
  issues: 20_000,
  graphIssues: 100_000,
  growth: [1_000, 5_000, 20_000, 50_000, 100_000, 200_000],
  runs: 15,
};
const little: Sizes = { issues: 500, graphIssues: 1_000, growth: [200, 400, 800], runs: 2 };

export const whole = (): Promise<BenchReport> => benchScoring(everything);
export const short = (): Promise<BenchReport> => benchScoring(little);
export const figures: Benchmark['figures'] = [
  'card-vs-mathjs',
  'card-vs-json-rules-engine',
  'graph-vs-no-graph',
  'preview-vs-naive',
  'graph-memory',
  'linearity',
];

/** What the 100,000 issues may take; fewer are held to the same. */
const graphLimitMb = 300;
/** Our points are rounded to tenths for each criterion; a peer that is farther away computes something else. */
const tolerance = 0.15;

/**
 * What users get, the whole card with range, lines, lane, horizon, missing inputs and reasons, beside peers that give a number.
 * Everything in this one process, on the same issues, but for the memory of the graph.
 */
async function benchScoring(sizes: Sizes): Promise<BenchReport> {
  // First, as a process begins with the most memory that the one it comes from held.
  const graphMb = await peakMemoryApart('scoring/graph-memory.ts', [String(sizes.graphIssues)]);
  const growth = await growthOver(sizes.growth);
  const [smallest, largest] = [growth[0], growth.at(-1)];
  if (smallest === undefined || largest === undefined) throw new Error('no size was measured');
  const { exponent, explained } = growthOf(growth);
  const straight = (smallest.seconds * largest.size) / smallest.size;
  return {
    benches: [
      ...(await besidePeers(sizes)),
      await graphBesideNone(sizes),
      { ...(await besideNaive(sizes.issues)), name: 'preview-vs-naive' },
      {
        name: 'graph-memory',
        unit: 'MB',
        ours: graphMb,
        peer: graphLimitMb,
        peerName: `the most that ${sizes.graphIssues} issues with blockers may take, Node.js and all`,
        ratio: rounded(graphLimitMb / graphMb),
      },
      {
        name: 'linearity',
        unit: 's',
        ours: rounded(largest.seconds),
        peer: rounded(straight),
        peerName: `${largest.size / smallest.size} times the time of ${smallest.size} issues`,
        ratio: rounded(straight / largest.seconds),
      },
    ],
    notes: [
      `time = c · issues^${exponent.toFixed(3)} (R² ${explained.toFixed(4)}): ${growth.map(({ size, seconds }) => `${size}: ${((seconds / size) * 1e6).toFixed(1)} µs each`).join(', ')}`,
    ],
  };
}

async function growthOver(
  all: readonly number[],
): Promise<readonly { readonly size: number; readonly seconds: number }[]> {
  const rubric = benchRubric();
  const found = [];
  for (const size of all) {
    const { time } = await secondsOf(
      { time: () => scoreGraph(lazyGraph(size), rubric) },
      size < 10_000 ? 15 : 3,
    );
    found.push({ size, seconds: time });
  }
  return found;
}

async function graphBesideNone({ issues, runs }: Sizes): Promise<Bench> {
  const rubric = benchRubric();
  const all = readyGraph(issues);
  const { without, withBlockers } = await secondsOf(
    { without: () => scoreEach(all, rubric), withBlockers: () => scoreGraph(all, rubric) },
    runs,
  );
  return comparison(
    { name: 'graph-vs-no-graph', ours: withBlockers, peer: without },
    'the same issues without blockers',
    issues,
  );
}

async function besidePeers({ issues, runs }: Sizes): Promise<readonly Bench[]> {
  const rubric = benchRubric();
  const plan = planScoring(rubric);
  const [mathjs, rules] = [mathjsScorer(rubric), rulesEngineScorer(rubric)];
  const all = Array.from({ length: issues }, (_, n) => benchIssue(n));
  for (const signals of all.slice(0, 2_000)) {
    const ours = scoreWithPlan(plan, signals, benchDay, null).score ?? Number.NaN;
    agree('mathjs', signals.issue.key, ours, mathjs(signals));
    agree('json-rules-engine', signals.issue.key, ours, await rules(signals));
  }
  const cards = () =>
    all.reduce(
      (sum, signals) => sum + scoreWithPlan(plan, signals, benchDay, null).lines.length,
      0,
    );
  const formula = await secondsOf(
    { cards, mathjs: () => all.reduce((sum, signals) => sum + mathjs(signals), 0) },
    runs,
  );
  const engine = await secondsOf(
    {
      cards,
      rules: async () => {
        for (const signals of all) await rules(signals);
      },
    },
    Math.ceil(runs / 3),
  );
  return [
    comparison(
      { name: 'card-vs-mathjs', ours: formula.cards, peer: formula.mathjs },
      'a compiled mathjs formula, which gives a bare number',
      issues,
    ),
    comparison(
      { name: 'card-vs-json-rules-engine', ours: engine.cards, peer: engine.rules },
      'json-rules-engine, which gives a bare number',
      issues,
    ),
  ];
}

function agree(peer: string, key: string, ours: number, theirs: number): void {
  if (!(Math.abs(ours - theirs) <= tolerance))
    throw new Error(
      `${peer} gives ${key} ${theirs}, Ballast ${ours}: they do not compute the same`,
    );
}

/** `seconds` are those of all issues. */
function comparison(
  seconds: { readonly name: string; readonly ours: number; readonly peer: number },
  peerName: string,
  issues: number,
): Bench {
  const each = (all: number): number => rounded((all / issues) * 1e6);
  return {
    name: seconds.name,
    unit: 'µs an issue',
    ours: each(seconds.ours),
    peer: each(seconds.peer),
    peerName,
    ratio: rounded(seconds.peer / seconds.ours),
  };
}
