import type { DeepReadonly } from '../../terms/deep-readonly';
import type { Method } from '../../rubric/schema/method';
import type { Criterion } from '../../rubric/schema/schema';
import { evaluate } from '../../formula/expression';
import { boundsOf, type Interval } from '../../formula/interval';
import { neutralOf } from '../../formula/neutral';
import { readExpression } from '../../formula/read-expression';
import { clean } from '../../numbers/clean';
import { pointsOn } from './scale';

/** V as a function of what each criterion found, in the order of the rubric's criteria. */
export interface ValueFunction {
  /** 0–100. */
  readonly points: (amounts: readonly number[]) => number;
  /** The least and the most points while each amount lies in its interval; a point where all of them are points. */
  readonly bounds: (amounts: readonly Interval[]) => Interval;
  /** The published number or name. */
  readonly raw: (amounts: readonly number[]) => number | string | null;
  /** For each criterion the amount that changes nothing: what the lines measure against. */
  readonly neutral: readonly number[];
}

type Formula = Extract<DeepReadonly<Method>, { kind: 'formula' }>;
type Matrix = Extract<DeepReadonly<Method>, { kind: 'matrix' }>;

/** @throws Error for an expression that the rubric's checks would have refused. */
export function formulaFunction(
  { expression: text, scale }: Formula,
  criteria: readonly Criterion[],
  ranges: readonly Interval[],
): ValueFunction {
  const read = readExpression(
    text,
    criteria.map(({ id }) => id),
  );
  if (!read.ok)
    throw new Error(
      `The formula ${text} was never checked: ${read.problems.map(({ problem }) => problem).join(', ')}`,
    );
  const { expression } = read;
  return {
    points: (amounts) => pointsOn(scale, evaluate(expression, amounts)),
    bounds: (amounts) => {
      const { low, high } = boundsOf(expression, amounts);
      return { low: pointsOn(scale, low), high: pointsOn(scale, high) };
    },
    raw: (amounts) => {
      const raw = evaluate(expression, amounts);
      return Number.isFinite(raw) ? clean(raw) : null;
    },
    neutral: ranges.map(({ low, high }, at) =>
      Math.min(high, Math.max(low, neutralOf(expression, at))),
    ),
  };
}

export function matrixFunction(
  { rows, columns, cells, results }: Matrix,
  criteria: readonly Criterion[],
): ValueFunction {
  const points = new Map(results.map((result) => [result.name, result.points]));
  const row = criteria.findIndex(({ id }) => id === rows);
  const column = criteria.findIndex(({ id }) => id === columns);
  const cellAt = (places: readonly number[]): string =>
    cells[Math.floor(places[row] ?? 1) - 1]?.[Math.floor(places[column] ?? 1) - 1] ?? '';
  const at = (places: readonly number[]): number => points.get(cellAt(places)) ?? 0;
  return {
    points: at,
    // The rubric's checks hold the table to rising along both sides, so its corners bound it.
    bounds: (places) => ({
      low: at(places.map(({ low }) => low)),
      high: at(places.map(({ high }) => high)),
    }),
    raw: cellAt,
    neutral: criteria.map(() => 1),
  };
}
