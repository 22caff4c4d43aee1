/**
 * A weighted mean kept as two whole numbers (Σ weight·tenths and Σ weight): equal fractions give the same double and larger
 * ones never a smaller, so no bound is missed by a rounding error.
 */
export interface Mean {
  readonly sum: number;
  readonly weight: number;
}

export interface Weighed {
  readonly weight: number;
  readonly tenths: number;
}

/** 0–100, or null over nothing. */
export function valueOf({ sum, weight }: Mean): number | null {
  return weight === 0 ? null : sum / (weight * 10);
}

export function include(mean: Mean, { weight, tenths }: Weighed): Mean {
  return { sum: mean.sum + weight * tenths, weight: mean.weight + weight };
}

/** The lowest mean that learning any of the unknown inputs can lead to: only those that pull it down are included. */
export function lowestMean(known: Mean, unknownLows: readonly Weighed[]): Mean {
  if (unknownLows.length === 0) return known;
  let mean = known;
  for (const one of inOrder(unknownLows, 1)) {
    if (mean.weight > 0 && one.tenths * mean.weight >= mean.sum) break;
    mean = include(mean, one);
  }
  return mean;
}

export function highestMean(known: Mean, unknownHighs: readonly Weighed[]): Mean {
  if (unknownHighs.length === 0) return known;
  let mean = known;
  for (const one of inOrder(unknownHighs, -1)) {
    if (mean.weight > 0 && one.tenths * mean.weight <= mean.sum) break;
    mean = include(mean, one);
  }
  return mean;
}

/** Rising for 1, falling for −1. */
function inOrder(all: readonly Weighed[], way: 1 | -1): readonly Weighed[] {
  return all.length === 1 ? all : [...all].sort((a, b) => way * (a.tenths - b.tenths));
}
