import { rounded, type BenchReport, type Benchmark } from '../bench';
import { runBundled } from '../run-bundled';

export interface Sizes {
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
  'linearity',
  'graph-memory',
];

/** What the 100,000 issues may take; fewer are held to the same. */
const graphLimitMb = 300;

/** What users get, the whole card with range, lines, lane, horizon, missing inputs and reasons, beside peers that give a number. */
async function benchScoring(sizes: Sizes): Promise<BenchReport> {
  const graphMb = await runBundled<number>('scoring/graph-memory.ts', [String(sizes.graphIssues)]);
  const timed = await runBundled<BenchReport>('scoring/timed.ts', [JSON.stringify(sizes)]);
  return {
    notes: timed.notes,
    benches: [
      ...timed.benches,
      {
        name: 'graph-memory',
        unit: 'MB',
        ours: graphMb,
        peer: graphLimitMb,
        peerName: `the most that ${sizes.graphIssues} issues with blockers may take, Node.js and all`,
        ratio: rounded(graphLimitMb / graphMb),
      },
    ],
  };
}
