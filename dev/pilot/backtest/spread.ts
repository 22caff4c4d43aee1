/** How far a number tells issues apart. */
export interface Spread {
  readonly distinct: number;
  /** Of the issues that share the most frequent value, 0–1. */
  readonly largestTie: number;
}

export function spreadOf(values: readonly (number | null)[]): Spread {
  const shares = Object.values(sharesOf(values.map((value) => String(value ?? 'none'))));
  return { distinct: shares.length, largestTie: Math.max(0, ...shares) };
}

/** The share of each name, 0–1; of the listed ones also where none has it, and in their order. */
export function sharesOf(
  names: readonly string[],
  listed: readonly string[] = [],
): Readonly<Record<string, number>> {
  const counts = new Map(listed.map((name) => [name, 0]));
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(
    [...counts].map(([name, count]) => [name, names.length === 0 ? 0 : count / names.length]),
  );
}
