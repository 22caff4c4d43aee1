import { ownScore } from '../../../src/core/scoring/own-score';
import { planScoring } from '../../../src/core/scoring/plan';
import { judge } from '../../../src/core/scoring/evaluation';
import { ownLines, tenth } from '../../../src/core/score-card/lines';
import { scoreWithPlan } from '../../../src/core/score-card/score-issue';
import type { ScoringPlan } from '../../../src/core/scoring/plan';
import type { Signals } from '../../../src/core/signals/signal';
import { peakMemoryApart, rounded, secondsOf, type Bench, type BenchReport } from '../bench';
import { benchDay, benchIssue, benchRubric } from './backlog';
import { scoreEach, scoreGraph } from './graph';
import { growthOf } from './growth';
import { mathjsScorer } from './mathjs-formula';
import { rulesEngineScorer } from './rules-engine';

const issues = 20_000;
const graphIssues = 100_000;
const graphLimitMb = 300;
const sizes = [1_000, 5_000, 20_000, 50_000, 100_000, 200_000];
/** Our points are rounded to tenths for each criterion; a peer that is farther away computes something else. */
const tolerance = 0.15;

/** Everything in this one process, on the same issues, but for the memory of the graph. */
export async function benchScoring(): Promise<BenchReport> {
  const rubric = benchRubric();
  // First, as a process begins with the most memory that the one it comes from held.
  const graphMb = await peakMemoryApart('scoring/graph-memory.ts', [String(graphIssues)]);
  const graph = await secondsOf(
    { without: () => scoreEach(graphIssues, rubric), with: () => scoreGraph(graphIssues, rubric) },
    3,
  );
  const growth = await growthOver(sizes);
  const { beside, cards } = await besidePeers();
  const [smallest, largest] = [growth[0], growth.at(-1)];
  if (smallest === undefined || largest === undefined) throw new Error('no size was measured');
  const { exponent, explained } = growthOf(growth);
  const straight = (smallest.seconds * largest.size) / smallest.size;
  return {
    benches: [
      ...beside,
      {
        name: 'graph-vs-no-graph',
        unit: 's',
        ours: rounded(graph.with),
        peer: rounded(graph.without),
        peerName: `the same ${graphIssues} issues without blockers`,
        ratio: rounded(graph.without / graph.with),
      },
      {
        name: 'graph-memory',
        unit: 'MB',
        ours: graphMb,
        peer: graphLimitMb,
        peerName: `the most that ${graphIssues} issues with blockers may take, Node.js and all`,
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
      `the whole card, with lane, horizon, what is missing and the reasons: ${cards} µs an issue`,
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
      { time: () => scoreGraph(size, rubric) },
      size < 10_000 ? 15 : 3,
    );
    found.push({ size, seconds: time });
  }
  return found;
}

async function besidePeers(): Promise<{
  readonly beside: readonly Bench[];
  readonly cards: number;
}> {
  const rubric = benchRubric();
  const plan = planScoring(rubric);
  const [mathjs, rules] = [mathjsScorer(rubric), rulesEngineScorer(rubric)];
  const all = Array.from({ length: issues }, (_, n) => benchIssue(n));
  for (const signals of all.slice(0, 2_000)) {
    const ours = ownScore(plan, signals, benchDay) ?? Number.NaN;
    agree('mathjs', signals.issue.key, ours, mathjs(signals));
    agree('json-rules-engine', signals.issue.key, ours, await rules(signals));
  }
  const seconds = await secondsOf(
    {
      score: () => all.reduce((sum, signals) => sum + (ownScore(plan, signals, benchDay) ?? 0), 0),
      lines: () => all.reduce((sum, signals) => sum + lineTable(plan, signals).length, 0),
      card: () =>
        all.reduce(
          (sum, signals) => sum + scoreWithPlan(plan, signals, benchDay, null).lines.length,
          0,
        ),
      mathjs: () => all.reduce((sum, signals) => sum + mathjs(signals), 0),
    },
    9,
  );
  const engine = await secondsOf(
    {
      score: () => all.reduce((sum, signals) => sum + (ownScore(plan, signals, benchDay) ?? 0), 0),
      rules: async () => {
        for (const signals of all) await rules(signals);
      },
    },
    3,
  );
  const beside = [
    comparison('score-only-vs-mathjs', seconds.score, seconds.mathjs, 'a compiled mathjs formula'),
    comparison('score-only-vs-json-rules-engine', engine.score, engine.rules, 'json-rules-engine'),
    comparison(
      'rationale-vs-mathjs',
      seconds.lines,
      seconds.mathjs,
      'a compiled mathjs formula, which has no lines',
    ),
  ];
  return { beside, cards: rounded((seconds.card / issues) * 1e6) };
}

/** The score with its range and every line, as the card has them. */
function lineTable(plan: ScoringPlan, signals: Signals): readonly unknown[] {
  const judgement = judge(signals, plan, benchDay);
  return judgement.score === null ? [] : ownLines(judgement, plan, tenth(judgement.score * 10));
}

function agree(peer: string, key: string, ours: number, theirs: number): void {
  if (!(Math.abs(ours - theirs) <= tolerance))
    throw new Error(
      `${peer} gives ${key} ${theirs}, Ballast ${ours}: they do not compute the same`,
    );
}

function comparison(name: string, ours: number, peer: number, peerName: string): Bench {
  const each = (seconds: number): number => rounded((seconds / issues) * 1e6);
  return {
    name,
    unit: 'µs an issue',
    ours: each(ours),
    peer: each(peer),
    peerName,
    ratio: rounded(peer / ours),
  };
}
