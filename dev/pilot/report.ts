import { ruledLanes } from '../../src/core/terms/lane';
import type { PilotIssue, PilotOutcome } from './outcome';

const TOP = 20;

/** The outcome as a person reads it in a terminal. */
export function report({
  asOf,
  rubric,
  issues,
  totals,
  cost,
  secondPass,
  warnings,
}: PilotOutcome): string {
  return [
    `${totals.issues} issues read, ${totals.open} of them open, as of ${asOf.slice(0, 10)} under «${rubric.name}» version ${rubric.version}`,
    ...(warnings.length > 0
      ? ['', 'The import noticed', ...warnings.map((text) => `  ${text}`)]
      : []),
    '',
    `Top ${Math.min(TOP, issues.length)}`,
    ...issues.slice(0, TOP).map(rankLine),
    '',
    'Lanes',
    ...ruledLanes.map((lane) => laneLine(lane, totals.byLane[lane] ?? 0, totals.open)),
    '',
    'Missing most',
    ...missingMost(issues).map(([label, count]) => `  ${String(count).padStart(6)}  ${label}`),
    '',
    `${cost.invocations} invocations, ${cost.jiraCalls} Jira calls worth ${cost.points} points, ${cost.kvsReads} storage reads, ${cost.kvsWrites} writes`,
    `${cost.seconds.toFixed(1)} s, ${Math.round(cost.standInShare * 100)} % of it in the stand-ins; at most ${cost.peakMemoryMb} MB`,
    `Scoring everything again wrote ${secondPass.fieldWrites} Jira fields and ${secondPass.ledgerWrites} ledger records`,
  ].join('\n');
}

function rankLine({ rank, key, score, low, high, lane, because, summary }: PilotIssue): string {
  const points = score === null ? '  –  ' : score.toFixed(1).padStart(5);
  const range = low === high ? '' : ` (${low.toFixed(0)}–${high.toFixed(0)})`;
  return `  ${`${rank}.`.padStart(4)} ${points}${range.padEnd(9)} ${key.padEnd(12)} ${lane.padEnd(20)} ${printable(summary, 60)}\n${' '.repeat(35)}${printable(because, 90)}`;
}

function laneLine(lane: string, count: number, open: number): string {
  const share = open === 0 ? 0 : count / open;
  return `  ${lane.padEnd(20)} ${String(count).padStart(6)}  ${'█'.repeat(Math.round(share * 40))}`;
}

function missingMost(issues: readonly PilotIssue[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { label } of issues.flatMap(({ missing }) => missing))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 8);
}

/** Text from the export, kept from steering the terminal. */
function printable(text: string, length: number): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}
