import { planScoring } from '../../../src/core/scoring/plan';
import { scoreWithPlan } from '../../../src/core/score-card/score-issue';
import { rounded, secondsOf, type Bench, type BenchReport } from '../bench';
import { benchDay, benchIssue, benchRubric } from './backlog';
import { lazyGraph, readyGraph, scoreEach, scoreGraph } from './graph';
import { growthOf } from './growth';
import { mathjsScorer } from './mathjs-formula';
import { besideNaive } from './preview';
import { rulesEngineScorer } from './rules-engine';
import type { Sizes } from './run';

/** Our points are rounded to tenths for each criterion; a peer that is farther away computes something else. */
const tolerance = 0.15;

/** Everything in this one process, on the same issues. */
async function benchScoring(sizes: Sizes): Promise<BenchReport> {
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

// A process of its own, bundled: tells what it found to the one that began it.
void benchScoring(JSON.parse(process.argv[2] ?? '') as Sizes).then((report) =>
  process.send?.(report),
);
