import { parseRubric } from '../../../src/core/rubric/document/parse';
import { AmountCurve } from '../../../src/core/curves/amount';
import { compileCurve } from '../../../src/core/curves/curve';
import { overflows } from '../../../src/core/formula/overflow';
import { readExpression } from '../../../src/core/formula/read-expression';

const amount = (given: object) => compileCurve(AmountCurve.parse({ kind: 'amount', ...given }));

describe('the largest number that is reckoned with', () => {
  it('is where an amount without a most is held', () => {
    const curve = amount({});
    expect([1e15, 1e16, 1e308].map((x) => curve.at(x))).toEqual([1e15, 1e15, 1e15]);
    expect(amount({ per: 1e-300 }).at(1e300)).toBe(1e15);
    expect([curve.shown?.(1e15), curve.shown?.(1e16)]).toEqual([
      { value: 1e15, clamped: null },
      { value: 1e16, clamped: { most: 1000000000000000, unit: '' } },
    ]);
  });

  it.each<[string, object]>([
    ['an amount’s least', { min: -2e15 }],
    ['its most', { max: 2e15 }],
    ['its unit', { per: 2e15 }],
    ['a named amount', { names: { High: 2e15 } }],
    ['what is assumed', { assumed: 2e15 }],
  ])('bounds %s', (_, given) => {
    expect(AmountCurve.safeParse({ kind: 'amount', ...given }).success).toBe(false);
  });
});

describe('the least amount above zero', () => {
  it('is no smaller than what can be divided by', () => {
    const curve = amount({ positive: true });
    expect([curve.low, curve.at(1e-9), curve.at(1e-10)]).toEqual([1e-9, 1e-9, null]);
    expect(curve.refusal?.(1e-10)).toBe("1e-10 is less than the rubric's least, 1e-9");
    expect(amount({ positive: true, min: 2 }).low).toBe(2);
    expect(amount({ positive: true, min: 1e-12, max: 3 }).low).toBe(1e-9);
  });
});

describe('a formula that overflows', () => {
  const read = (text: string) => {
    const found = readExpression(text, ['a', 'b']);
    return found.ok ? found.expression : null;
  };
  const any = { low: 0, high: 1e15 };

  it.each([
    ['a ** 20 * b', true],
    ['a ** 20', false],
    ['a ** 20 * b ** -20', true],
    ['1e308 * 10 * a', true],
    ['1 / (1e308 * 10 * (a + 1))', true],
    ['min(a ** 30, 3)', true],
    ['(a ** 15) ** 2', true],
    ['a - b ** 21', true],
    ['a * b', false],
    ['7', false],
    ['a - b', false],
  ])('somewhere within is found: %s', (text, found) => {
    const expression = read(text);
    expect(expression !== null && overflows(expression, [any, { low: 1e-9, high: 1e15 }])).toBe(
      found,
    );
  });

  it('is found at either end', () => {
    const expression = read('0 - a ** 21');
    expect(expression !== null && overflows(expression, [any])).toBe(true);
  });

  it('is a problem of the rubric, unless its criteria end in time', () => {
    const problemsOf = (max: object) => {
      const parsed = parseRubric({
        preset: 'custom',
        criteria: [{ id: 'a', curve: { kind: 'amount', ...max } }],
        method: { expression: 'a ** 1000' },
      });
      return parsed.ok ? [] : parsed.problems;
    };
    expect(problemsOf({})).toEqual([
      {
        path: 'method.expression',
        problem: 'it can come to more than any number',
        advice: 'give its criteria a `max`, or use lower powers',
      },
    ]);
    expect(problemsOf({ max: 2 })).toEqual([]);
  });
});

describe('the places that curves and scales stand on', () => {
  const number = (curve: object) => ({
    pillars: [{ id: 'one', label: 'One' }],
    lanes: [{ lane: 'unsorted', any: [{ kind: 'isEvidence' }] }],
    criteria: [
      {
        id: 'a',
        pillar: 'one',
        label: 'A',
        weight: 1,
        absence: 'unknown',
        signal: { kind: 'number', fields: ['A'] },
        curve,
      },
    ],
  });
  const date = (curve: object) => ({
    ...number(curve),
    criteria: number(curve).criteria.map((one) => ({
      ...one,
      signal: { kind: 'date', fields: ['A'] },
    })),
  });

  it.each<[string, object, string]>([
    [
      'linear from',
      number({ kind: 'linear', from: { x: -1e308, points: 0 }, to: { x: 5, points: 9 } }),
      'criteria.0.curve.from.x',
    ],
    [
      'linear to',
      number({ kind: 'linear', from: { x: 0, points: 0 }, to: { x: 1e308, points: 9 } }),
      'criteria.0.curve.to.x',
    ],
    [
      'steps',
      number({ kind: 'steps', steps: [{ from: 1e16, points: 5 }] }),
      'criteria.0.curve.steps.0.from',
    ],
    ['log', number({ kind: 'log', full: 1e16 }), 'criteria.0.curve.full'],
    ['saturating', number({ kind: 'saturating', half: 1e16 }), 'criteria.0.curve.half'],
    ['dateRamp full', date({ kind: 'dateRamp', full: -1e308, none: 1 }), 'criteria.0.curve.full'],
    ['dateRamp none', date({ kind: 'dateRamp', full: 0, none: 1e308 }), 'criteria.0.curve.none'],
    [
      'rating',
      {
        ...number({ kind: 'log', full: 5 }),
        criteria: number({ kind: 'log', full: 5 }).criteria.map((one) => ({
          ...one,
          signal: { kind: 'rating', min: -1e308, max: 1e308 },
        })),
      },
      'criteria.0.signal.min',
    ],
    [
      'a linear scale',
      { preset: 'ice', method: { scale: { kind: 'linear', from: -1e308, to: 1 } } },
      'method.scale.from',
    ],
    [
      'a log scale',
      { preset: 'rice', method: { scale: { kind: 'log', full: 1e308 } } },
      'method.scale.full',
    ],
    [
      'the scale of weighted scoring',
      { preset: 'weighted', method: { scale: { from: 0, to: 1e308 } } },
      'method.scale.to',
    ],
    ['the due ramp', { urgency: { due: { full: 0, none: 1e308, top: 1 } } }, 'urgency.due.none'],
    [
      'a unit of effort',
      { effort: { sources: [{ fields: ['A'], perUnit: 1e16 }] } },
      'effort.sources.0.perUnit',
    ],
  ])('end where numbers are reckoned with: %s', (_, document, path) => {
    const parsed = parseRubric(document);
    expect(parsed.ok ? [] : parsed.problems.map((one) => one.path)).toContain(path);
  });
});
