import type { Expression } from './expression';
import { boundsOf, type Interval } from './interval';

/** How the result moves as one input grows, for all values that the inputs may take. `mixed`: not the same everywhere, or not provable. */
export type Course = 'level' | 'rising' | 'falling' | 'mixed';

/** Found by the rules of differentiation over signs; never says rising or falling where it is not so. */
export function courseOf(
  expression: Expression,
  input: number,
  inputs: readonly Interval[],
): Course {
  const of = (part: Expression) => courseOf(part, input, inputs);
  const signOf = (part: Expression) => sign(boundsOf(part, inputs));
  switch (expression.kind) {
    case 'number':
      return 'level';
    case 'input':
      return expression.at === input ? 'rising' : 'level';
    case 'power':
      return times(
        of(expression.base),
        expression.exponent === 0 ? 'zero' : expression.exponent > 0 ? 'positive' : 'negative',
      );
    case 'call': {
      const { low, high } = boundsOf(expression, inputs);
      return low === high ? 'level' : expression.arguments.map(of).reduce(together, 'level');
    }
    case 'sum':
      return together(of(expression.left), of(expression.right));
    case 'difference':
      return together(of(expression.left), turned(of(expression.right)));
    case 'product':
      return together(
        times(of(expression.left), signOf(expression.right)),
        times(of(expression.right), signOf(expression.left)),
      );
    case 'quotient':
      return together(
        times(of(expression.left), signOf(expression.right)),
        turned(times(of(expression.right), signOf(expression.left))),
      );
  }
}

type Sign = 'zero' | 'positive' | 'negative' | 'either';

function sign({ low, high }: Interval): Sign {
  if (low === 0 && high === 0) return 'zero';
  if (low >= 0) return 'positive';
  return high <= 0 ? 'negative' : 'either';
}

function together(a: Course, b: Course): Course {
  if (a === b || b === 'level') return a;
  return a === 'level' ? b : 'mixed';
}

function turned(course: Course): Course {
  if (course === 'rising') return 'falling';
  return course === 'falling' ? 'rising' : course;
}

function times(course: Course, factor: Sign): Course {
  if (course === 'level' || factor === 'zero') return 'level';
  if (factor === 'either') return 'mixed';
  return factor === 'positive' ? course : turned(course);
}
