import { randomFrom } from '../../forge/random';

/** Between these a figure lies in 95 of 100 draws. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Draws {
  readonly draws: number;
  /** The same seed gives the same draws. */
  readonly seed: number;
}

const TAIL = 0.025;

/** How often each of so many items comes in each draw with replacement. */
export function drawsOf(items: number, { draws, seed }: Draws): readonly Uint16Array[] {
  const random = randomFrom(seed);
  return Array.from({ length: draws }, () => {
    const counts = new Uint16Array(items);
    for (let n = 0; n < items; n += 1) {
      const place = Math.floor(random() * items);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts;
  });
}

/** The percentile interval of a figure over these draws; null where no draw has it. */
export function intervalOf(
  draws: readonly Uint16Array[],
  figure: (counts: Uint16Array) => number | null,
): Interval | null {
  const found = draws.flatMap((counts) => figure(counts) ?? []).sort((a, b) => a - b);
  return found.length === 0
    ? null
    : { low: quantile(found, TAIL), high: quantile(found, 1 - TAIL) };
}

/** Between two values it is taken in proportion. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}
