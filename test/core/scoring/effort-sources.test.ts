import { presets, type PresetName } from '../../../src/core/rubric/presets/presets';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { answerPlace } from '../../../src/core/next-input/answer-target';
import { effortOf } from '../../../src/core/scoring/effort';
import { effortSources } from '../../../src/core/scoring/effort-sources';
import { planScoring } from '../../../src/core/scoring/plan';
import { totalBacklog } from '../../../src/core/preview/backlog-totals';
import { readingKey } from '../../../src/core/signals/reading-key';
import { aField } from '../builders/an-issue';
import { signalsOf, value } from '../builders/signals-of';

const holding = (numbers: Readonly<Record<string, number>>) =>
  signalsOf({
    readings: Object.fromEntries(
      Object.entries(numbers).map(([field, of]) => [
        readingKey({ kind: 'number', fields: [field] }),
        value(of),
      ]),
    ),
  });
const withCost = (given: Partial<Rubric['criteria'][number]>, at = 3): Rubric => ({
  ...presets.rice,
  criteria: presets.rice.criteria.map((one, place) => (place === at ? { ...one, ...given } : one)),
});

describe('the effort of an issue', () => {
  it.each<[PresetName, string]>([
    ['rice', 'Effort'],
    ['cd3', 'Duration'],
  ])('is under %s what the method divides by', (preset, field) => {
    const signals = holding({ [field]: 20, 'Story Points': 5 });
    expect(effortOf(signals, planScoring(presets[preset]))).toMatchObject({
      amount: 20,
      ease: 1,
      assumed: null,
    });
  });

  it.each<PresetName>(['pillars', 'weighted', 'ice', 'user-pain', 'impact-urgency'])(
    'is under %s, which divides by none, the estimate',
    (preset) => {
      expect(effortSources(presets[preset])).toBe(presets.pillars.effort.sources);
      expect(effortOf(holding({ 'Story Points': 5 }), planScoring(presets[preset])).amount).toBe(5);
    },
  );

  it('is under WSJF and value per effort the job’s size, under all the names that it goes by', () => {
    expect(effortSources(presets.wsjf)).toEqual([
      { fields: ['Job size', 'Story Points', 'Story point estimate'], perUnit: 1 },
    ]);
    expect(effortSources(presets['value-effort'])).toEqual([
      { fields: ['Effort', 'Story Points', 'Story point estimate'], perUnit: 1 },
    ]);
  });

  it('is in the unit of the formula', () => {
    const [, , , effort] = presets.rice.criteria;
    const hundredth = withCost(
      effort?.curve.kind === 'amount' ? { curve: { ...effort.curve, per: 100 } } : {},
    );
    expect(effortOf(holding({ Effort: 250 }), planScoring(hundredth)).amount).toBe(2.5);
  });

  it('is the estimate where effort acts beside the method, and where the method has no cost in a field or several', () => {
    const { sources } = presets.rice.effort;
    const [reach, , , effort] = presets.rice.criteria;
    if (reach === undefined || effort === undefined) throw new Error('RICE has four criteria');
    expect(effortSources({ ...presets.rice, effort: { ...presets.rice.effort, k: 0.2 } })).toBe(
      sources,
    );
    expect(effortSources(withCost({ signal: { kind: 'rating', min: 1, max: 5 } }))).toBe(sources);
    expect(effortSources(withCost({ curve: { kind: 'log', full: 5 } }))).toBe(sources);
    expect(
      effortSources({ ...presets.rice, criteria: [reach, effort, { ...effort, id: 'weeks' }] }),
    ).toBe(sources);
    expect(effortSources({ ...presets.rice, method: { kind: 'pillars' } })).toBe(sources);
  });

  it('never comes to more than can be added up', () => {
    expect(effortOf(holding({ 'Story Points': 1e308 }), planScoring(presets.pillars)).amount).toBe(
      1e15,
    );
  });

  it('is what MoSCoW reckons by, in its unit', () => {
    const totals = totalBacklog(planScoring(presets.rice));
    totals.add('1', holding({ Effort: 20 }), {
      lane: 'feature improvement',
      score: 90,
      band: 'immediate',
    });
    expect(totals.moscow()).toMatchObject({
      unit: 'person-months',
      check: {
        mustEffort: 20,
        text: 'Musts take 20 of 20 person-months, 100 %; more than the 60 % that leave room for surprises',
      },
    });
  });
});

describe('the place for an effort', () => {
  const fields = [aField('customfield_1', 'Story Points'), aField('customfield_2', 'Effort')];

  it('is the method’s own field where the method has one', () => {
    expect(answerPlace('effort', presets.rice, fields)).toMatchObject({
      how: 'field',
      fields: [{ name: 'Effort' }],
    });
    expect(answerPlace('effort', presets.pillars, fields)).toMatchObject({
      how: 'field',
      fields: [{ name: 'Story Points' }],
      unit: 'points',
    });
  });
});
