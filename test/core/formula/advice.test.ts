import { evaluate, mentions, operate, type Expression } from '../../../src/core/formula/expression';
import { courseOf } from '../../../src/core/formula/course';
import { boundsOf, type Interval } from '../../../src/core/formula/interval';
import { neutralOf } from '../../../src/core/formula/neutral';
import { pitfallsOf } from '../../../src/core/formula/pitfalls';
import { readExpression } from '../../../src/core/formula/read-expression';

const names = ['a', 'b', 'c'];
const every = 'min, max, mean, clamp, sqrt, ln, log10';

function read(text: string): Expression {
  const found = readExpression(text, names);
  if (!found.ok) throw new Error(found.problems.map(({ problem }) => problem).join(', '));
  return found.expression;
}
const refusalOf = (text: string) => {
  const found = readExpression(text, names);
  return found.ok ? [] : found.problems;
};
const span = (low: number, high: number): Interval => ({ low, high });
const negative = span(-5, -1);
const positive = span(1, 5);
const either = span(-2, 3);

describe('a formula that cannot be taken', () => {
  it.each([
    [
      'a.b',
      'it is not one arithmetic expression',
      `use numbers, criteria, + - * / **, parentheses and ${every}`,
    ],
    ['"x"', '"x" is no number', 'a formula is made of numbers, criteria and functions'],
    ['1e999', '1e999 is no number', 'a formula is made of numbers, criteria and functions'],
    ['reach', 'no criterion is called "reach"', 'use one of a, b, c'],
    ['~a', '"~" is no arithmetic', 'use + - * / **'],
    ['a ^ 2', '"^" is no arithmetic', 'write ** for powers'],
    ['a % 2', '"%" is no arithmetic', 'use + - * / **'],
    ['a ** b', 'an exponent must be a number', 'write for instance ** 2 or ** 0.5'],
    ['a ** (1 / 0)', 'an exponent must be a number', 'write for instance ** 2 or ** 0.5'],
    ['a ** reach', 'no criterion is called "reach"', 'use one of a, b, c'],
    ['foo(1)', 'no function is called "foo"', `use one of ${every}`],
    ['a.b(1)', 'no function is called ""', `use one of ${every}`],
    ['sqrt(a, b)', 'sqrt takes 1 values, not 2', 'check the commas and parentheses'],
    ['ln()', 'ln takes 1 values, not 0', 'check the commas and parentheses'],
    ['log10(a, b)', 'log10 takes 1 values, not 2', 'check the commas and parentheses'],
    ['clamp(a, 1, 2, 3)', 'clamp takes 3 values, not 4', 'check the commas and parentheses'],
    ['clamp(a, 10, 0)', 'clamp ends below where it begins', 'write clamp(value, least, most)'],
    ['clamp(a, 2 * 3, 5)', 'clamp ends below where it begins', 'write clamp(value, least, most)'],
    ['max()', 'max takes 1 to 20 values, not 0', 'check the commas and parentheses'],
    [
      `mean(${Array.from({ length: 21 }, () => 'a').join(',')})`,
      'mean takes 1 to 20 values, not 21',
      'check the commas and parentheses',
    ],
    [
      '2 +',
      'it cannot be read: expected expression after + at character 3',
      'check operators and parentheses',
    ],
  ])('is answered with what is wrong and what to do: %s', (text, problem, advice) => {
    expect(refusalOf(text)).toEqual([{ problem, advice }]);
  });

  it.each([
    [
      '1 / (a - 1)',
      span(1, 5),
      'it can divide by zero',
      'declare what it divides by as positive, or add to it: a / (b + 1)',
    ],
    [
      '1 / a',
      span(-3, 0),
      'it can divide by zero',
      'declare what it divides by as positive, or add to it: a / (b + 1)',
    ],
    [
      'a ** 2',
      span(-1, 1),
      'it raises what can be negative to a power',
      'give the criterion a least value of 0, or use max(0, …)',
    ],
    [
      'a ** -2',
      span(0, 1),
      'it can divide by zero',
      'a negative power divides: declare the criterion as positive',
    ],
    [
      'sqrt(a)',
      span(-1, 1),
      'sqrt can meet what is negative',
      'add to it or use max(…) so that it cannot',
    ],
    [
      'ln(a)',
      span(0, 1),
      'ln can meet what is not positive',
      'add to it or use max(…) so that it cannot',
    ],
    [
      'log10(a)',
      span(0, 1),
      'log10 can meet what is not positive',
      'add to it or use max(…) so that it cannot',
    ],
    ['1 + ln(a) ** 2', span(1, 1), null, ''],
    ['sqrt(a)', span(0, 1), null, ''],
    ['a ** 0', span(0, 1), null, ''],
    ['a ** -1', span(0.1, 1), null, ''],
    ['1 / a', span(-3, -1), null, ''],
  ])('where it has no value: %s over %j', (text, input, problem, advice) => {
    expect(pitfallsOf(read(text), [input])).toEqual(problem === null ? [] : [{ problem, advice }]);
  });

  it('is looked through everywhere: on both sides, under powers and in calls', () => {
    const box = [span(0, 5), span(0, 5), span(0, 5)];
    expect(
      pitfallsOf(read('1 / a + ln(b) - (1 / c) ** 2 * sqrt(1 / a) / max(1, 1 / b)'), box).map(
        ({ problem }) => problem,
      ),
    ).toEqual([
      'it can divide by zero',
      'ln can meet what is not positive',
      'it can divide by zero',
      'it can divide by zero',
      'it can divide by zero',
    ]);
    expect(pitfallsOf(read('(1 / a) / (1 + 1 / b)'), box)).toHaveLength(2);
  });
});

describe('a formula of which a part cannot be read', () => {
  const rest = (text: string) => {
    const found = readExpression(text, names);
    return found.expression === null
      ? null
      : pitfallsOf(found.expression, [span(-1, 5), span(0, 5), span(1, 5)]).map(
          ({ problem }) => problem,
        );
  };

  it('has the problems of its other parts', () => {
    expect([rest('nope + a / 0'), rest('nope * ln(b)'), rest('sqrt(a) ** 2 + nope')]).toEqual([
      ['it can divide by zero'],
      ['ln can meet what is not positive'],
      ['sqrt can meet what is negative'],
    ]);
  });

  it('has none because of that part, whatever it may be', () => {
    expect(
      [
        '1 / nope',
        'a / (b * nope)',
        'ln(nope)',
        'sqrt(a + nope)',
        'nope ** 2',
        'c ** nope',
        'a % 2 / c',
        '1 / (a ^ 2)',
        'clamp(a, nope, 0)',
        'clamp(a, 0, nope)',
      ].map(rest),
    ).toEqual(Array.from({ length: 10 }, () => []));
  });

  it('is none where the text is no arithmetic at all', () => {
    expect([rest('2 +'), rest('(a')]).toEqual([null, null]);
  });

  it('is told once, also as an exponent', () => {
    expect(refusalOf('a ** reach')).toHaveLength(1);
  });

  it('may take its ends from inputs', () => {
    expect([refusalOf('max(a, 3, 1)'), refusalOf('mean(a, 3, 1)')]).toEqual([[], []]);
    expect([
      refusalOf('clamp(a, b, 0)'),
      refusalOf('clamp(a, 3, b)'),
      refusalOf('clamp(a, 3, 3)'),
    ]).toEqual([[], [], []]);
  });
});

describe('the arithmetic of a formula', () => {
  it.each([
    ['min(3)', 3],
    ['max(3)', 3],
    ['mean(1, 2, 6)', 3],
    ['clamp(0, 1, 4)', 1],
    ['clamp(9, 1, 4)', 4],
    ['clamp(2, 1, 4)', 2],
    ['ln(1)', 0],
    ['log10(100)', 2],
    ['sqrt(9)', 3],
    ['+a', 2],
    ['-a', -2],
    ['a ** (1 + 1)', 4],
    ['6 / 4', 1.5],
    [`max(${Array.from({ length: 20 }, (_, n) => n).join(',')})`, 19],
  ])('%s is %d', (text, result) => {
    expect(evaluate(read(text), [2])).toBe(result);
  });

  it('is no number where an input is not given', () => {
    expect(evaluate(read('a + b'), [2])).toBeNaN();
  });

  it('knows the four operations', () => {
    expect([
      operate('sum', 6, 4),
      operate('difference', 6, 4),
      operate('product', 6, 4),
      operate('quotient', 6, 4),
    ]).toEqual([10, 2, 24, 1.5]);
  });

  it('knows which inputs it depends on', () => {
    const depends = (text: string) => [
      mentions(read(text)),
      ...names.map((_, at) => mentions(read(text), at)),
    ];
    expect(depends('7')).toEqual([false, false, false, false]);
    expect(depends('2 * b')).toEqual([true, false, true, false]);
    expect(depends('a / 2')).toEqual([true, true, false, false]);
    expect(depends('c ** 2')).toEqual([true, false, false, true]);
    expect(depends('max(1, min(a, c))')).toEqual([true, true, false, true]);
  });
});

describe('the bounds of a formula', () => {
  it.each([
    ['a + b', [positive, either], span(-1, 8)],
    ['a - b', [positive, either], span(-2, 7)],
    ['a * b', [positive, either], span(-10, 15)],
    ['a * b', [negative, either], span(-15, 10)],
    ['a / b', [either, positive], span(-2, 3)],
    ['a / b', [positive, negative], span(-5, -0.2)],
    ['a ** 2', [positive], span(1, 25)],
    ['a ** -1', [positive], span(0.2, 1)],
    ['max(a, b)', [negative, either], span(-2, 3)],
    ['clamp(a, 0, 2)', [either], span(0, 2)],
    ['7', [], span(7, 7)],
    ['a', [], span(-Infinity, Infinity)],
  ])('%s over %j', (text, inputs, bounds) => {
    expect(boundsOf(read(text), inputs)).toEqual(bounds);
  });
});

describe('the course of a formula', () => {
  it.each<[string, readonly Interval[], string]>([
    ['a * b', [positive, positive], 'rising'],
    ['a * b', [positive, negative], 'falling'],
    ['a * b', [positive, either], 'mixed'],
    ['a * b', [positive, span(0, 0)], 'level'],
    ['a * b', [positive, span(0, 4)], 'rising'],
    ['a * b', [positive, span(-4, 0)], 'falling'],
    ['b * a', [positive, negative], 'falling'],
    ['a / b', [positive, negative], 'falling'],
    ['b / a', [positive, positive], 'falling'],
    ['b / a', [positive, negative], 'rising'],
    ['b / a', [positive, either], 'mixed'],
    ['b / a', [positive, span(0, 0)], 'level'],
    ['a ** 0', [positive], 'level'],
    ['a ** 3', [positive], 'rising'],
    ['a ** -3', [positive], 'falling'],
    ['b - a', [positive, positive], 'falling'],
    ['b - (b - a)', [positive, positive], 'rising'],
    ['b - b', [positive, positive], 'level'],
    ['b - (a - a)', [positive, positive], 'mixed'],
    ['a + (a - a)', [positive], 'mixed'],
    ['a + a', [positive], 'rising'],
    ['a + 1', [positive], 'rising'],
    ['1 + a', [positive], 'rising'],
    ['max(a, 0 - a)', [positive], 'mixed'],
    ['max(b, a)', [positive, positive], 'rising'],
    ['min(0 - a, 3)', [positive], 'falling'],
    ['(a - a) * b', [positive, positive], 'mixed'],
    ['7', [positive], 'level'],
    ['max(a, 9)', [positive], 'level'],
    ['clamp(a, 7, 8)', [positive], 'level'],
    ['clamp(a, 2, 8)', [positive], 'rising'],
    ['b + min(a, 0)', [positive, positive], 'level'],
  ])('%s over %j is %3$s as a grows', (text, inputs, course) => {
    expect(courseOf(read(text), 0, inputs)).toBe(course);
  });
});

describe('the neutral value of an input', () => {
  it.each([
    ['a', [0, 0, 0]],
    ['2 * a', [0, 0, 0]],
    ['a * 2', [0, 0, 0]],
    ['2 / a', [1, 0, 0]],
    ['a ** 2 * b', [1, 1, 0]],
    ['a ** 2', [0, 0, 0]],
    ['b * max(a, 1)', [0, 1, 0]],
    ['max(a * b, 1)', [1, 1, 0]],
    ['(a - b) * c', [0, 0, 1]],
    ['1 - a * b', [1, 1, 0]],
    ['a * b - 1', [1, 1, 0]],
    ['(2 + 3) * a', [0, 0, 0]],
    ['b / (2 * a)', [1, 1, 0]],
    ['5', [0, 0, 0]],
  ])('in %s is %j', (text, neutral) => {
    expect(names.map((_, at) => neutralOf(read(text), at))).toEqual(neutral);
  });
});
