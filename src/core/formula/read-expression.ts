import jsep from 'jsep';
import {
  evaluate,
  functions,
  mentions,
  UNREAD,
  type Expression,
  type FunctionName,
  type Operation,
} from './expression';
import { ownMember } from '../terms/own-member';

export type ReadExpression =
  | { readonly ok: true; readonly expression: Expression }
  /** `expression`: as much as could be read, so that its other problems are found at once; null where the text is no arithmetic at all. */
  | {
      readonly ok: false;
      readonly problems: readonly ExpressionProblem[];
      readonly expression: Expression | null;
    };

export interface ExpressionProblem {
  readonly problem: string;
  readonly advice: string;
}

const operations: Readonly<Record<string, Operation>> = {
  '+': 'sum',
  '-': 'difference',
  '*': 'product',
  '/': 'quotient',
};
const functionNames = Object.keys(functions).join(', ');

/**
 * Reads a formula over the given names. The parser only makes a tree of the text; of that tree, numbers, names, + − * / **
 * and the known functions are taken, and everything else that it could say is a problem. All problems are found at once.
 */
export function readExpression(text: string, names: readonly string[]): ReadExpression {
  const problems: ExpressionProblem[] = [];
  const places = new Map(names.map((name, at) => [name, at]));
  const refuse = (problem: string, advice: string): Expression => {
    problems.push({ problem, advice });
    return { kind: 'input', at: UNREAD };
  };

  const read = (node: jsep.Expression): Expression => {
    switch (node.type) {
      case 'Literal':
        return readLiteral(node as jsep.Literal);
      case 'Identifier':
        return readName((node as jsep.Identifier).name);
      case 'UnaryExpression':
        return readSign(node as jsep.UnaryExpression);
      case 'BinaryExpression':
        return readOperation(node as jsep.BinaryExpression);
      case 'CallExpression':
        return readCall(node as jsep.CallExpression);
      default:
        return refuse(
          'it is not one arithmetic expression',
          `use numbers, criteria, + - * / **, parentheses and ${functionNames}`,
        );
    }
  };

  const readLiteral = ({ value, raw }: jsep.Literal): Expression =>
    typeof value === 'number' && Number.isFinite(value)
      ? { kind: 'number', value }
      : refuse(`${raw} is no number`, 'a formula is made of numbers, criteria and functions');

  const readName = (name: string): Expression => {
    const at = places.get(name);
    return at === undefined
      ? refuse(`no criterion is called "${name}"`, `use one of ${names.join(', ')}`)
      : { kind: 'input', at };
  };

  const readSign = ({ operator, argument }: jsep.UnaryExpression): Expression => {
    if (operator === '+') return read(argument);
    if (operator !== '-') return refuse(`"${operator}" is no arithmetic`, 'use + - * / **');
    return { kind: 'difference', left: { kind: 'number', value: 0 }, right: read(argument) };
  };

  const readOperation = ({ operator, left, right }: jsep.BinaryExpression): Expression => {
    if (operator === '**')
      return { kind: 'power', base: read(left), exponent: readExponent(right) };
    const kind = ownMember(operations, operator);
    if (kind !== undefined) return { kind, left: read(left), right: read(right) };
    return refuse(
      `"${operator}" is no arithmetic`,
      operator === '^' ? 'write ** for powers' : 'use + - * / **',
    );
  };

  const readExponent = (node: jsep.Expression): number => {
    const exponent = read(node);
    if (mentions(exponent, UNREAD)) return 1;
    const value = mentions(exponent) ? Number.NaN : evaluate(exponent, []);
    if (Number.isFinite(value)) return value;
    refuse('an exponent must be a number', 'write for instance ** 2 or ** 0.5');
    return 1;
  };

  const readCall = ({ callee, arguments: given }: jsep.CallExpression): Expression => {
    const name = callee.type === 'Identifier' ? (callee as jsep.Identifier).name : '';
    if (!Object.hasOwn(functions, name))
      return refuse(`no function is called "${name}"`, `use one of ${functionNames}`);
    const { least, most } = functions[name as FunctionName];
    const all = given.map(read);
    const call: Expression = { kind: 'call', name: name as FunctionName, arguments: all };
    if (all.length >= least && all.length <= most)
      return name === 'clamp' && isTurned(all)
        ? refuse('clamp ends below where it begins', 'write clamp(value, least, most)')
        : call;
    return refuse(
      `${name} takes ${least === most ? least : `${least} to ${most}`} values, not ${all.length}`,
      'check the commas and parentheses',
    );
  };

  try {
    const expression = read(jsep(text));
    return problems.length === 0 ? { ok: true, expression } : { ok: false, problems, expression };
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    return {
      ok: false,
      problems: [
        {
          problem: `it cannot be read: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
          advice: 'check operators and parentheses',
        },
      ],
      expression: null,
    };
  }
}

/** Of `clamp`, whether its two ends are numbers in the wrong order: it would be the same number always. */
function isTurned([, least, most]: readonly Expression[]): boolean {
  // What depends on an input has no value here, and compares with nothing.
  return least !== undefined && most !== undefined && evaluate(least, []) > evaluate(most, []);
}
