import { parseRubric } from '../../../src/core/rubric/document/parse';
import { presets } from '../../../src/core/rubric/presets/presets';
import { AmountCurve, amountIn } from '../../../src/core/curves/amount';
import { readCardOfValues } from '../builders/described';
import { compileCurve } from '../../../src/core/curves/curve';

const rice = (given: Readonly<Record<string, number>>) =>
  readCardOfValues(presets.rice, { reach: 450, impact: 3, confidence: 100, effort: 2, ...given });
const lineOf = (card: ReturnType<typeof rice>, id: string) =>
  card.lines.find((line) => line.id === id);

describe('a confidence in a field', () => {
  it.each([
    [0.8, 540, 80],
    [80, 540, 80],
    [1, 675, 100],
    [100, 675, 100],
    [0.07, 47.25, 7],
    [7, 47.25, 7],
    [2, 13.5, 2],
    [0, 0, 0],
  ])('of %d is read as people mean it', (confidence, raw, percent) => {
    const card = rice({ confidence });
    expect([card.raw, lineOf(card, 'confidence')]).toMatchObject([
      raw,
      { value: percent, unit: '%', from: [{ text: 'field "Confidence"' }] },
    ]);
    expect(card.score).toBe(rice({ confidence: percent === 1 ? 0.01 : percent }).score);
  });

  it.each([1.5, 1.01, 1.99])(
    'of %d is neither a share nor a percentage, and so not known',
    (confidence) => {
      expect(rice({ confidence })).toMatchObject({
        raw: null,
        score: null,
        missing: [
          {
            id: 'confidence',
            why: `${confidence} is neither a share (0–1) nor a percentage (2–100)`,
          },
        ],
      });
    },
  );

  it('below nothing is not known', () => {
    expect(rice({ confidence: -5 }).missing).toMatchObject([
      { why: "-5 is less than the rubric's least, 0 %" },
    ]);
  });

  it('grows with what people mean, however they write it', () => {
    const scores = [0, 0.5, 50, 0.8, 80, 1, 100, 150].map(
      (confidence) => rice({ confidence }).score ?? -1,
    );
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  });

  it('stands in the reasons as a percentage', () => {
    expect(rice({ confidence: 0.5 }).reasons).toContain('confidence 50 ');
  });
});

describe('what is more than the most', () => {
  it('is held there, and its line and the reasons say so', () => {
    const card = rice({ impact: 20 });
    expect(card.raw).toBe(2250);
    expect(lineOf(card, 'impact')).toMatchObject({
      value: 20,
      from: [{ text: 'field "Impact"' }, { text: 'held at 10, the most that counts' }],
    });
    expect(card.reasons).toContain('impact 20 held at 10 ');
    expect(lineOf(rice({ confidence: 150 }), 'confidence')).toMatchObject({
      value: 150,
      from: [{ text: 'field "Confidence"' }, { text: 'held at 100 %, the most that counts' }],
    });
  });

  it('is not said of what is just that', () => {
    expect(lineOf(rice({ impact: 10 }), 'impact')?.from).toEqual([{ text: 'field "Impact"' }]);
    expect(lineOf(rice({ confidence: 100 }), 'confidence')?.from).toEqual([
      { text: 'field "Confidence"' },
    ]);
  });
});

describe('a number in a field', () => {
  it('is a share only at most 1 per 100', () => {
    expect([
      amountIn({ per: 100, max: 1 }, 0.8),
      amountIn({ per: 100, max: 2 }, 0.8),
      amountIn({ per: 10, max: 1 }, 0.8),
      amountIn({ per: 100 }, 0.8),
    ]).toEqual([0.8, 0.008, 0.08, 0.008]);
    expect([
      amountIn({ per: 100, max: 1 }, 1.5),
      amountIn({ per: 100, max: 2 }, 1.5),
      amountIn({ per: 100, max: 1 }, 2),
    ]).toEqual([null, 0.015, 0.02]);
  });

  it('is shown as it stands where it is none', () => {
    const curve = compileCurve(
      AmountCurve.parse({ kind: 'amount', per: 100, max: 2, min: 0.1, positive: true }),
    );
    expect([curve.shown?.(50), curve.shown?.(300)]).toEqual([
      { value: 50, clamped: null },
      { value: 300, clamped: { most: 200, unit: '' } },
    ]);
    expect(curve.shown?.(0.1234567890123456)).toEqual({ value: 0.1234567890123456, clamped: null });
    expect([curve.refusal?.(5), curve.refusal?.(-5)]).toEqual([
      "5 is less than the rubric's least, 10",
      "-5 is less than the rubric's least, 10",
    ]);
  });

  it.each([
    [0.8, true],
    [80, true],
    [1.5, false],
    [120, false],
    [-1, false],
  ])('may be assumed as a share too: %d', (assumed, ok) => {
    const parsed = parseRubric({
      ...presets.rice,
      criteria: presets.rice.criteria.map((one) =>
        one.id === 'confidence' ? { ...one, curve: { ...one.curve, assumed } } : one,
      ),
    });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(
      ok ? [] : ['criteria.2.curve.assumed'],
    );
  });
});
