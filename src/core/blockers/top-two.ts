/** Something with a name and a number that may be the best of what can be reached; no two have the same name. */
export interface Candidates {
  readonly values: Float64Array;
  readonly nameOf: (candidate: number) => string;
}

/** For each group the best two candidates; −1 where there is none. */
export interface BestTwo {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

export function nobodyYet(groups: number): BestTwo {
  return { first: new Int32Array(groups).fill(-1), second: new Int32Array(groups).fill(-1) };
}

export function offer(
  { first, second }: BestTwo,
  group: number,
  candidate: number,
  candidates: Candidates,
): void {
  if (candidate < 0) return;
  const best = first[group] ?? -1;
  if (best === candidate) return;
  if (best < 0) first[group] = candidate;
  else if (beats(candidate, best, candidates)) {
    second[group] = best;
    first[group] = candidate;
  } else {
    const next = second[group] ?? -1;
    if (next < 0 || beats(candidate, next, candidates)) second[group] = candidate;
  }
}

/** The best beside this one, or of all for −1; −1 for nobody. */
export function bestBut(candidate: number, { first, second }: BestTwo, group: number): number {
  const best = first[group] ?? -1;
  return best === candidate ? (second[group] ?? -1) : best;
}

/** Of two equals the one whose name comes first, so that the order of links changes nothing. */
function beats(a: number, b: number, { values, nameOf }: Candidates): boolean {
  const one = values[a] ?? 0;
  const other = values[b] ?? 0;
  return one > other || (one === other && nameOf(a) < nameOf(b));
}
