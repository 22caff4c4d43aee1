import { functions, operate, type Expression, type Operation } from './expression';

/** Every number from `low` to `high`; either may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Interval arithmetic: all that the expression can come to while each input lies in its interval. Narrowing an input never
 * widens the result, also in floating point, because the four operations round in one direction; with every input a point
 * the result is the point that `evaluate` gives.
 */
export function boundsOf(expression: Expression, inputs: readonly Interval[]): Interval {
  switch (expression.kind) {
    case 'number':
      return { low: expression.value, high: expression.value };
    case 'input':
      return inputs[expression.at] ?? { low: -Infinity, high: Infinity };
    case 'power': {
      const base = boundsOf(expression.base, inputs);
      return spanning([base.low ** expression.exponent, base.high ** expression.exponent]);
    }
    case 'call': {
      const all = expression.arguments.map((argument) => boundsOf(argument, inputs));
      const { of } = functions[expression.name];
      return { low: of(all.map(({ low }) => low)), high: of(all.map(({ high }) => high)) };
    }
    default:
      return operateOn(
        expression.kind,
        boundsOf(expression.left, inputs),
        boundsOf(expression.right, inputs),
      );
  }
}

function operateOn(operation: Operation, left: Interval, right: Interval): Interval {
  return spanning(
    [left.low, left.high].flatMap((a) => [
      operate(operation, a, right.low),
      operate(operation, a, right.high),
    ]),
  );
}

/** 0·∞, ∞ − ∞ and ∞/∞ are no number: another corner has their limit already. */
function spanning(corners: readonly number[]): Interval {
  const numbers = corners.filter((corner) => !Number.isNaN(corner));
  return { low: Math.min(...numbers), high: Math.max(...numbers) };
}
