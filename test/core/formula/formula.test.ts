import fc from 'fast-check';
import { courseOf } from '../../../src/core/formula/course';
import { evaluate, type Expression } from '../../../src/core/formula/expression';
import { boundsOf, type Interval } from '../../../src/core/formula/interval';
import { neutralOf } from '../../../src/core/formula/neutral';
import { pitfallsOf } from '../../../src/core/formula/pitfalls';
import { readExpression } from '../../../src/core/formula/read-expression';
import { runs } from '../arbitrary/runs';

const names = ['a', 'b', 'c'];
const box: readonly Interval[] = names.map(() => ({ low: 0, high: Infinity }));

function read(text: string): Expression {
  const found = readExpression(text, names);
  if (!found.ok) throw new Error(found.problems.map(({ problem }) => problem).join(', '));
  return found.expression;
}
const problemsOf = (text: string): readonly string[] => {
  const found = readExpression(text, names);
  return found.ok ? [] : found.problems.map(({ problem }) => problem);
};
const valueOf = (text: string, ...values: readonly number[]) => evaluate(read(text), values);

describe('a formula', () => {
  it.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['7 / 2 - 1', 2.5],
    ['-a + 10', 9],
    ['2 ** 3 ** 1', 8],
    ['b ** -1', 0.5],
    ['a + b * c', 7],
    ['min(a, b, c) + max(a, b, c)', 4],
    ['mean(a, b, c)', 2],
    ['clamp(c, 0, 2.5)', 2.5],
    ['sqrt(4) + ln(1) + log10(1000)', 5],
    ['1e3', 1000],
  ])('reads %s as arithmetic does', (text, expected) => {
    expect(valueOf(text, 1, 2, 3)).toBe(expected);
  });

  it.each([
    ['a + reach', 'no criterion is called "reach"'],
    ['__proto__', 'no criterion is called "__proto__"'],
    ['constructor(a)', 'no function is called "constructor"'],
    ['a.b', 'it is not one arithmetic expression'],
    ['a["b"]', 'it is not one arithmetic expression'],
    ['a b', 'it is not one arithmetic expression'],
    ['a; b', 'it is not one arithmetic expression'],
    ['a > 2 ? b : c', 'it is not one arithmetic expression'],
    ['[a]', 'it is not one arithmetic expression'],
    ['this', 'it is not one arithmetic expression'],
    ['"a"', '"a" is no number'],
    ['true', 'true is no number'],
    ['1e999', '1e999 is no number'],
    ['!a', '"!" is no arithmetic'],
    ['a ^ 2', '"^" is no arithmetic'],
    ['a && b', '"&&" is no arithmetic'],
    ['a ** b', 'an exponent must be a number'],
    ['clamp(a, 1)', 'clamp takes 3 values, not 2'],
    ['min()', 'min takes 1 to 20 values, not 0'],
    ['2 +', 'it cannot be read: expected expression after + at character 3'],
    ['(a', 'it cannot be read: unclosed ( at character 2'],
    ['', 'it is not one arithmetic expression'],
  ])('refuses %s', (text, problem) => {
    expect(problemsOf(text)).toContain(problem);
  });

  it('has all its problems reported at once', () => {
    expect(problemsOf('reach * (impact ^ 2) + foo(1)')).toHaveLength(3);
  });

  it.each([
    ['a / b', 'it can divide by zero'],
    ['a / (b - c)', 'it can divide by zero'],
    ['a ** -1', 'it can divide by zero'],
    ['sqrt(a - 1)', 'sqrt can meet what is negative'],
    ['ln(a)', 'ln can meet what is not positive'],
    ['log10(b)', 'log10 can meet what is not positive'],
    ['(a - b) ** 2', 'it raises what can be negative to a power'],
    ['max(0, mean(1 / a, b))', 'it can divide by zero'],
  ])('is found to have no value everywhere: %s', (text, problem) => {
    expect(pitfallsOf(read(text), box).map((one) => one.problem)).toEqual([problem]);
  });

  it.each([
    'a / (b + 1)',
    'a / max(1, b - c)',
    'sqrt(max(0, a - 1))',
    'ln(a + 1)',
    '(a + b) ** 0.5',
    '1 / (0 - b - 1)',
  ])('has a value everywhere: %s', (text) => {
    expect(pitfallsOf(read(text), box)).toEqual([]);
  });

  it.each([
    ['a * b / (c + 1)', ['rising', 'rising', 'falling']],
    ['a - 2 * b', ['rising', 'falling', 'level']],
    ['a * (b - c)', ['mixed', 'rising', 'falling']],
    ['10 - a ** 2 - sqrt(b)', ['falling', 'falling', 'level']],
    ['max(a, 5) + min(b, 2) * 0', ['rising', 'level', 'level']],
    ['(b + 1) ** -2 * -a', ['falling', 'rising', 'level']],
    ['a - a', ['mixed', 'level', 'level']],
  ])('is known to move: %s', (text, courses) => {
    expect(names.map((_, at) => courseOf(read(text), at, box))).toEqual(courses);
  });

  it.each([
    ['a * b / c', [1, 1, 1]],
    ['(a + b) / c', [0, 0, 1]],
    ['3 * a + 2 * b - c', [0, 0, 0]],
    ['a * b / 175', [1, 1, 0]],
    ['2 * (a * b)', [1, 1, 0]],
    ['a / 2 + b', [0, 0, 0]],
    ['mean(a, b) * c', [0, 0, 1]],
  ])('has neutral inputs: %s', (text, neutral) => {
    expect(names.map((_, at) => neutralOf(read(text), at))).toEqual(neutral);
  });
});

describe('the bounds of any formula', () => {
  /** Text of a formula over the three names, kept from dividing by zero. */
  const texts: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom(...names),
      fc.integer({ min: -20, max: 20 }).map((n) => `(${n})`),
      fc
        .tuple(tie('tree'), fc.constantFrom('+', '-', '*'), tie('tree'))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc
        .tuple(tie('tree'), tie('tree'))
        .map(([left, right]) => `(${left} / (max(0, ${right}) + 1))`),
      fc
        .tuple(fc.constantFrom('min', 'max', 'mean'), tie('tree'), tie('tree'))
        .map(([name, left, right]) => `${name}(${left}, ${right})`),
      tie('tree').map((inner) => `sqrt(max(0, ${inner}))`),
    ),
  })).tree;
  const value = fc.double({ min: -1000, max: 1000, noNaN: true });
  const span = fc
    .tuple(value, value)
    .map(([a, b]): Interval => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  const spans = fc.tuple(span, span, span);
  const within = ({ low, high }: Interval, share: number): number =>
    Math.min(high, Math.max(low, low + share * (high - low)));
  const shares = fc.tuple(...names.map(() => fc.double({ min: 0, max: 1, noNaN: true })));

  it('hold whatever the inputs are', () => {
    fc.assert(
      fc.property(texts, spans, shares, (text, inputs, at) => {
        const { low, high } = boundsOf(read(text), inputs);
        const result = evaluate(
          read(text),
          inputs.map((one, place) => within(one, at[place] ?? 0)),
        );
        expect(result).toBeGreaterThanOrEqual(low);
        expect(result).toBeLessThanOrEqual(high);
      }),
      runs,
    );
  });

  it('narrow when an input does, and are the value itself over points', () => {
    fc.assert(
      fc.property(texts, spans, shares, (text, inputs, at) => {
        const wide = boundsOf(read(text), inputs);
        const [first, ...rest] = inputs;
        const narrow = boundsOf(read(text), [
          { low: within(first, (at[0] ?? 0) / 2), high: first.high },
          ...rest,
        ]);
        expect(narrow.low).toBeGreaterThanOrEqual(wide.low);
        expect(narrow.high).toBeLessThanOrEqual(wide.high);
        const points = inputs.map((one, place) => within(one, at[place] ?? 0));
        const value = evaluate(read(text), points);
        const { low, high } = boundsOf(
          read(text),
          points.map((point) => ({ low: point, high: point })),
        );
        expect([low + 0, high + 0]).toEqual([value + 0, value + 0]);
      }),
      runs,
    );
  });

  it('move as the course says', () => {
    fc.assert(
      fc.property(
        texts,
        spans,
        shares,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, inputs, at, more) => {
          const course = courseOf(read(text), 0, inputs);
          const [first] = inputs;
          const points = inputs.map((one, place) => within(one, at[place] ?? 0));
          const further = points.with(0, Math.max(points[0] ?? 0, within(first, more)));
          const [before, after] = [evaluate(read(text), points), evaluate(read(text), further)];
          if (course === 'rising') expect(after).toBeGreaterThanOrEqual(before);
          if (course === 'falling') expect(after).toBeLessThanOrEqual(before);
          if (course === 'level') expect(after + 0).toBe(before + 0);
        },
      ),
      runs,
    );
  });

  it('may be without end', () => {
    expect(
      boundsOf(read('a * b'), [
        { low: 0, high: Infinity },
        { low: 0, high: Infinity },
      ]),
    ).toEqual({ low: 0, high: Infinity });
    expect(
      boundsOf(read('a / b'), [
        { low: 1, high: Infinity },
        { low: 1, high: Infinity },
      ]),
    ).toEqual({ low: 0, high: Infinity });
    expect(
      boundsOf(read('a - b'), [
        { low: 0, high: Infinity },
        { low: 0, high: Infinity },
      ]),
    ).toEqual({ low: -Infinity, high: Infinity });
  });
});
