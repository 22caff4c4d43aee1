import { functions, mentions, UNREAD, type Expression } from './expression';
import { boundsOf, type Interval } from './interval';
import type { ExpressionProblem } from './read-expression';

/** Where the expression would have no value for some of the inputs that the rubric allows: division by zero above all. */
export function pitfallsOf(
  expression: Expression,
  inputs: readonly Interval[],
): readonly ExpressionProblem[] {
  const inside = (part: Expression) => pitfallsOf(part, inputs);
  const of = (part: Expression, found: (bounds: Interval) => readonly ExpressionProblem[]) =>
    mentions(part, UNREAD) ? [] : found(boundsOf(part, inputs));
  switch (expression.kind) {
    case 'number':
    case 'input':
      return [];
    case 'power':
      return [
        ...inside(expression.base),
        ...of(expression.base, (base) => powerPitfalls(base, expression.exponent)),
      ];
    case 'call':
      return [...expression.arguments.flatMap(inside), ...callPitfalls(expression, inputs)];
    case 'quotient':
      return [
        ...inside(expression.left),
        ...inside(expression.right),
        ...of(expression.right, divisorPitfalls),
      ];
    default:
      return [...inside(expression.left), ...inside(expression.right)];
  }
}

function divisorPitfalls(divisor: Interval): readonly ExpressionProblem[] {
  if (divisor.low > 0 || divisor.high < 0) return [];
  return [
    {
      problem: 'it can divide by zero',
      advice: 'declare what it divides by as positive, or add to it: a / (b + 1)',
    },
  ];
}

function powerPitfalls(base: Interval, exponent: number): readonly ExpressionProblem[] {
  if (base.low < 0)
    return [
      {
        problem: 'it raises what can be negative to a power',
        advice: 'give the criterion a least value of 0, or use max(0, …)',
      },
    ];
  if (base.low === 0 && exponent < 0)
    return [
      {
        problem: 'it can divide by zero',
        advice: 'a negative power divides: declare the criterion as positive',
      },
    ];
  return [];
}

function callPitfalls(
  { name, arguments: given }: Extract<Expression, { kind: 'call' }>,
  inputs: readonly Interval[],
): readonly ExpressionProblem[] {
  const { accepts } = functions[name];
  if (accepts === null) return [];
  const safe = given.every((argument) => {
    if (mentions(argument, UNREAD)) return true;
    const { low } = boundsOf(argument, inputs);
    return accepts === 'positive' ? low > 0 : low >= 0;
  });
  return safe
    ? []
    : [
        {
          problem: `${name} can meet what is ${accepts === 'positive' ? 'not positive' : 'negative'}`,
          advice: 'add to it or use max(…) so that it cannot',
        },
      ];
}
