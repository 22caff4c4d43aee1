import { apportion } from '../../numbers/largest-remainder';

/** In percent, to one decimal; they add up to 100 exactly. Zero where there is no weight at all. */
export function sharesOf(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  return apportion(
    weights.map((weight) => (weight / sum) * 1000),
    1000,
  ).map((tenths) => tenths / 10);
}

/** Whether the method has weights at all: a formula or a table says itself how criteria work together. */
export function isWeighted(kind: string): boolean {
  return kind === 'pillars' || kind === 'weighted';
}
