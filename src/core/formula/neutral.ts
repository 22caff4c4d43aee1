import { mentions, type Expression } from './expression';

/** The value of an input that changes nothing: 1 where it multiplies or divides others, 0 where it is only added or taken away. */
export function neutralOf(expression: Expression, input: number): 0 | 1 {
  return multiplies(expression, input, false) ? 1 : 0;
}

function multiplies(expression: Expression, input: number, inProduct: boolean): boolean {
  switch (expression.kind) {
    case 'number':
      return false;
    case 'input':
      return expression.at === input && inProduct;
    case 'power':
      return multiplies(expression.base, input, inProduct);
    case 'call':
      return expression.arguments.some((argument) => multiplies(argument, input, false));
    case 'sum':
    case 'difference':
      return [expression.left, expression.right].some((part) => multiplies(part, input, false));
    case 'product':
    case 'quotient': {
      const { left, right } = expression;
      // A constant only changes the unit: what it multiplies stays what it was.
      const scaled = expression.kind === 'product' && !mentions(left);
      return (
        multiplies(left, input, inProduct || mentions(right)) ||
        multiplies(right, input, inProduct || !scaled)
      );
    }
  }
}
