import { parseRubric } from '../../../src/core/rubric/document/parse';

const pillars = [{ id: 'value', label: 'Value' }];
const lanes = [{ lane: 'unsorted', any: [{ kind: 'followUp' }] }];
const saturating = { kind: 'saturating', half: 3 };
const falling = {
  kind: 'linear',
  direction: 'falling',
  from: { x: 0, points: 90 },
  to: { x: 30, points: 0 },
};
const table = { kind: 'table', values: { One: 10 } };

function problemsOf(
  signal: unknown,
  curve: unknown,
  absence = 'zero',
  more: readonly unknown[] = [],
): readonly string[] {
  const parsed = parseRubric({
    pillars,
    lanes,
    criteria: [
      { id: 'only', pillar: 'value', label: 'Only', signal, curve, weight: 1, absence },
      ...more,
    ],
  });
  return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
}

describe('a criterion reads', () => {
  it.each([
    ['the names of options, cascading ones too', { kind: 'option', fields: ['Area'] }, table],
    ['people', { kind: 'user', fields: ['Sponsor'] }, table],
    ['how many values a field holds', { kind: 'count', fields: ['labels'] }, saturating],
    ['whether a field is filled', { kind: 'filled', fields: ['Contract'] }, saturating],
    ['the state of its sprint', { kind: 'sprint' }, table],
    ['the time left under its agreement', { kind: 'sla' }, { kind: 'dateRamp', full: 0, none: 5 }],
    ['the time left under one agreement', { kind: 'sla', fields: ['Time to resolution'] }, falling],
    ['comments', { kind: 'comments' }, saturating],
    ['how often it was reopened', { kind: 'reopened' }, saturating],
    ['its age', { kind: 'age' }, saturating],
    ['the time in its status', { kind: 'timeInStatus' }, saturating],
    ['the days without a change', { kind: 'quiet' }, falling],
    ['links in words of its own', { kind: 'links', phrases: ['is caused by'] }, saturating],
    ['such links for worse', { kind: 'links', phrases: ['is delayed by'] }, falling],
    ['support tickets', { kind: 'tickets' }, saturating],
    ['duplicates', { kind: 'duplicates' }, saturating],
    ['what blocks it, for better or worse', { kind: 'blockedBy' }, falling],
    [
      'ratings',
      { kind: 'rating', min: 1, max: 5 },
      { kind: 'linear', from: { x: 1, points: 0 }, to: { x: 5, points: 100 } },
    ],
  ])('%s', (_, signal, curve) => {
    expect(problemsOf(signal, curve)).toEqual([]);
  });

  it('a name outside its table by the points for all others', () => {
    expect(problemsOf({ kind: 'option', fields: ['Area'] }, { ...table, otherwise: 5 })).toEqual(
      [],
    );
    expect(problemsOf({ kind: 'option', fields: ['Area'] }, { ...table, otherwise: 101 })).toEqual([
      'criteria.0.curve.otherwise',
    ]);
  });

  it('a list of fields that begins like another’s and goes on differently', () => {
    const other = {
      id: 'other',
      pillar: 'value',
      label: 'Other',
      signal: { kind: 'number', fields: ['Reach', 'Users'] },
      curve: saturating,
      weight: 1,
      absence: 'zero',
    };
    expect(problemsOf({ kind: 'number', fields: [' reach'] }, saturating, 'zero', [other])).toEqual(
      [],
    );
  });
});

describe('a criterion must not', () => {
  it.each([
    [
      'reward a date for being far',
      { kind: 'date', fields: ['Launch'] },
      saturating,
      'zero',
      'criteria.0.curve',
    ],
    [
      'reward an agreement for having time left',
      { kind: 'sla' },
      { ...falling, direction: 'rising', from: { x: 0, points: 0 }, to: { x: 9, points: 9 } },
      'zero',
      'criteria.0.curve',
    ],
    [
      'lose points for more tickets',
      { kind: 'tickets' },
      falling,
      'zero',
      'criteria.0.curve.direction',
    ],
    [
      'call it unknown that nothing is duplicated',
      { kind: 'duplicates' },
      saturating,
      'unknown',
      'criteria.0.absence',
    ],
    [
      'have a scale without length',
      { kind: 'rating', min: 5, max: 5 },
      saturating,
      'unknown',
      'criteria.0.signal.max',
    ],
    [
      'call it unknown that nothing is linked in some words',
      { kind: 'links', phrases: ['is caused by'] },
      saturating,
      'unknown',
      'criteria.0.absence',
    ],
    [
      'count links of no words',
      { kind: 'links', phrases: [] },
      saturating,
      'zero',
      'criteria.0.signal.phrases',
    ],
    ['read names by numbers', { kind: 'sprint' }, saturating, 'zero', 'criteria.0.curve'],
    [
      'ramp an age like a date',
      { kind: 'age' },
      { kind: 'dateRamp', full: 0, none: 5 },
      'zero',
      'criteria.0.curve',
    ],
  ])('%s', (_, signal, curve, absence, path) => {
    expect(problemsOf(signal, curve, absence)).toContain(path);
  });
});
