import { amongEquals, type TieFacts } from '../../src/core/lanes/tie-order';
import { describeBecause } from '../../src/core/describe/describe-because';
import { describeSource } from '../../src/core/describe/describe-source';
import { describeValue } from '../../src/core/describe/describe-value';
import { describeWhy } from '../../src/core/describe/describe-why';
import type { ScoreView } from '../../src/contract/score';

/** One open issue of the pilot's answer. */
export interface PilotIssue {
  readonly key: string;
  readonly summary: string;
  /** 1 is the highest; issues of one score share it. */
  readonly rank: number;
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
  readonly lane: string;
  readonly because: string;
  readonly horizon: string | null;
  readonly lines: readonly {
    readonly id: string;
    readonly pillar: string | null;
    readonly label: string;
    readonly value: number | string | null;
    readonly points: number | null;
    readonly weight: number | null;
    readonly contribution: number;
    readonly from: readonly { readonly text: string; readonly key?: string }[];
  }[];
  readonly missing: readonly {
    readonly id: string;
    readonly label: string;
    readonly why: string;
    readonly low: number;
    readonly high: number;
  }[];
}

/** What the run cost on the host, in the platform's own units. */
export interface PilotCost {
  readonly jiraCalls: number;
  readonly points: number;
  readonly invocations: number;
  readonly kvsReads: number;
  readonly kvsWrites: number;
  /** Issues of which a Jira field was written, each as often as it was. */
  readonly fieldWrites: number;
  /** From the start of the process to the last score, import included. */
  readonly seconds: number;
  /** Of those, spent in the stand-ins rather than in the app. */
  readonly standInShare: number;
  readonly peakMemoryMb: number;
}

export interface PilotOutcome {
  readonly asOf: string;
  readonly rubric: { readonly name: string; readonly version: number };
  /** Open issues, best first; unsorted ones by their score among the others. */
  readonly issues: readonly PilotIssue[];
  readonly totals: {
    readonly issues: number;
    readonly open: number;
    readonly scored: number;
    readonly unsorted: number;
    readonly byLane: Readonly<Record<string, number>>;
  };
  readonly cost: PilotCost;
  /** Scoring everything a second time: how many Jira fields and ledger records it wrote. */
  readonly secondPass: { readonly fieldWrites: number; readonly ledgerWrites: number };
  readonly warnings: readonly string[];
}

export type Unranked = Omit<PilotIssue, 'rank'>;

export function pilotIssue(summary: string, view: ScoreView): Unranked {
  return {
    key: view.key,
    summary,
    score: view.score,
    low: view.low,
    high: view.high,
    lane: view.lane,
    because: describeBecause(view.because),
    horizon: view.horizon,
    lines: view.lines.map(({ id, pillar, label, value, points, weight, contribution, from }) => ({
      id,
      pillar,
      label,
      value: value === null ? null : describeValue(value),
      points,
      weight,
      contribution,
      from: from.map(describeSource).map(({ text, key }) => ({
        text,
        ...(key === undefined ? {} : { key }),
      })),
    })),
    missing: view.missing.map(({ id, label, why, low, high }) => ({
      id,
      label,
      why: describeWhy(why),
      low,
      high,
    })),
  };
}

export function totalsOf(issues: readonly PilotIssue[], all: number): PilotOutcome['totals'] {
  const byLane: Record<string, number> = {};
  for (const { lane } of issues) byLane[lane] = (byLane[lane] ?? 0) + 1;
  return {
    issues: all,
    open: issues.length,
    scored: issues.filter(({ score }) => score !== null).length,
    unsorted: byLane['unsorted'] ?? 0,
    byLane,
  };
}

/** What decides among equal scores, as far as the panel and the export tell it. */
export function tieFacts(view: ScoreView, touched: string | undefined): TieFacts {
  const days = view.lines
    .flatMap(({ from }) => from)
    .flatMap((source) => (EVIDENCE.has(source.kind) && 'at' in source ? [source.at ?? ''] : []));
  const [freshest] = days.toSorted().reverse();
  return {
    high: view.high,
    ...(freshest === undefined ? {} : { freshest }),
    ...(touched === undefined ? {} : { touched }),
  };
}

const EVIDENCE = new Set<string>(['incident', 'support', 'report', 'usage']);

/** Best first; without a score last. Keys come into it last of all, only so that two runs print the same. */
export function ranked(
  found: readonly { readonly issue: Unranked; readonly facts: TieFacts }[],
): readonly PilotIssue[] {
  const collator = new Intl.Collator('en', { numeric: true });
  const sorted = [...found].sort(
    (a, b) =>
      (b.issue.score ?? -1) - (a.issue.score ?? -1) ||
      amongEquals(a.facts, b.facts) ||
      collator.compare(a.issue.key, b.issue.key),
  );
  let rank = 0;
  return sorted.map(({ issue }, at) => {
    const before = sorted[at - 1]?.issue;
    if (before === undefined || before.score !== issue.score) rank = at + 1;
    return { ...issue, rank };
  });
}
