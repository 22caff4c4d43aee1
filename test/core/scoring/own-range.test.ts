import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { presets } from '../../../src/core/rubric/presets/presets';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { lifted } from '../../../src/core/scoring/evaluation';
import type { Signals } from '../../../src/core/signals/signal';
import { aNumber, aPlainRubric, aRating, signalsWith, votesOf } from '../builders/plain-rubric';
import { cardOf, signalsOf, value } from '../builders/signals-of';

const score = (rubric: Rubric, signals: Signals) => cardOf(signals, rubric).own;
const range = (rubric: Rubric, signals: Signals) => {
  const { own, ownLow: low, ownHigh: high } = cardOf(signals, rubric);
  return { own, low, high };
};
const two = aPlainRubric([aNumber('a', { weight: 3 }), aNumber('b')]);

describe('what an issue scores by itself', () => {
  it('is the weighted mean of what is known', () => {
    expect([
      score(two, signalsWith({ a: 20, b: 90 })),
      score(two, signalsWith({ a: 20 })),
      score(two, signalsWith({ b: 90 })),
    ]).toEqual([37.5, 20, 90]);
  });

  it('is none while nothing is known, and none of a done issue', () => {
    expect(score(two, signalsWith({}))).toBeNull();
    const done = {
      ...signalsWith({ a: 20 }),
      issue: { ...signalsOf().issue, category: 'done' as const },
    };
    expect(score(two, done)).toBeNull();
    expect(score(presets.ice, signalsOf())).toBeNull();
  });

  it('takes effort and urgency into account', () => {
    const rubric = aPlainRubric([aNumber('a')], {
      effort: { ...defaultRubric.effort, k: 0.5 },
      urgency: defaultRubric.urgency,
    });
    const signals = {
      ...signalsWith({ a: 60, 'story points': 4 }),
      issue: { ...signalsOf().issue, due: '2026-11-20' },
    };
    // 60 · 4^−0.5 = 30; + 70 · 0.6 · 0.4 = 46.8
    expect(score(rubric, signals)).toBe(46.8);
    expect(range(rubric, signals)).toEqual({ own: 46.8, low: 46.8, high: 46.8 });
  });

  it('is what the method’s formula gives', () => {
    const ice = signalsOf({
      readings: Object.fromEntries(
        presets.ice.criteria.map(({ label }) => [`number:${label.toLowerCase()}`, value(6)]),
      ),
    });
    expect([score(presets.ice, ice), range(presets.ice, ice)]).toEqual([
      21.6,
      { own: 21.6, low: 21.6, high: 21.6 },
    ]);
  });
});

describe('the range of what it scores by itself', () => {
  it('runs from the worst to the best of what is missing', () => {
    // 3 · 20 and 0 or 100: 60 / 4 and 160 / 4
    expect(range(two, signalsWith({ a: 20 }))).toEqual({ own: 20, low: 15, high: 40 });
    expect(range(two, signalsWith({}))).toEqual({ own: null, low: 0, high: 100 });
  });

  it('is everything of a rubric that leaves all its criteria out', () => {
    const nothing = aPlainRubric([aNumber('a', { ifSiteHas: true })]);
    expect(range(nothing, { ...signalsOf(), absent: ['number:a'] })).toEqual({
      own: null,
      low: 0,
      high: 100,
    });
  });

  it('stays open where people disagree, even when all is known', () => {
    const rubric = aPlainRubric([aRating('fit', { weight: 3 }), aNumber('b')]);
    const voted = (...votes: readonly number[]) =>
      range(rubric, { ...signalsWith({ b: 40 }), votes: { fit: votesOf(...votes) } });
    expect(voted(2, 6, 9)).toEqual({ own: 55, low: 25, high: 77.5 });
    expect(voted(6, 6, 6)).toEqual({ own: 55, low: 55, high: 55 });
  });

  it('stays open where people disagree on the first of several', () => {
    const rubric = aPlainRubric([aRating('fit', { weight: 3 }), aRating('also')]);
    expect(
      range(rubric, { ...signalsOf(), votes: { fit: votesOf(2, 6, 9), also: votesOf(4) } }),
    ).toEqual({ own: 55, low: 25, high: 77.5 });
  });
});

describe('what is left to 100', () => {
  it('is taken in part by urgency, after effort', () => {
    expect([
      lifted(60, 0.5, 0),
      lifted(60, 0.5, 0.5),
      lifted(60, 1, 1),
      lifted(0, 1, 0.25),
      lifted(null, 1, 1),
    ]).toEqual([30, 65, 100, 25, null]);
  });
});
