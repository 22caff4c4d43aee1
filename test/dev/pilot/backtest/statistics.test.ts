import fc from 'fast-check';
import { areaUnderCurve } from '../../../../dev/pilot/backtest/auc';
import { drawsOf, intervalOf, quantile } from '../../../../dev/pilot/backtest/bootstrap';
import { figuresOf } from '../../../../dev/pilot/backtest/figures';
import { precisionIn } from '../../../../dev/pilot/backtest/precision';
import { rankingBy } from '../../../../dev/pilot/backtest/ranking';
import { sharesOf, spreadOf } from '../../../../dev/pilot/backtest/spread';

const [yes, no] = [true, false];

function auc(values: readonly number[], good: readonly boolean[], counts = values.map(() => 1)) {
  return areaUnderCurve(rankingBy(values), { good, counts });
}

function precision(first: number, values: readonly number[], good: readonly boolean[]) {
  return precisionIn(first, rankingBy(values), { good, counts: values.map(() => 1) });
}

describe('the area under the curve', () => {
  it('is the share of pairs in the right order', () => {
    // Good 9 and 4, others 7, 3, 1: 9 wins three times, 4 wins twice, 7 wins once.
    expect(auc([9, 7, 4, 3, 1], [yes, no, yes, no, no])).toBeCloseTo(5 / 6);
    expect(auc([1, 2], [yes, no])).toBe(0);
  });

  it('counts a tie half', () => {
    expect(auc([5, 5], [yes, no])).toBe(0.5);
    // Good 5 and 3, others 5 and 3: one won, one lost, two ties.
    expect(auc([5, 3, 5, 3], [yes, yes, no, no])).toBe(0.5);
    expect(auc([5, 3, 3], [yes, yes, no])).toBe(0.75);
  });

  it('counts an item as often as it was drawn', () => {
    // The good 9 twice, the good 1 once, the other 5 once: two of three pairs.
    expect(auc([9, 5, 1], [yes, no, yes], [2, 1, 1])).toBeCloseTo(2 / 3);
    expect(auc([9, 5, 1], [yes, no, yes], [0, 1, 1])).toBe(0);
  });

  it('cannot be told where all are good, or none', () => {
    expect(auc([1, 2], [yes, yes])).toBeNull();
    expect(auc([1, 2], [no, no])).toBeNull();
    expect(auc([], [])).toBeNull();
  });

  it('is what counting every pair gives', () => {
    const item = fc.record({ value: fc.integer({ min: 0, max: 5 }), good: fc.boolean() });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), (items) => {
        const pairs = items
          .filter(({ good }) => good)
          .flatMap((one) =>
            items
              .filter(({ good }) => !good)
              .map((other) => (one.value === other.value ? 0.5 : Number(one.value > other.value))),
          );
        const counted =
          pairs.length === 0 ? null : pairs.reduce((sum, won) => sum + won, 0) / pairs.length;
        const found = auc(
          items.map(({ value }) => value),
          items.map(({ good }) => good),
        );
        if (counted === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(counted, 10);
      }),
    );
  });
});

describe('the precision of the first', () => {
  it('is the share of good ones among them', () => {
    expect(precision(2, [9, 7, 4, 3], [yes, no, yes, yes])).toBe(0.5);
    expect(precision(3, [9, 7, 4, 3], [yes, no, yes, yes])).toBeCloseTo(2 / 3);
  });

  it('takes of equals as many as a blind draw would find', () => {
    // The first is 9; the second is one of three equals, of which one is good.
    expect(precision(2, [9, 4, 4, 4], [yes, yes, no, no])).toBeCloseTo((1 + 1 / 3) / 2);
    expect(
      precision(
        20,
        Array.from({ length: 40 }, () => 1),
        Array.from({ length: 40 }, (_, n) => n < 10),
      ),
    ).toBe(0.25);
  });

  it('looks at all where there are fewer, and cannot be told of none', () => {
    expect(precision(20, [2, 1], [yes, no])).toBe(0.5);
    expect(precision(20, [], [])).toBeNull();
  });
});

describe('the draws', () => {
  it('are the same with the same seed, and others with another', () => {
    const draw = (seed: number) => drawsOf(50, { draws: 3, seed });
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('hold as many items as there are, with replacement', () => {
    const draws = drawsOf(40, { draws: 20, seed: 1 });
    const size = (counts: Uint16Array) => counts.reduce((sum, count) => sum + count, 0);
    expect(draws.map(size)).toEqual(draws.map(() => 40));
    expect(draws.some((counts) => counts.some((count) => count > 1))).toBe(true);
  });

  it('give the percentiles of a figure', () => {
    expect(quantile([0, 10], 0.5)).toBe(5);
    expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2);
    const draws = Array.from({ length: 101 }, (_, n) => Uint16Array.of(n));
    expect(intervalOf(draws, ([n = 0]) => n)).toEqual({ low: 2.5, high: 97.5 });
    expect(intervalOf(draws, () => null)).toBeNull();
  });

  it('put a figure within its interval, wider the less there is to count', () => {
    const width = (items: number): number => {
      const values = Array.from({ length: items }, (_, n) => (n * 7) % 11);
      const good = values.map((value, n) => (value + (n % 5)) % 3 === 0);
      const [{ auc: found } = { auc: null }] = figuresOf([values], good, { draws: 500, seed: 3 });
      if (found === null) throw new Error('No figure');
      expect(found.value).toBeGreaterThan(found.low);
      expect(found.value).toBeLessThan(found.high);
      return found.high - found.low;
    };
    expect(width(400)).toBeLessThan(width(40) / 2);
  });
});

describe('how far scores tell issues apart', () => {
  it('is how many there are and how many issues share the most frequent', () => {
    expect(spreadOf([10, 10, 20.5, null])).toEqual({ distinct: 3, largestTie: 0.5 });
    expect(spreadOf([])).toEqual({ distinct: 0, largestTie: 0 });
  });

  it('shows also the names that nothing has', () => {
    expect(sharesOf(['soon', 'soon', 'none', 'soon'], ['immediate', 'soon'])).toEqual({
      immediate: 0,
      soon: 0.75,
      none: 0.25,
    });
  });
});
