import fc from 'fast-check';
import { presets, type PresetName } from '../../../src/core/rubric/presets/presets';
import type { Criterion, Rubric } from '../../../src/core/rubric/schema/schema';
import { pointsOn } from '../../../src/core/scoring/methods/scale';
import { sharesOf } from '../../../src/core/scoring/methods/shares';
import { runs } from '../arbitrary/runs';
import { now, signalsOf } from '../builders/signals-of';
import { readCardOfValues, readScoreIssue } from '../builders/described';
import { sumOfLines } from '../builders/values-of';

type Values = Readonly<Record<string, number | string>>;
const contributions = (rubric: Rubric, values: Values) =>
  Object.fromEntries(
    readCardOfValues(rubric, values).lines.map(({ id, contribution }) => [id, contribution]),
  );

describe('the published number', () => {
  it.each<[PresetName, Values, number | string, number]>([
    // 1200 · 0.5 · 0.7 / 3 = 140; 100 · ln 141 / ln 100,001 = 43.0
    ['rice', { reach: 1200, impact: 0.5, confidence: 70, effort: 3 }, 140, 43],
    ['rice', { reach: 0, impact: 2, confidence: 80, effort: 1 }, 0, 0],
    // (8 + 5 + 2) / 4 = 3.75; 100 · ln 4.75 / ln 61 = 37.9
    ['wsjf', { businessValue: 8, timeCriticality: 5, riskReduction: 2, jobSize: 4 }, 3.75, 37.9],
    ['wsjf', { businessValue: 20, timeCriticality: 20, riskReduction: 20, jobSize: 1 }, 60, 100],
    // 900 / 6 = 150; 100 · ln 151 / ln 100,001 = 43.6
    ['cd3', { costOfDelay: 900, duration: 6 }, 150, 43.6],
    ['ice', { impact: 6, confidence: 4, ease: 9 }, 216, 21.6],
    ['ice-mean', { impact: 6, confidence: 4, ease: 8 }, 6, 60],
    // 5 / 4 = 1.25; 100 · ln 2.25 / ln 11 = 33.8
    ['value-effort', { value: 5, effort: 4 }, 1.25, 33.8],
    // 6 · 3 · 2 / 175
    ['user-pain', { type: 6, likelihood: 3, priority: 2 }, 0.20571428571429, 20.6],
    ['user-pain', { type: 1, likelihood: 1, priority: 1 }, 0.0057142857142857, 0.6],
    ['weighted', { value: 3, reach: 9, fit: 2.5, ease: 7.25 }, 5.0375, 50.4],
    ['impact-urgency', { impact: 'Significant', urgency: 'Critical' }, 'Highest', 100],
    ['impact-urgency', { impact: 'Moderate / Limited', urgency: 'High' }, 'Medium', 50],
  ])('of %s over %j is %j, on the scale %d', (preset, values, raw, score) => {
    const card = readCardOfValues(presets[preset], values);
    expect([card.raw, card.score]).toEqual([raw, score]);
    expect([card.low, card.high, card.missing]).toEqual([score, score, []]);
    expect(sumOfLines(card)).toBe(score);
  });

  it('has none for pillars', () => {
    expect(readCardOfValues(presets.pillars, { priority: 'High' })).not.toHaveProperty('raw');
  });

  it.each<[PresetName, Values, string]>([
    ['rice', { reach: 450, impact: 3, confidence: 100 }, 'effort'],
    ['rice', { impact: 3, confidence: 100, effort: 2 }, 'reach'],
    ['wsjf', { businessValue: 8, timeCriticality: 5, jobSize: 4 }, 'riskReduction'],
    ['cd3', { duration: 6 }, 'costOfDelay'],
    ['ice', { impact: 6, ease: 9 }, 'confidence'],
    ['ice-mean', { impact: 6, ease: 9 }, 'confidence'],
    ['value-effort', { value: 5 }, 'effort'],
    ['user-pain', { type: 6, likelihood: 3 }, 'priority'],
    ['impact-urgency', { impact: 'Minor' }, 'urgency'],
  ])(
    'of %s over %j cannot be told: %s is named, and the range stays open',
    (preset, values, id) => {
      const card = readCardOfValues(presets[preset], values);
      expect([card.raw, card.score, card.lines]).toEqual([null, null, []]);
      expect(card.missing.map((one) => one.id)).toEqual([id]);
      expect(card.low).toBeLessThan(card.high);
      expect(card.missing).toMatchObject([
        { low: card.low, high: card.high, why: 'nobody filled it' },
      ]);
    },
  );

  it('of weighted scoring leaves a missing rating out of the weights, instead of taking it for 0', () => {
    const card = readCardOfValues(presets.weighted, { value: 8, reach: 6 });
    expect(card.raw).toBe(7.2307692307692); // (40·8 + 25·6) / 65
    expect([card.score, card.low, card.high]).toEqual([72.3, 47, 82]);
    expect(card.missing.map(({ id }) => id)).toEqual(['fit', 'ease']);
  });

  it('of weighted scoring is what was rated, even beyond the scale at whose ends the score is held', () => {
    expect(
      readCardOfValues(presets.weighted, { value: 80, reach: 60, fit: 50, ease: 40 }),
    ).toMatchObject({ raw: 63, score: 100 });
  });

  it('of weighted scoring is on its scale, also for criteria in other units and with tables', () => {
    const rated = (
      id: string,
      weight: number,
      curve: Criterion['curve'],
      kind: 'number' | 'option',
    ): Criterion => ({
      id,
      pillar: 'value',
      label: id,
      weight,
      absence: 'unknown',
      ifSiteHas: false,
      curve,
      signal: { kind, fields: [id] },
    });
    const rubric: Rubric = {
      ...presets.weighted,
      method: { kind: 'weighted', measure: 'Ours', scale: { from: 1, to: 5 } },
      criteria: [
        rated(
          'users',
          3,
          {
            kind: 'linear',
            direction: 'rising',
            from: { x: 20, points: 20 },
            to: { x: 60, points: 100 },
          },
          'number',
        ),
        rated('fit', 1, { kind: 'table', values: { Good: 75, Poor: 10 }, blank: [] }, 'option'),
      ],
    };
    // users 45: 20 + 25/40 · 80 = 70 points; (3·70 + 75) / 4 = 71.25 points, which is 1 + 4 · 0.7125 on the scale
    expect(readCardOfValues(rubric, { users: 45, fit: 'Good' })).toMatchObject({
      raw: 3.85,
      score: 71.3,
    });
  });

  it('of weighted scoring is the same whatever the weights add up to', () => {
    const tenfold = {
      ...presets.weighted,
      criteria: presets.weighted.criteria.map((one) => ({ ...one, weight: one.weight / 100 })),
    };
    const values = { value: 7, reach: 6, fit: 5, ease: 5 };
    expect(readCardOfValues(tenfold, values)).toEqual(readCardOfValues(presets.weighted, values));
  });
});

describe('people who disagree', () => {
  const asked = (id: string, weight: number): Criterion => ({
    id,
    pillar: 'value',
    label: id,
    weight,
    absence: 'unknown',
    ifSiteHas: false,
    signal: { kind: 'rating', min: 0, max: 10 },
    curve: {
      kind: 'linear',
      direction: 'rising',
      from: { x: 0, points: 0 },
      to: { x: 10, points: 100 },
    },
  });
  const rubric: Rubric = { ...presets.weighted, criteria: [asked('a', 3), asked('b', 1)] };
  const votes = (...values: readonly number[]) =>
    values.map((value, at) => ({ by: `person ${at}`, value, at: '2026-11-19' }));

  it('leave the mean open between what each of them would make of it, the other criteria as they are', () => {
    const signals = { ...signalsOf(), votes: { a: votes(2, 6, 9), b: votes(4) } };
    const card = readScoreIssue({ signals, rubric, now, inherited: null });
    // (3·60 + 40) / 4 = 55; with 20 it is 25, with 90 it is 77.5
    expect([card.raw, card.score, card.low, card.high]).toEqual([5.5, 55, 25, 77.5]);
    expect(card.missing).toMatchObject([{ id: 'a', low: 25, high: 77.5 }]);
  });
});

describe('an amount', () => {
  it('of zero is no divisor, and never an endless score', () => {
    expect(
      readCardOfValues(presets.rice, { reach: 450, impact: 3, confidence: 100, effort: 0 }),
    ).toMatchObject({
      raw: null,
      score: null,
      missing: [{ id: 'effort', why: "0 is less than the rubric's least, which is above 0" }],
    });
  });

  it('below its least is not known', () => {
    expect(
      readCardOfValues(presets['user-pain'], { type: 0, likelihood: 3, priority: 2 }).missing,
    ).toMatchObject([{ id: 'type', why: "0 is less than the rubric's least, 1" }]);
  });

  it('beyond its most is held there', () => {
    expect(readCardOfValues(presets.ice, { impact: 12, confidence: 5, ease: 5 })).toEqual({
      ...readCardOfValues(presets.ice, { impact: 10, confidence: 5, ease: 5 }),
      lines: expect.anything(),
      reasons: expect.anything(),
    });
  });

  it('is read from the name of an option, and from none that the rubric does not know', () => {
    expect(
      readCardOfValues(presets['impact-urgency'], { impact: 'minor ', urgency: 'HIGH' }).raw,
    ).toBe('Low');
    expect(
      readCardOfValues(presets['impact-urgency'], { impact: 'Enormous', urgency: 'High' }).missing,
    ).toMatchObject([{ id: 'impact', why: '"Enormous" is not in the rubric\'s table' }]);
    expect(
      readCardOfValues(presets['impact-urgency'], { impact: 'None', urgency: 'High' }).missing,
    ).toMatchObject([{ id: 'impact', why: 'nobody filled it' }]);
  });
});

describe('an input for which the rubric assumes a value', () => {
  const assuming: Rubric = {
    ...presets.rice,
    criteria: presets.rice.criteria.map((one) =>
      one.curve.kind === 'amount' && one.id === 'effort'
        ? { ...one, curve: { ...one.curve, assumed: 2 } }
        : one,
    ),
  };
  const missingOne = () => readCardOfValues(assuming, { reach: 450, impact: 3, confidence: 100 });

  it('scores by it and says so, and the range stays open', () => {
    const missing = missingOne();
    expect([missing.score, sumOfLines(missing), missing.low, missing.high]).toEqual([
      56.6, 56.6, 0, 100,
    ]);
    expect(missing.missing).toMatchObject([{ id: 'effort', low: 0, high: 100 }]);
    expect(missing.lines.find(({ id }) => id === 'effort')).toMatchObject({
      value: 2,
      contribution: -4.5,
      from: [{ text: 'assumed 2: nobody filled it' }],
    });
    expect(missing.reasons).toContain('effort 2 assumed −4.5');
  });

  it('has no published number until it is known', () => {
    expect(missingOne().raw).toBeNull();
    expect(
      readCardOfValues(assuming, { reach: 450, impact: 3, confidence: 100, effort: 2 }),
    ).toMatchObject({ raw: 675, score: 56.6, low: 56.6, high: 56.6 });
  });

  it('does not stand in for another that is missing too', () => {
    const card = readCardOfValues(assuming, { reach: 450, impact: 3 });
    expect([
      card.score,
      card.lines,
      card.missing.map(({ id, low, high }) => [id, low, high]),
    ]).toEqual([
      null,
      [],
      [
        ['confidence', 0, 56.6],
        ['effort', 0, 100],
      ],
    ]);
  });
});

describe('the lines of a formula', () => {
  it('say how far each input moves the score from the neutral', () => {
    expect(
      contributions(presets.rice, { reach: 450, impact: 3, confidence: 100, effort: 2 }),
    ).toEqual({ reach: 47.6, impact: 7.5, confidence: 0, effort: -4.5, start: 6 });
    expect(
      readCardOfValues(presets.rice, {
        reach: 450,
        impact: 3,
        confidence: 100,
        effort: 2,
      }).lines.at(-1),
    ).toMatchObject({
      id: 'start',
      label: 'Starting point',
      from: [{ text: 'with reach 1, impact 1, confidence 1, effort 1' }],
    });
  });

  it('give equal inputs equal shares, and what is only added its own', () => {
    const { impact, confidence, ease } = contributions(presets.ice, {
      impact: 8,
      confidence: 8,
      ease: 8,
    });
    expect(
      [(impact ?? 0) - (ease ?? 0), (confidence ?? 0) - (ease ?? 0)].every(
        (gap) => Math.abs(gap) < 0.11,
      ),
    ).toBe(true);
    expect(contributions(presets['ice-mean'], { impact: 9, confidence: 3, ease: 0 })).toEqual({
      impact: 30,
      confidence: 10,
      ease: 0,
    });
  });

  it('take back what a doubt costs', () => {
    expect(
      contributions(presets.rice, { reach: 450, impact: 1, confidence: 50, effort: 1 })[
        'confidence'
      ],
    ).toBeLessThan(0);
  });

  it('tell in the reasons what each adds, effort too', () => {
    expect(
      readCardOfValues(presets.rice, { reach: 450, impact: 3, confidence: 100, effort: 2 }).reasons,
    ).toBe('reach 450 +47.6 · impact 3 +7.5 · effort 2 −4.5');
  });

  it('stay a sum when urgency and effort act beside the method', () => {
    const beside: Rubric = {
      ...presets.ice,
      urgency: { ...presets.ice.urgency, lambda: 0.6 },
      effort: { ...presets.ice.effort, k: 0.3 },
    };
    const card = readCardOfValues(beside, { impact: 8, confidence: 7, ease: 5 });
    expect(card.raw).toBe(280);
    expect(card.lines.map(({ id }) => id)).toContain('effort');
    expect(sumOfLines(card)).toBe(card.score);
  });
});

describe('a scale', () => {
  it('runs straight between its ends, and no further', () => {
    expect(
      [10, 20, 35, 60, 99].map((raw) => pointsOn({ kind: 'linear', from: 20, to: 60 }, raw)),
    ).toEqual([0, 0, 37.5, 100, 100]);
  });

  it('may span magnitudes: half way at the root', () => {
    expect([-5, 0, 9, 99, 500].map((raw) => pointsOn({ kind: 'log', full: 99 }, raw))).toEqual([
      0, 0, 50, 100, 100,
    ]);
  });
});

describe('shares', () => {
  const amounts = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 })),
    { minLength: 1, maxLength: 6 },
  );

  it('and the start add up to the result, whatever the function', () => {
    fc.assert(
      fc.property(amounts, (pairs) => {
        const result = (all: readonly number[]): number =>
          all.reduce(
            (product, one, at) =>
              at % 2 === 0 ? product * (one + 1) : Math.max(product, one * one),
            1,
          );
        const [now, neutral] = [pairs.map(([amount]) => amount), pairs.map(([, one]) => one)];
        const { start, inputs } = sharesOf(result, now, neutral);
        expect(start).toBe(result(neutral));
        expect(start + inputs.reduce((sum, share) => sum + share, 0)).toBeCloseTo(result(now), 6);
        pairs.forEach(([amount, one], at) => {
          if (amount === one) expect(inputs[at]).toBe(0);
        });
      }),
      runs,
    );
  });

  it('are the mean over every order', () => {
    // x·y from 1·1 to 4·6: x first 3 + y after it 20; y first 5 + x after it 18.
    expect(sharesOf(([x = 0, y = 0]) => x * y, [4, 6], [1, 1])).toEqual({
      start: 1,
      inputs: [10.5, 12.5],
    });
  });
});
