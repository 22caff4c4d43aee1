import {
  highestMean,
  lowestMean,
  valueOf,
} from '../../../../src/core/scoring/methods/weighted-mean';

const half = { sum: 500, weight: 1 };
const nothing = { sum: 0, weight: 0 };

describe('a weighted mean', () => {
  it('is 0–100, and none over nothing', () => {
    // Weights in thousandths, points in tenths: (2·80 + 1·50) / 3
    expect([
      valueOf({ sum: 2000 * 800 + 1000 * 500, weight: 3000 }),
      valueOf(half),
      valueOf(nothing),
    ]).toEqual([70, 50, null]);
  });

  it('is lowest with all that pulls it down, the lowest first, and with nothing that does not', () => {
    // 50 and 10 make 30: another 30 changes nothing, 80 would raise it.
    expect(
      lowestMean(half, [
        { weight: 1, tenths: 800 },
        { weight: 1, tenths: 100 },
        { weight: 2, tenths: 300 },
      ]),
    ).toEqual({ sum: 600, weight: 2 });
    // 50, 10 and twice 20 make 25.
    expect(
      lowestMean(half, [
        { weight: 2, tenths: 200 },
        { weight: 1, tenths: 100 },
      ]),
    ).toEqual({ sum: 1000, weight: 4 });
    expect(lowestMean(half, [{ weight: 1, tenths: 500 }])).toEqual(half);
    expect(lowestMean(half, [])).toEqual(half);
  });

  it('is highest with all that pulls it up, the highest first, and with nothing that does not', () => {
    // 50 and 90 make 70: another 70 changes nothing, 20 would lower it.
    expect(
      highestMean(half, [
        { weight: 1, tenths: 200 },
        { weight: 1, tenths: 900 },
        { weight: 2, tenths: 700 },
      ]),
    ).toEqual({ sum: 1400, weight: 2 });
    expect(
      highestMean(half, [
        { weight: 2, tenths: 800 },
        { weight: 1, tenths: 900 },
      ]),
    ).toEqual({ sum: 3000, weight: 4 });
    expect(highestMean(half, [{ weight: 1, tenths: 500 }])).toEqual(half);
    expect(highestMean(half, [])).toEqual(half);
  });

  it('over nothing known is what the most telling answer alone makes it', () => {
    const answers = [
      { weight: 1, tenths: 400 },
      { weight: 3, tenths: 100 },
      { weight: 2, tenths: 900 },
    ];
    expect(lowestMean(nothing, answers)).toEqual({ sum: 300, weight: 3 });
    expect(highestMean(nothing, answers)).toEqual({ sum: 1800, weight: 2 });
    expect(highestMean(nothing, [{ weight: 2, tenths: 0 }])).toEqual({ sum: 0, weight: 2 });
    expect(lowestMean(nothing, [{ weight: 2, tenths: 0 }])).toEqual({ sum: 0, weight: 2 });
  });
});
