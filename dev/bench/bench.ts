/** One comparison. A ratio above 1 always means that Ballast is ahead. */
export interface Bench {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly ratio: number;
}

/** What a benchmark found, and what else is worth knowing, a line each. */
export interface BenchReport {
  readonly benches: readonly Bench[];
  readonly notes: readonly string[];
  /** Why nothing was measured, where this machine has not what it takes. */
  readonly leftOut?: string;
}

/** As every benchmark's `run.ts` exports it. */
export interface Benchmark {
  readonly whole: (options: readonly string[]) => Promise<BenchReport>;
  /** The same on so little that its seconds say nothing: to see that it still runs. */
  readonly short: () => Promise<BenchReport>;
  /** Names of what the short form finds. */
  readonly figures: readonly string[];
}

/**
 * Median seconds of processor time of several runs, the collecting of garbage included: what else the machine does counts little.
 * The works take turns, so that a busy moment hits all of them alike. The first turn only warms up.
 */
export async function secondsOf<K extends string>(
  works: Readonly<Record<K, () => unknown>>,
  runs: number,
): Promise<Readonly<Record<K, number>>> {
  const names = Object.keys(works) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run <= runs; run += 1) {
    for (const name of names) {
      const start = process.cpuUsage();
      await works[name]();
      const { user, system } = process.cpuUsage(start);
      if (run > 0) times.get(name)?.push((user + system) / 1e6);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    K,
    number
  >;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Three digits that count. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

export function asText({ benches, notes }: BenchReport): string {
  const rows = benches.map(({ name, ours, peer, peerName, unit, ratio }) => [
    name,
    `${ours} ${unit}`,
    `${peer} ${unit}`,
    `× ${ratio}`,
    peerName,
  ]);
  const head = ['', 'Ballast', 'peer', 'ratio', ''];
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, at) =>
        at === 0 || at === 4 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', ...notes].join('\n');
}
