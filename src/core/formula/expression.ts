/** An arithmetic expression made ready; names are given by their place in the list of inputs. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'input'; readonly at: number }
  | { readonly kind: Operation; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: number }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly arguments: readonly Expression[];
    };

/** The place of what could not be read: it may be anything, and nothing is held against it. */
export const UNREAD = -1;

export type Operation = 'sum' | 'difference' | 'product' | 'quotient';
export type FunctionName = keyof typeof functions;

export interface KnownFunction {
  readonly least: number;
  readonly most: number;
  /** Rising in each of its arguments: so its bounds are what it makes of the bounds, and its course is theirs. */
  readonly of: (values: readonly number[]) => number;
  /** What an argument must be; null accepts any number. */
  readonly accepts: 'positive' | 'not negative' | null;
}

const any = { least: 1, most: 20, accepts: null } as const;

/** Functions that a formula may use. All of them rise in every argument. */
export const functions = {
  min: { ...any, of: (values) => Math.min(...values) },
  max: { ...any, of: (values) => Math.max(...values) },
  mean: { ...any, of: (values) => values.reduce((sum, value) => sum + value, 0) / values.length },
  /** `clamp(x, least, most)` */
  clamp: {
    least: 3,
    most: 3,
    accepts: null,
    of: ([x = 0, least = 0, most = 0]) => Math.min(Math.max(x, least), most),
  },
  sqrt: { least: 1, most: 1, accepts: 'not negative', of: ([x = 0]) => Math.sqrt(x) },
  ln: { least: 1, most: 1, accepts: 'positive', of: ([x = 1]) => Math.log(x) },
  log10: { least: 1, most: 1, accepts: 'positive', of: ([x = 1]) => Math.log10(x) },
} as const satisfies Readonly<Record<string, KnownFunction>>;

/** NaN only where the parser's checks have already refused the formula, or beyond the largest number. */
export function evaluate(expression: Expression, values: readonly number[]): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'input':
      return values[expression.at] ?? Number.NaN;
    case 'power':
      return evaluate(expression.base, values) ** expression.exponent;
    case 'call':
      return functions[expression.name].of(
        expression.arguments.map((argument) => evaluate(argument, values)),
      );
    default:
      return operate(
        expression.kind,
        evaluate(expression.left, values),
        evaluate(expression.right, values),
      );
  }
}

export function operate(operation: Operation, left: number, right: number): number {
  switch (operation) {
    case 'sum':
      return left + right;
    case 'difference':
      return left - right;
    case 'product':
      return left * right;
    case 'quotient':
      return left / right;
  }
}

/** Whether the expression depends on the input; without one, on any. */
export function mentions(expression: Expression, input?: number): boolean {
  switch (expression.kind) {
    case 'number':
      return false;
    case 'input':
      return input === undefined || expression.at === input;
    case 'power':
      return mentions(expression.base, input);
    case 'call':
      return expression.arguments.some((argument) => mentions(argument, input));
    default:
      return mentions(expression.left, input) || mentions(expression.right, input);
  }
}
