import { parseRubric } from '../../../src/core/rubric/document/parse';
import { presets } from '../../../src/core/rubric/presets/presets';

type Given = Readonly<Record<string, unknown>>;

const problemsOf = (document: unknown) => {
  const parsed = parseRubric(document);
  return parsed.ok ? [] : parsed.problems;
};

const number = (id: string, curve: Given = {}, more: Given = {}) => ({
  id,
  pillar: 'value',
  label: id,
  signal: { kind: 'number', fields: [id] },
  weight: 1,
  absence: 'unknown',
  curve: { kind: 'amount', ...curve },
  ...more,
});
const incidents = (curve: Given = { kind: 'saturating', half: 2 }) => ({
  ...number('incidents'),
  signal: { kind: 'incidents' },
  absence: 'zero',
  curve,
});

const custom = (expression: string, criteria: readonly Given[], more: Given = {}) => ({
  preset: 'rice',
  name: 'Ours',
  criteria,
  method: { kind: 'formula', measure: 'Ours', expression, scale: { kind: 'log', full: 100 } },
  ...more,
});

describe('a custom formula', () => {
  it.each([
    [
      '(gain + 2 * fame) / (cost + 1)',
      [number('gain'), number('fame'), number('cost', { direction: 'falling' })],
    ],
    ['gain / cost', [number('gain'), number('cost', { direction: 'falling', positive: true })]],
    [
      'max(0, gain - cost)',
      [number('gain', { max: 10 }), number('cost', { direction: 'falling' })],
    ],
    [
      'clamp(gain * (2 - risk / 100), 0, 50)',
      [
        number('gain'),
        {
          ...number('risk'),
          signal: { kind: 'option', fields: ['Risk'] },
          curve: { kind: 'table', values: { High: 80, Low: 10 } },
        },
      ],
    ],
    ['incidents + gain', [incidents(), number('gain')]],
    ['gain * (gain - 3)', [number('gain', { direction: 'free' })]],
    ...[
      'gain / (cost / 2)',
      'gain / (0.5 * cost)',
      'gain / (cost * cost)',
      'gain / cost ** 2',
      'gain / (cost * cost ** 3 / 1000)',
      'gain - ln(cost / 2)',
      'gain - log10(cost * 0.001)',
      'gain * (cost * cost) ** -0.5',
    ].map((expression): [string, readonly Given[]] => [
      expression,
      [number('gain', { min: 0 }), number('cost', { direction: 'falling', positive: true })],
    ]),
    [
      'gain / (cost * weeks)',
      [
        number('gain'),
        number('cost', { direction: 'falling', positive: true }),
        number('weeks', { direction: 'falling', positive: true }),
      ],
    ],
    [
      '100 - days',
      [{ ...number('days', { min: -1000 }), signal: { kind: 'date', fields: ['Start'] } }],
    ],
  ])('is accepted: %s', (expression, criteria) => {
    expect(problemsOf(custom(expression, criteria))).toEqual([]);
  });

  it.each<[string, string, readonly Given[], string, string]>([
    [
      'a name that no criterion has',
      'gian * 2',
      [number('gain')],
      'method.expression',
      'no criterion is called "gian"',
    ],
    [
      'a criterion that it does not use',
      'gain',
      [number('gain'), number('cost')],
      'criteria.1.id',
      'the formula does not use "cost"',
    ],
    [
      'a division that can be by zero',
      'gain / cost',
      [number('gain'), number('cost', { direction: 'falling' })],
      'method.expression',
      'it can divide by zero',
    ],
    [
      'text that is no arithmetic',
      'gain *',
      [number('gain')],
      'method.expression',
      'it cannot be read: expected expression after * at character 6',
    ],
    [
      'gain that would lower the score',
      '10 - gain',
      [number('gain')],
      'method.expression',
      'more gain could lower the score',
    ],
    [
      'cost that would raise the score',
      'gain + cost',
      [number('gain'), number('cost', { direction: 'falling' })],
      'method.expression',
      'more cost could raise the score',
    ],
    [
      'gain that both raises and lowers',
      'gain * (gain - 3)',
      [number('gain')],
      'method.expression',
      'more gain could lower the score',
    ],
    [
      'evidence that would lower the score',
      '100 - incidents',
      [incidents()],
      'method.expression',
      'more incidents could lower the score',
    ],
    [
      'evidence that lowers although declared free',
      '100 - incidents',
      [incidents({ kind: 'amount', direction: 'free' })],
      'criteria.0.curve.direction',
      'more incidents would lower the score',
    ],
    [
      'a date that says more the further it is',
      'days',
      [{ ...number('days', { min: -1000 }), signal: { kind: 'date', fields: ['Start'] } }],
      'method.expression',
      'more days could raise the score',
    ],
    [
      'an id with a dash',
      'gain',
      [number('gain'), number('work-type')],
      'criteria.1.id',
      'a formula cannot name "work-type": it reads the dash as a minus',
    ],
    [
      'a criterion that a site may not have',
      'gain',
      [number('gain', {}, { ifSiteHas: true })],
      'criteria.0.ifSiteHas',
      'a formula cannot leave a criterion out',
    ],
    [
      'an amount without room',
      'gain',
      [number('gain', { min: 5, max: 5 })],
      'criteria.0.curve.max',
      '5 leaves no amount from 5 up',
    ],
    [
      'a blank below the least',
      'gain',
      [number('gain', { min: 1 }, { absence: 'zero' })],
      'criteria.0.absence',
      'a blank would be zero, which is less than this amount may be',
    ],
    [
      'options without amounts',
      'gain',
      [{ ...number('gain'), signal: { kind: 'option', fields: ['Gain'] } }],
      'criteria.0.curve',
      'the signal option gives names, which are no amounts',
    ],
    [
      'a named amount out of range',
      'gain',
      [
        {
          ...number('gain', { max: 3, names: { Massive: 4 } }),
          signal: { kind: 'option', fields: ['Gain'] },
        },
      ],
      'criteria.0.curve.names.Massive',
      '4 is outside what the amount may be',
    ],
    [
      'an assumption out of range',
      'gain',
      [number('gain', { max: 1, per: 100, assumed: 120 })],
      'criteria.0.curve.assumed',
      '120 is outside what the amount may be',
    ],
    [
      'an id that the rationale uses itself',
      'start',
      [number('start')],
      'criteria.0.id',
      '"start" is already the name of a line of the rationale',
    ],
  ])('is refused for %s', (_, expression, criteria, path, problem) => {
    expect(problemsOf(custom(expression, criteria))).toContainEqual(
      expect.objectContaining({ path, problem }),
    );
  });

  it.each([
    [
      'clamps what is always beyond',
      'clamp(gain, 200, 300)',
      [number('gain', { max: 100 })],
      '"gain" changes nothing in the formula',
    ],
    [
      'multiplies by nothing',
      '0 * gain + 5',
      [number('gain')],
      '"gain" changes nothing in the formula',
    ],
    [
      'raises to nothing',
      'cost + gain ** 0',
      [number('cost'), number('gain')],
      '"gain" changes nothing in the formula',
    ],
  ])(
    'is refused for a criterion that does not count: it %s',
    (_, expression, criteria, problem) => {
      expect(problemsOf(custom(expression, criteria))).toMatchObject([
        {
          path: `criteria.${criteria.length - 1}.id`,
          problem,
          advice: 'let it count, or remove the criterion',
        },
      ]);
    },
  );

  it.each<[string, readonly Given[], string, string]>([
    [
      'gain / (gain + 1)',
      [number('gain')],
      'it cannot be shown that more gain never lowers the score',
      'let it stand in the formula once (1 - 1 / (x + 1) is x / (x + 1)), or declare its curve "free"',
    ],
    [
      'cost - cost ** 2 / (cost + 1) - cost',
      [number('cost', { direction: 'falling' })],
      'it cannot be shown that more cost never raises the score',
      'let it stand in the formula once (1 - 1 / (x + 1) is x / (x + 1)), or declare its curve "free"',
    ],
    [
      'incidents / (incidents + 1)',
      [incidents()],
      'it cannot be shown that more incidents never lowers the score',
      'let it stand in the formula once (1 - 1 / (x + 1) is x / (x + 1))',
    ],
    [
      'gain * (gain - 3)',
      [number('gain')],
      'more gain could lower the score',
      'change the formula, or declare its curve "free"',
    ],
    [
      'cost * (3 - cost)',
      [number('cost', { direction: 'falling' })],
      'more cost could raise the score',
      'change the formula, or declare its curve "free"',
    ],
    [
      'gain * (fame - 40 + gain) / 9',
      [number('gain'), number('fame', { max: 50 })],
      'more gain could lower the score',
      'change the formula, or declare its curve "free"',
    ],
    [
      '10 - gain',
      [number('gain')],
      'more gain could lower the score',
      'change the formula, or declare its curve "falling"',
    ],
  ])('says only what is so of %s', (expression, criteria, problem, advice) => {
    expect(problemsOf(custom(expression, criteria))).toEqual([
      { path: 'method.expression', problem, advice },
    ]);
  });

  it('has all its problems reported at once, and none that only a misspelt name makes', () => {
    expect(
      problemsOf(custom('nope + gain / 0', [number('gain')])).map(({ problem }) => problem),
    ).toEqual(['no criterion is called "nope"', 'it can divide by zero']);
    expect(
      problemsOf(custom('gian / (gain + 1)', [number('gain', { max: 3, min: 3, assumed: 9 })])).map(
        ({ path }) => path,
      ),
    ).toEqual(['method.expression', 'criteria.0.curve.max'].toSorted());
  });

  it('has its own problems reported beside those of the rest', () => {
    const paths = problemsOf({
      ...custom('a / b + c', [number('a'), number('b', { direction: 'falling' })]),
      bands: { soon: 90 },
    }).map(({ path }) => path);
    expect(paths).toEqual(['bands.soon', 'method.expression', 'method.expression']);
  });

  it('takes ten criteria and no more', () => {
    const criteria = Array.from({ length: 11 }, (_, at) => number(`x${at}`));
    const sum = (count: number) =>
      criteria
        .slice(0, count)
        .map(({ id }) => id)
        .join(' + ');
    expect(problemsOf(custom(sum(10), criteria.slice(0, 10)))).toEqual([]);
    expect(problemsOf(custom(sum(11), criteria))).toMatchObject([
      { problem: 'a formula takes at most 10 criteria' },
    ]);
  });

  it('may call a criterion effort only where no other effort counts', () => {
    const criteria = [number('gain'), number('effort', { positive: true, direction: 'falling' })];
    expect(problemsOf(custom('gain / effort', criteria))).toEqual([]);
    expect(problemsOf(custom('gain / effort', criteria, { effort: { k: 0.2 } }))).toMatchObject([
      {
        path: 'criteria.1.id',
        advice: 'choose another id, or switch off effort beside the method: effort.k = 0',
      },
    ]);
  });

  it('needs a scale that runs', () => {
    const method = {
      kind: 'formula',
      measure: 'Ours',
      expression: 'gain',
      scale: { kind: 'linear', from: 10, to: 10 },
    };
    expect(problemsOf({ ...custom('gain', [number('gain')]), method })).toMatchObject([
      { path: 'method.scale' },
    ]);
  });
});

describe('amounts', () => {
  it('have all their problems reported at once', () => {
    const wrong = {
      ...number(
        'gain',
        { min: 1, max: 5, assumed: 9, names: { High: 7, Low: 0, Fair: 3 } },
        { absence: 'zero' },
      ),
      signal: { kind: 'option', fields: ['Gain'] },
    };
    expect(problemsOf(custom('gain', [wrong])).map(({ path }) => path)).toEqual([
      'criteria.0.absence',
      'criteria.0.curve.assumed',
      'criteria.0.curve.names.High',
      'criteria.0.curve.names.Low',
    ]);
    expect(
      problemsOf(
        custom('gain', [number('gain', { min: 5, max: 5, assumed: 9 }, { absence: 'zero' })]),
      ).map(({ path }) => path),
    ).toEqual(['criteria.0.absence', 'criteria.0.curve.max']);
    expect(
      problemsOf(
        custom('1 / gain', [number('gain', { max: 0, positive: true, direction: 'falling' })]),
      ).map(({ path }) => path),
    ).toContain('criteria.0.curve.max');
  });

  it('cannot be weighed', () => {
    expect(
      problemsOf({
        pillars: [{ id: 'value', label: 'Value' }],
        criteria: [number('gain')],
        lanes: presets.rice.lanes,
      }),
    ).toMatchObject([
      { path: 'criteria.0.curve', problem: 'an amount cannot be weighed by the method pillars' },
    ]);
  });
});

describe('a matrix', () => {
  const { method } = presets['impact-urgency'];
  const cells = method.kind === 'matrix' ? method.cells : [];
  const withCell = (row: number, column: number, name: string) => ({
    preset: 'impact-urgency',
    method: { ...method, cells: cells.with(row, (cells[row] ?? []).with(column, name)) },
  });

  it('is refused where more urgency comes to less, as in the example that Atlassian publishes', () => {
    expect(problemsOf(withCell(0, 2, 'Lowest'))).toEqual([
      {
        path: 'method.cells.0.2',
        problem: '"Lowest" is lower than the cell before it: more would lower the result',
        advice: 'use at least the result of the cells to the left and above',
      },
    ]);
  });

  it('is refused where more impact comes to less', () => {
    expect(problemsOf(withCell(2, 4, 'Medium'))).toMatchObject([{ path: 'method.cells.2.4' }]);
  });

  it('names its results, in rows of one length that fit its criteria', () => {
    expect(problemsOf(withCell(1, 1, 'Urgent'))).toMatchObject([
      { path: 'method.cells.1.1', problem: 'no result is called "Urgent"' },
    ]);
    expect(
      problemsOf({
        preset: 'impact-urgency',
        method: { ...method, cells: cells.with(0, ['Lowest']) },
      }),
    ).toMatchObject([{ path: 'method.cells.0' }]);
    expect(
      problemsOf({ preset: 'impact-urgency', method: { ...method, cells: cells.slice(1) } }),
    ).toMatchObject([{ path: 'criteria.0.curve', advice: 'use an amount with min 1 and max 3' }]);
    expect(
      problemsOf({ preset: 'impact-urgency', method: { ...method, rows: 'urgency' } })[0],
    ).toMatchObject({ path: 'method', advice: 'name both of them, and keep no others' });
  });
});
