import fc from 'fast-check';
import { AmountCurve } from '../../../src/core/curves/amount';
import { compileCurve } from '../../../src/core/curves/curve';
import { nearness } from '../../../src/core/curves/date-ramp';
import { dateRamp, risingCurve } from '../arbitrary/rubric';
import { runs } from '../arbitrary/runs';

const numbers = fc.oneof(
  fc.double({ min: -1000, max: 10_000, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

describe('any curve', () => {
  it('rises where it is declared rising, and stays within its own bounds', () => {
    fc.assert(
      fc.property(risingCurve, numbers, numbers, (curve, a, b) => {
        const compiled = compileCurve(curve);
        const [less, more] = [compiled.at(Math.min(a, b)) ?? -1, compiled.at(Math.max(a, b)) ?? -1];
        expect(less).toBeLessThanOrEqual(more);
        expect(less).toBeGreaterThanOrEqual(compiled.low);
        expect(more).toBeLessThanOrEqual(compiled.high);
        expect([compiled.low >= 0, compiled.high <= 1000, Number.isInteger(less)]).toEqual([
          true,
          true,
          true,
        ]);
      }),
      runs,
    );
  });

  it('has no jump where it ramps', () => {
    const ramps = risingCurve.filter((curve) => curve.kind !== 'steps');
    fc.assert(
      fc.property(ramps, fc.double({ min: 0, max: 600, noNaN: true }), (curve, x) => {
        const compiled = compileCurve(curve);
        expect(Math.abs((compiled.at(x + 1e-9) ?? 0) - (compiled.at(x) ?? 0))).toBeLessThanOrEqual(
          1,
        );
      }),
      runs,
    );
  });

  it('comes nearer as a date does, and is complete once it has passed', () => {
    fc.assert(
      fc.property(
        dateRamp,
        fc.integer({ min: -200, max: 200 }),
        fc.nat(100),
        (curve, days, later) => {
          const compiled = compileCurve(curve);
          expect(compiled.at(days) ?? 0).toBeGreaterThanOrEqual(compiled.at(days + later) ?? 0);
          if (curve.kind === 'dateRamp')
            expect([compiled.at(curve.full - later), compiled.at(curve.none + later)]).toEqual([
              1000, 0,
            ]);
        },
      ),
      runs,
    );
  });

  it('gives nothing for what it cannot read, instead of zero', () => {
    expect(compileCurve({ kind: 'saturating', half: 3 }).at('many')).toBeNull();
    expect(compileCurve({ kind: 'saturating', half: 3 }).at(Number.NaN)).toBeNull();
    expect(
      compileCurve({ kind: 'table', values: { High: 80 }, blank: [] }).at('Très urgent'),
    ).toBeNull();
  });
});

describe('a table', () => {
  const table = () =>
    compileCurve({ kind: 'table', values: { High: 80, Low: 20, '3': 55 }, blank: [] });

  it('compares names without case and surrounding space', () => {
    expect(table().at(' hIGH ')).toBe(800);
  });
  it('takes the highest of several names', () => {
    expect(table().at(['Low', 'High', 'Unheard of'])).toBe(800);
  });
  it('has no answer for several names that it does not know, and one for all others where it says so', () => {
    expect(table().at(['Unheard of', 'Nor this'])).toBeNull();
    expect(table().at([])).toBeNull();
    const open = compileCurve({
      kind: 'table',
      values: { High: 80, Low: 20 },
      blank: [],
      otherwise: 90,
    });
    expect([open.at('Unheard of'), open.at(['Unheard of', 'Low']), open.low, open.high]).toEqual([
      900, 900, 200, 900,
    ]);
    expect([table().low, table().high]).toEqual([200, 800]);
  });
  it('spells names as the rubric does, and none that it does not know', () => {
    expect([
      table().spelled(' hIGH '),
      table().spelled('High'),
      table().spelled('Unheard of'),
      compileCurve({ kind: 'saturating', half: 1 }).spelled('High'),
    ]).toEqual(['High', 'High', null, null]);
  });
  it('reads a number by its digits', () => {
    expect(table().at(3)).toBe(550);
  });
  it('knows no names that every object has', () => {
    expect(table().at('constructor')).toBeNull();
    expect(table().at('__proto__')).toBeNull();
  });
});

describe('an amount', () => {
  const amount = (given: object) => compileCurve(AmountCurve.parse({ kind: 'amount', ...given }));

  it('is the number itself, in the unit of the formula, held at its most', () => {
    const percent = amount({ per: 100, max: 1 });
    expect([0, 80, 100, 250].map((x) => percent.at(x))).toEqual([0, 0.8, 1, 1]);
    expect([percent.low, percent.high]).toEqual([0, 1]);
    expect([amount({}).low, amount({}).high]).toEqual([0, 1e15]);
  });

  it('has no answer below its least, and says which that is in the unit of the field', () => {
    const curve = amount({ per: 100, min: 0.05 });
    expect([curve.at(4.9), curve.at(5)]).toEqual([null, 0.05]);
    expect(curve.refusal?.(4.9)).toBe("4.9 is less than the rubric's least, 5");
  });

  it('may be anything but zero and less', () => {
    const curve = amount({ positive: true });
    expect([curve.at(0), curve.at(-1), curve.at(1e-9)]).toEqual([null, null, 1e-9]);
    expect(curve.refusal?.(0)).toBe("0 is less than the rubric's least, which is above 0");
    expect(amount({ positive: true, min: 2 }).refusal?.(1)).toBe(
      "1 is less than the rubric's least, 2",
    );
    expect(amount({ positive: true, min: 2 }).at(1)).toBeNull();
  });

  it('has no answer for what is no number', () => {
    for (const value of [Number.NaN, Infinity, 'many', []])
      expect(amount({ names: { High: 3 } }).at(value)).toBeNull();
  });

  it('goes by names without case and surrounding space, the greatest of several', () => {
    const curve = amount({ names: { High: 3, Low: 0.25, Odd: -1 } });
    expect([
      curve.at(' high '),
      curve.at(['Low', 'High']),
      curve.at(['Low', 'unheard of']),
      curve.at('Odd'),
    ]).toEqual([3, 3, 0.25, null]);
    expect([curve.spelled('HIGH'), curve.spelled('constructor')]).toEqual(['High', null]);
  });

  it('rises unless it is declared otherwise', () => {
    expect(AmountCurve.parse({ kind: 'amount' })).toEqual({
      kind: 'amount',
      min: 0,
      positive: false,
      per: 1,
      blank: [],
      direction: 'rising',
    });
  });
});

describe('the published shapes', () => {
  it('saturating gives half the points at half, three quarters at twice that', () => {
    const curve = compileCurve({ kind: 'saturating', half: 4 });
    expect([-1e6, -1, 0, 4, 8, 12].map((x) => curve.at(x))).toEqual([0, 0, 0, 500, 750, 875]);
  });
  it('log gives all the points at full and half of them at the root', () => {
    const curve = compileCurve({ kind: 'log', full: 99 });
    expect([-5, -1, 0, 9, 99, 1000].map((x) => curve.at(x))).toEqual([0, 0, 0, 500, 1000, 1000]);
  });
  it('linear is level outside its corners', () => {
    const curve = compileCurve({
      kind: 'linear',
      direction: 'falling',
      from: { x: 10, points: 90 },
      to: { x: 20, points: 30 },
    });
    expect([0, 10, 15, 20, 99].map((x) => curve.at(x))).toEqual([900, 900, 600, 300, 300]);
  });
  it('steps give the points of the last step reached', () => {
    const curve = compileCurve({
      kind: 'steps',
      direction: 'rising',
      below: 5,
      steps: [
        { from: 1, points: 20 },
        { from: 10, points: 60 },
      ],
    });
    expect([0.9, 1, 9, 10].map((x) => curve.at(x))).toEqual([50, 200, 200, 600]);
  });
  it('a date ramp runs from none to full', () => {
    expect([14, 7, 0, -3].map((days) => nearness({ full: 0, none: 14 }, days))).toEqual([
      0, 0.5, 1, 1,
    ]);
    expect([20, 12, 7, 2, 1].map((days) => nearness({ full: 2, none: 12 }, days))).toEqual([
      0, 0, 0.5, 1, 1,
    ]);
  });
});
