import fc from 'fast-check';
import { bandOf, bar, segments, within } from '../../../static/ui/src/shared/scores/score-bands';
import { aView } from '../a-view';

const { bands } = aView();

describe('the picture of the score', () => {
  it('covers the whole scale, also when the lowest band begins above zero or the bands come in disorder', () => {
    const odd = [
      { band: 'immediate', from: 70 },
      { band: 'can wait', from: 20 },
    ] as const;
    expect(segments(odd)).toEqual([
      { band: 'can wait', from: 0, to: 70 },
      { band: 'immediate', from: 70, to: 100 },
    ]);
  });

  it('leaves out a band without room', () => {
    expect(
      segments([
        { band: 'can wait', from: 0 },
        { band: 'soon', from: 50 },
        { band: 'immediate', from: 50 },
      ]).map(({ band }) => band),
    ).toEqual(['can wait', 'immediate']);
  });

  it('puts a score on a threshold into the upper band', () => {
    expect([0, 19.9, 20, 69.9, 70, 100].map((score) => bandOf(score, bands))).toEqual([
      'consider declining',
      'consider declining',
      'can wait',
      'soon',
      'immediate',
      'immediate',
    ]);
    expect(bandOf(50, [])).toBeNull();
  });

  it('never draws outside the scale', () => {
    expect([-5, 120, Number.NaN, Number.POSITIVE_INFINITY].map(within)).toEqual([0, 100, 0, 0]);
  });

  it('draws every bar inside its track, from the zero line towards its sign', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 1 }),
        (all) => {
          for (const value of all) {
            const { start, length, zero } = bar(value, all);
            expect(start).toBeGreaterThanOrEqual(-1e-6);
            expect(start + length).toBeLessThanOrEqual(100 + 1e-6);
            expect(value < 0 ? start + length : start).toBeCloseTo(zero, 6);
          }
        },
      ),
    );
  });

  it('draws nothing when nothing contributes', () => {
    expect(bar(0, [0, 0])).toEqual({ start: 0, length: 0, zero: 0 });
  });
});
