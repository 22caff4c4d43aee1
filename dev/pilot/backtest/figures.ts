import { areaUnderCurve } from './auc';
import { drawsOf, intervalOf, type Draws, type Interval } from './bootstrap';
import { precisionIn } from './precision';
import { rankingBy } from './ranking';

/** A share, 0–1, with the interval of its draws; null where it cannot be told. */
export type Figure = ({ readonly value: number } & Interval) | null;

/** How well an order puts first what was then done. */
export interface OrderFigures {
  /** The share of pairs in the right order. */
  readonly auc: Figure;
  /** The share of the first 20 and 100 that was done. */
  readonly first20: Figure;
  readonly first100: Figure;
}

/**
 * The figures of each order over the same issues, and over the same draws, so that they can be compared.
 * @param orders the number by which each order ranks each issue
 */
export function figuresOf(
  orders: readonly (readonly number[])[],
  good: readonly boolean[],
  settings: Draws,
): readonly OrderFigures[] {
  const draws = drawsOf(good.length, settings);
  const once = new Uint16Array(good.length).fill(1);
  return orders.map((values) => {
    const ranking = rankingBy(values);
    const figure = (of: (counts: Uint16Array) => number | null): Figure => {
      const value = of(once);
      const interval = value === null ? null : intervalOf(draws, of);
      return value === null || interval === null ? null : { value, ...interval };
    };
    const first = (count: number): Figure =>
      figure((counts) => precisionIn(count, ranking, { good, counts }));
    return {
      auc: figure((counts) => areaUnderCurve(ranking, { good, counts })),
      first20: first(20),
      first100: first(100),
    };
  });
}
