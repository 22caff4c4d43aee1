import type { Expression } from './expression';
import { boundsOf, type Interval } from './interval';

/** Whether a part of the expression can come to more than any number, so that its value would be endless or none at all. */
export function overflows(expression: Expression, inputs: readonly Interval[]): boolean {
  const { low, high } = boundsOf(expression, inputs);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return true;
  return partsOf(expression).some((part) => overflows(part, inputs));
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'input':
      return [];
    case 'power':
      return [expression.base];
    case 'call':
      return expression.arguments;
    default:
      return [expression.left, expression.right];
  }
}
