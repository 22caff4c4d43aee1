import fc from 'fast-check';
import { kendallTauB } from '../../../src/core/numbers/kendall';
import { runs } from '../arbitrary/runs';

const scores = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })),
  { maxLength: 60 },
);

/** As the textbook has it: every pair looked at. */
function byEveryPair(first: readonly number[], second: readonly number[]): number | null {
  let [agree, tiedFirst, tiedSecond, pairs] = [0, 0, 0, 0];
  for (let a = 0; a < first.length; a += 1) {
    for (let b = a + 1; b < first.length; b += 1) {
      const [x, y] = [
        Math.sign((first[a] ?? 0) - (first[b] ?? 0)),
        Math.sign((second[a] ?? 0) - (second[b] ?? 0)),
      ];
      pairs += 1;
      agree += x * y;
      tiedFirst += x === 0 ? 1 : 0;
      tiedSecond += y === 0 ? 1 : 0;
    }
  }
  const room = Math.sqrt((pairs - tiedFirst) * (pairs - tiedSecond));
  return room === 0 ? null : agree / room;
}

describe('rank agreement by Kendall tau-b', () => {
  it('is what looking at every pair gives, ties and all', () => {
    fc.assert(
      fc.property(scores, (pairs) => {
        const [first, second] = [pairs.map(([one]) => one), pairs.map(([, two]) => two)];
        const [found, expected] = [kendallTauB(first, second), byEveryPair(first, second)];
        if (expected === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(expected, 12);
      }),
      runs,
    );
  });

  it('is one for the same order, minus one for the reverse, and does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 50 }),
        fc.nat(49),
        (values, turn) => {
          expect(kendallTauB(values, values)).toBe(1);
          expect(
            kendallTauB(
              values,
              values.map((value) => -value),
            ),
          ).toBe(-1);
          const turned = [...values.slice(turn), ...values.slice(0, turn)];
          expect(
            kendallTauB(
              turned,
              turned.map((value) => value ** 3),
            ),
          ).toBeCloseTo(
            kendallTauB(
              values,
              values.map((value) => value ** 3),
            ) ?? 9,
            12,
          );
        },
      ),
      runs,
    );
  });

  it.each([[[]], [[4]], [[4, 4, 4]]])('is nothing to speak of for %j', (values) => {
    expect(kendallTauB(values, values)).toBeNull();
  });

  it('takes a hundred thousand scores in one go', () => {
    const first = Array.from({ length: 100_000 }, (_, n) => (n * 7919) % 1001);
    const second = first.map((score, n) => (n % 10 === 0 ? 1000 - score : score));
    const tau = kendallTauB(first, second) ?? 0;
    expect(tau).toBeGreaterThan(0.6);
    expect(tau).toBeLessThan(0.9);
  });
});
