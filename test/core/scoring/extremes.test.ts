import fc from 'fast-check';
import { questionsFor, readingKey } from '../../../src/core/signals/reading-key';
import { arithmetic } from '../arbitrary/methods';
import { runs } from '../arbitrary/runs';
import { cardOf, signalsOf, value } from '../builders/signals-of';

/** As no person means it, and as a number field may hold it all the same. */
const number = fc.constantFrom(
  0,
  1,
  3,
  100,
  5e-324,
  1e-12,
  1e-9,
  1e15,
  1e16,
  1e100,
  1e200,
  1e308,
  -1e308,
);

const judged = arithmetic
  .filter(({ method }) => method.kind === 'formula')
  .chain((rubric) => {
    const asked = rubric.criteria.flatMap(({ signal }) =>
      signal.kind === 'number' ? questionsFor(signal).map(readingKey) : [],
    );
    return fc.tuple(...asked.map(() => number)).map((numbers) => ({
      rubric,
      signals: signalsOf({
        readings: Object.fromEntries(asked.map((key, at) => [key, value(numbers[at] ?? 0)])),
      }),
    }));
  });

describe('a score of extreme numbers', () => {
  it('is a number in its range all the same, with lines that add up, and its raw number is one too', () => {
    fc.assert(
      fc.property(judged, ({ rubric, signals }) => {
        const { score, low, high, raw, band, lines, missing } = cardOf(signals, rubric);
        const all = [
          low,
          high,
          score ?? low,
          ...(typeof raw === 'number' ? [raw] : []),
          ...lines.map(({ contribution }) => contribution),
          ...missing.flatMap((one) => [one.low, one.high]),
        ];
        expect(all.filter((one) => !Number.isFinite(one))).toEqual([]);
        expect([low <= (score ?? low), (score ?? low) <= high, score === null]).toEqual([
          true,
          true,
          band === null,
        ]);
        if (score !== null)
          expect(
            lines.reduce((sum, { contribution }) => sum + Math.round(contribution * 10), 0),
          ).toBe(Math.round(score * 10));
      }),
      { numRuns: runs.numRuns * 2 },
    );
  });

  it('has a point for a range and a raw number, once every number is one that counts', () => {
    fc.assert(
      fc.property(judged, ({ rubric, signals }) => {
        const { score, low, high, raw, missing } = cardOf(signals, rubric);
        if (score !== null && missing.length === 0)
          expect([low, high, raw === null]).toEqual([score, score, false]);
      }),
      { numRuns: runs.numRuns * 2 },
    );
  });
});
