import { evaluate, type Expression } from '../../formula/expression';
import type { Interval } from '../../formula/interval';

const usual = [-1000, -100, -10, -1, 0, 0.1, 0.5, 1, 2, 3, 5, 10, 20, 50, 100, 1000];

/**
 * Whether values can be named at which the formula moves against what is declared while one input alone grows. Tried on usual
 * numbers and on the ends of what inputs may be: where none are found, nothing is proved, and words must not claim it.
 */
export function movesAgainst(
  declared: 'rising' | 'falling',
  expression: Expression,
  input: number,
  ranges: readonly Interval[],
): boolean {
  const values = ranges.map(({ low, high }) => [
    low,
    ...usual.filter((one) => one > low && one < high),
    high,
  ]);
  return settings(values).some((others) => {
    const results = (values[input] ?? []).map((value) =>
      evaluate(expression, others.with(input, value)),
    );
    return results.some((result, at) => {
      const before = results[at - 1] ?? result;
      return declared === 'rising' ? result < before : result > before;
    });
  });
}

/** Combinations of values: each input takes each of its own, in step with the others, behind them, and against them. */
function settings(values: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const most = Math.max(...values.map(({ length }) => length));
  const at = (list: readonly number[], place: number): number =>
    list[((place % list.length) + list.length) % list.length] ?? 0;
  return Array.from({ length: most }, (_, place) => place).flatMap((place) => [
    values.map((list) => at(list, place)),
    values.map((list, input) => at(list, place + 5 * input)),
    values.map((list, input) => at(list, input % 2 === 0 ? place : -1 - place)),
    values.map((list, input) => at(list, input % 2 === 0 ? -1 - place : place)),
  ]);
}
