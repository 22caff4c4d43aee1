import fc from 'fast-check';
import { apportion } from '../../../src/core/numbers/largest-remainder';
import { runs } from '../arbitrary/runs';

describe('apportion', () => {
  it('adds up to the rounded sum, each part within one of its exact value', () => {
    const parts = fc.array(
      fc.oneof(fc.constant(0), fc.double({ min: -1000, max: 1000, noNaN: true })),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(parts, (exact) => {
        const total = Math.round(exact.reduce((sum, part) => sum + part, 0)) + 0;
        const whole = apportion(exact, total);
        expect(whole.reduce((sum, part) => sum + part, 0)).toBe(total);
        whole.forEach((part, at) =>
          expect(Math.abs(part - (exact[at] ?? 0))).toBeLessThanOrEqual(1),
        );
      }),
      runs,
    );
  });

  it('leaves what is zero at zero', () => {
    expect(apportion([0, 1.5, 1.5, 0], 3)).toEqual([0, 2, 1, 0]);
    expect(Object.is(apportion([-0, 1], 1)[0], 0)).toBe(true);
  });

  it('does not take the dust of a sum for a remainder', () => {
    expect(apportion([0.1 + 0.2, 0.7], 1)).toEqual([0, 1]);
    expect(apportion([2.9999999999999996, 0], 3)).toEqual([3, 0]);
  });
});
