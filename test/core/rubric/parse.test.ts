import fc from 'fast-check';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import type { RubricProblem } from '../../../src/core/rubric/schema/problem';
import { rubrics } from '../arbitrary/any-rubric';
import { runs } from '../arbitrary/runs';

function problemsOf(document: unknown): readonly RubricProblem[] {
  const parsed = parseRubric(document);
  return parsed.ok ? [] : parsed.problems;
}
const pathsOf = (document: unknown): readonly string[] =>
  problemsOf(document)
    .map(({ path }) => path)
    .sort();

const criterion = {
  id: 'reach',
  pillar: 'value',
  label: 'Reach',
  signal: { kind: 'number', fields: ['Reach'] },
  curve: { kind: 'saturating', half: 10 },
  weight: 1,
  absence: 'unknown',
};
const pillars = [{ id: 'value', label: 'Value' }];

describe('a rubric document', () => {
  it('may be the default, as JSON brings it', () => {
    expect(parseRubric(JSON.parse(JSON.stringify(defaultRubric)))).toEqual({
      ok: true,
      rubric: defaultRubric,
    });
  });

  it('takes from the default what it leaves out, section by section', () => {
    const parsed = parseRubric({
      name: 'Ours',
      evidence: { halfLifeDays: 30, support: { projects: ['SUP'] } },
      bands: { soon: 50 },
    });
    expect(parsed).toMatchObject({
      ok: true,
      rubric: {
        name: 'Ours',
        criteria: defaultRubric.criteria,
        evidence: {
          halfLifeDays: 30,
          support: { projects: ['SUP'], types: defaultRubric.evidence.support.types },
          incidents: defaultRubric.evidence.incidents,
        },
        bands: { ...defaultRubric.bands, soon: 50 },
      },
    });
  });

  it('is accepted whenever its parts agree', () => {
    fc.assert(
      fc.property(rubrics, (rubric) => expect(problemsOf(rubric)).toEqual([])),
      { numRuns: Math.min(runs.numRuns, 300) },
    );
  });

  it('is one object', () => {
    for (const document of [null, 'rubric', 7, []])
      expect(problemsOf(document)).toMatchObject([{ path: '', problem: 'a rubric is one object' }]);
  });

  it('never crashes the parser and never passes by accident', () => {
    const section = fc.constantFrom(
      'pillars',
      'criteria',
      'effort',
      'urgency',
      'evidence',
      'customers',
      'followUps',
      'blockers',
      'bands',
      'lanes',
      'horizons',
    );
    fc.assert(
      fc.property(section, fc.jsonValue(), (name, junk) => {
        const parsed = parseRubric({ [name]: junk });
        if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
        else expect(parseRubric(parsed.rubric)).toEqual(parsed);
      }),
      runs,
    );
  });
});

describe('the problems of a rubric', () => {
  it('are all reported at once, those of a single value and those between values', () => {
    const broken = {
      pillars: [...pillars, { id: 'value', label: 'Again' }, { id: 'risk', label: 'Risk' }],
      criteria: [
        { ...criterion, weight: -1 },
        { ...criterion, pillar: 'worth' },
        { ...criterion, id: 'bugs', curve: { kind: 'table', values: { Bug: 10 } } },
      ],
      bands: { immediate: 40, soon: 50 },
      effort: { k: 9 },
      wieghts: {},
    };
    expect(pathsOf(broken)).toEqual([
      'bands.soon',
      'criteria.0.weight',
      'criteria.1.id',
      'criteria.1.pillar',
      'criteria.2.curve',
      'effort.k',
      'pillars.1.id',
      'pillars.2',
      'wieghts',
    ]);
    for (const { problem, advice } of problemsOf(broken))
      expect([problem, advice].every((text) => text.length > 5)).toBe(true);
  });

  const withCurve = (curve: unknown, signal: unknown = criterion.signal, absence = 'unknown') => ({
    pillars,
    criteria: [{ ...criterion, curve, signal, absence }],
    lanes: [{ lane: 'unsorted', any: [{ kind: 'followUp' }] }],
  });

  it.each([
    [
      'a criterion of a pillar that is not there',
      { pillars: [{ id: 'other', label: 'Other' }], criteria: [criterion] },
      'criteria.0.pillar',
    ],
    [
      'steps that fall although declared rising',
      withCurve({
        kind: 'steps',
        steps: [
          { from: 1, points: 50 },
          { from: 2, points: 40 },
        ],
      }),
      'criteria.0.curve.steps.1.points',
    ],
    [
      'steps out of order',
      withCurve({
        kind: 'steps',
        steps: [
          { from: 5, points: 10 },
          { from: 2, points: 40 },
        ],
      }),
      'criteria.0.curve.steps.1.from',
    ],
    [
      'a linear curve without length',
      withCurve({ kind: 'linear', from: { x: 5, points: 0 }, to: { x: 5, points: 9 } }),
      'criteria.0.curve.to.x',
    ],
    [
      'a linear curve that falls although declared rising',
      withCurve({ kind: 'linear', from: { x: 0, points: 9 }, to: { x: 5, points: 0 } }),
      'criteria.0.curve.to.points',
    ],
    ['a table under a number', withCurve({ kind: 'table', values: { a: 1 } }), 'criteria.0.curve'],
    [
      'a number curve under a priority',
      withCurve({ kind: 'saturating', half: 1 }, { kind: 'priority' }),
      'criteria.0.curve',
    ],
    [
      'a date ramp under a number',
      withCurve({ kind: 'dateRamp', full: 0, none: 9 }),
      'criteria.0.curve',
    ],
    [
      'a date ramp that ends before it starts',
      withCurve({ kind: 'dateRamp', full: 9, none: 9 }, { kind: 'date', fields: ['Start'] }),
      'criteria.0.curve',
    ],
    [
      'an empty table',
      withCurve({ kind: 'table', values: {} }, { kind: 'priority' }),
      'criteria.0.curve.values',
    ],
    [
      'a name given twice in other letters',
      withCurve({ kind: 'table', values: { High: 1, ' high': 2 } }, { kind: 'priority' }),
      'criteria.0.curve.values. high',
    ],
    [
      'demand that lowers the score',
      withCurve(
        {
          kind: 'linear',
          direction: 'falling',
          from: { x: 0, points: 9 },
          to: { x: 5, points: 0 },
        },
        { kind: 'demand' },
        'zero',
      ),
      'criteria.0.curve.direction',
    ],
    [
      'incidents that can be unknown',
      withCurve({ kind: 'saturating', half: 1 }, { kind: 'incidents' }),
      'criteria.0.absence',
    ],
    ['a default effort beyond the largest', { effort: { default: 50 } }, 'effort.default'],
    ['an effort range upside down', { effort: { min: 3, max: 2, default: 2 } }, 'effort.min'],
    [
      'a due ramp that ends before it starts',
      { urgency: { due: { full: 9, none: 3, top: 1 } } },
      'urgency.due',
    ],
    [
      'a milder severity that weighs more',
      { urgency: { severity: { 1: 0.5, 2: 0.7, 3: 0, 4: 0, 5: 0 } } },
      'urgency.severity.2',
    ],
    [
      'a customer of a segment that is not there',
      { customers: { members: { Acme: 'vip' } } },
      'customers.members.Acme',
    ],
    [
      'a weight finer than thousandths',
      {
        pillars,
        criteria: [{ ...criterion, weight: 0.00015 }],
        lanes: defaultRubric.lanes.slice(0, 1),
      },
      'criteria.0.weight',
    ],
    [
      'a signal that nobody knows',
      {
        pillars,
        criteria: [{ ...criterion, signal: { kind: 'mood' } }],
        lanes: defaultRubric.lanes.slice(0, 1),
      },
      'criteria.0.signal.kind',
    ],
  ])('name the place of %s', (_, document, path) => {
    expect(pathsOf(document)).toContain(path);
  });
});
