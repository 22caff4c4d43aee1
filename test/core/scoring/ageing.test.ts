import { parseRubric } from '../../../src/core/rubric/document/parse';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { describeSource } from '../../../src/core/describe/describe-source';
import { aNumber, aPlainRubric, aRating, signalsWith, votesOf } from '../builders/plain-rubric';
import { cardOf, signalsOf } from '../builders/signals-of';
import type { Signals } from '../../../src/core/signals/signal';

/** All tests are on 2026-11-20. */
const ageing = { halfLifeDays: 280, least: 0.2 };
const value = aNumber('value', { fades: true });
const other = aNumber('other');

function touched(at: string, signals: Signals): Signals {
  return { ...signals, issue: { ...signals.issue, touched: at } };
}

describe('a statement on an issue that nobody touches', () => {
  const rubric = aPlainRubric([value, other], { ageing });
  const signals = signalsWith({ value: 80, other: 40 });

  it('counts in full for four weeks, then less with every four weeks, and never less than its share', () => {
    const pointsAt = (at: string) => cardOf(touched(at, signals), rubric).lines[0]?.points;
    expect(pointsAt('2026-11-20')).toBe(80);
    expect(pointsAt('2026-10-24')).toBe(80);
    expect(pointsAt('2026-10-23')).toBe(75.7);
    expect(pointsAt('2026-10-01')).toBe(75.7);
    expect(pointsAt('2026-02-13')).toBe(48);
    expect(pointsAt('1990-01-01')).toBe(16);
  });

  it('says so, and leaves open that it may still hold in full', () => {
    const card = cardOf(touched('2023-11-01', signals), rubric);
    expect(card.lines[0]?.from.map((source) => describeSource(source).text)).toContain(
      'issue untouched for 3 years: counts 25 %',
    );
    expect(card.missing).toEqual([
      expect.objectContaining({ id: 'value', low: card.score, high: 60 }),
    ]);
    expect([card.low, card.high]).toEqual([card.score, 60]);
  });

  it('is renewed by new evidence and by a vote', () => {
    const rated = aPlainRubric([value, aRating('fit')], { ageing });
    const old = touched('2024-01-01', signalsWith({ value: 80 }));
    const full = cardOf(touched('2026-11-20', old), rated).lines[0]?.points;
    const evidence = [
      { kind: 'support', id: 'SUP-1', open: true, at: '2026-11-10' } as const,
      { kind: 'report', id: 'OLD-1', open: true, at: '2025-01-01' } as const,
    ];
    expect(cardOf({ ...old, evidence }, rated).lines[0]?.points).toBe(full);
    expect(cardOf({ ...old, votes: { fit: votesOf(5) } }, rated).lines[0]?.points).toBe(full);
  });

  it('lasts where the rubric does not say that it fades, and where nobody knows when it was touched', () => {
    expect(cardOf(touched('1990-01-01', signals), rubric).lines[1]?.points).toBe(40);
    expect(cardOf(signals, rubric).lines[0]?.points).toBe(80);
    const never = aPlainRubric([value], { ageing: { ...ageing, least: 1 } });
    expect(cardOf(touched('1990-01-01', signals), never).lines[0]?.points).toBe(80);
  });
});

describe('what is unknown', () => {
  const given = { absence: 'unknown', assumed: 50 } as const;
  const rubric = aPlainRubric([aNumber('value', given), aNumber('other', { absence: 'zero' })]);

  it('counts meanwhile as the rubric says, in a line of its own, with the range as wide as before', () => {
    const card = cardOf(signalsWith({ other: 0 }), rubric);
    expect([card.score, card.low, card.high]).toEqual([25, 0, 50]);
    // In the order of the rubric, as if it were known.
    expect(card.lines.map(({ id, points, contribution }) => [id, points, contribution])).toEqual([
      ['value', 50, 25],
      ['other', 0, 0],
    ]);
    const source = card.lines[0]?.from[0];
    expect(source && describeSource(source).text).toMatch(/^assumed 50 points: /u);
  });

  it('no longer lifts an issue above one whose value is known to be ordinary', () => {
    const known = cardOf(signalsWith({ value: 50, other: 0 }), rubric);
    expect(cardOf(signalsWith({ other: 0 }), rubric).score).toBe(known.score);
  });

  it('can only be assumed to be what its curve gives, and not of an amount', () => {
    const problemsOf = (assumed: number, curve: object) => {
      const criterion = { ...defaultRubric.criteria[1], assumed, curve };
      const read = parseRubric({ criteria: [criterion, ...defaultRubric.criteria.slice(2)] });
      return read.ok ? [] : read.problems.map(({ path, problem }) => `${path}: ${problem}`);
    };
    const linear = {
      kind: 'linear',
      from: { x: 0, points: 20 },
      to: { x: 9, points: 80 },
      direction: 'rising',
    };
    expect(problemsOf(50, linear)).toEqual([]);
    expect(problemsOf(90, linear)).toEqual([
      'criteria.0.assumed: 90 points are outside what the curve gives',
    ]);
    expect(problemsOf(3, { kind: 'amount' })).toContain(
      'criteria.0.assumed: an amount has no points of its own',
    );
  });
});

describe('a due date that has passed', () => {
  it('fades after its ramp has ended, where the rubric says so', () => {
    const rubric = (passedHalfLifeDays: number | null) =>
      aPlainRubric([other], {
        urgency: {
          ...defaultRubric.urgency,
          lambda: 0.5,
          due: { full: 0, none: 10, top: 1, passedHalfLifeDays },
        },
      });
    const scoreFor = (due: string, halfLife: number | null) =>
      cardOf(
        signalsOf({
          issue: { ...signalsOf().issue, due },
          readings: signalsWith({ other: 0 }).readings,
        }),
        rubric(halfLife),
      ).score;
    expect(scoreFor('2026-11-20', 30)).toBe(50);
    expect(scoreFor('2026-10-21', 30)).toBe(25);
    expect(scoreFor('2025-10-21', 30)).toBe(0);
    expect(scoreFor('2025-10-21', null)).toBe(50);
  });
});
