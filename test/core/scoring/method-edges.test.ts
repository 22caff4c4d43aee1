import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Criterion, Rubric } from '../../../src/core/rubric/schema/schema';
import { formulaFunction, matrixFunction } from '../../../src/core/scoring/methods/value-function';
import { sharesOf } from '../../../src/core/scoring/methods/shares';
import { clean } from '../../../src/core/numbers/clean';
import { pointsOn } from '../../../src/core/scoring/methods/scale';
import { aNumber, aPlainRubric, signalsWith } from '../builders/plain-rubric';
import { readCardOf } from '../builders/described';
import { empty, signalsOf } from '../builders/signals-of';

const percent = { kind: 'linear', from: 0, to: 100 } as const;
const formula = (expression: string, criteria: readonly Criterion[], given: Partial<Rubric> = {}) =>
  aPlainRubric(criteria, {
    method: { kind: 'formula', measure: 'Ours', expression, scale: percent },
    ...given,
  });
const amount = (
  id: string,
  given: Partial<Extract<Criterion['curve'], { kind: 'amount' }>> = {},
  more: Partial<Criterion> = {},
) =>
  aNumber(id, {
    curve: {
      kind: 'amount',
      min: 0,
      positive: false,
      per: 1,
      blank: [],
      direction: 'rising',
      ...given,
    },
    ...more,
  });

describe('a formula', () => {
  it('reads the points of a curve as 0–100, and amounts as they are', () => {
    const rubric = formula('a + b', [aNumber('a'), amount('b')]);
    expect(readCardOf(signalsWith({ a: 40, b: 25 }), rubric)).toMatchObject({
      raw: 65,
      score: 65,
      low: 65,
      high: 65,
    });
    expect(readCardOf(signalsWith({ a: 40 }), rubric)).toMatchObject({
      raw: null,
      score: null,
      low: 40,
      high: 100,
      missing: [{ id: 'b', low: 40, high: 100 }],
    });
    expect(readCardOf(signalsWith({ b: 25 }), rubric)).toMatchObject({
      low: 25,
      high: 100,
      missing: [{ id: 'a', low: 25, high: 100 }],
    });
  });

  it('reckons with no number beyond the largest, and says so', () => {
    const card = readCardOf(
      signalsWith({ a: 1e308, b: 1e308 }),
      formula('a * b', [amount('a'), amount('b')]),
    );
    expect(card).toMatchObject({ raw: 1e30, score: 100, low: 100, high: 100 });
    expect(card.lines[0]).toMatchObject({
      value: 1e308,
      from: [{ text: 'field "a"' }, { text: 'held at 1000000000000000, the most that counts' }],
    });
  });

  it('that is none is no raw number, and 0 on any scale', () => {
    const { raw, points } = formulaFunction(
      { kind: 'formula', measure: 'Ours', expression: 'a - a', scale: percent },
      [amount('a')],
      [{ low: 0, high: 1 }],
    );
    expect([
      raw([Infinity]),
      points([Infinity]),
      pointsOn({ kind: 'log', full: 9 }, Number.NaN),
    ]).toEqual([null, 0, 0]);
  });

  it('measures its lines against inputs that change nothing, within what they may be', () => {
    const { neutral } = formulaFunction(
      { kind: 'formula', measure: 'Ours', expression: 'a * b * c + d', scale: percent },
      ['a', 'b', 'c', 'd'].map((id) => amount(id)),
      [
        { low: 0, high: 10 },
        { low: 3, high: 10 },
        { low: 0, high: 0.5 },
        { low: 0, high: 10 },
      ],
    );
    expect(neutral).toEqual([1, 3, 0.5, 0]);
  });

  it('that nobody checked is refused, with all that is wrong', () => {
    expect(() =>
      formulaFunction(
        { kind: 'formula', measure: 'Ours', expression: 'reach * foo(1)', scale: percent },
        [amount('a')],
        [],
      ),
    ).toThrow(
      'The formula reach * foo(1) was never checked: no criterion is called "reach", no function is called "foo"',
    );
  });

  it('cannot be told without a criterion that the site has no field for, and lies between what that could be', () => {
    const rubric = formula('a + b', [amount('a', { max: 20 }, { ifSiteHas: true }), aNumber('b')]);
    expect(readCardOf({ ...signalsWith({ b: 50 }), absent: ['number:a'] }, rubric)).toMatchObject({
      raw: null,
      score: null,
      low: 50,
      high: 70,
      missing: [],
    });
  });

  it('takes what an assumed input and a blank one leave', () => {
    const rubric = formula('a + b', [
      amount('a', { assumed: 30 }),
      amount('b', {}, { absence: 'zero' }),
    ]);
    const card = readCardOf(signalsWith({}, { 'number:a': empty, 'number:b': empty }), rubric);
    expect(card).toMatchObject({ raw: null, score: 30, low: 0, high: 100 });
    expect(
      card.lines.map(({ id, value, contribution, from }) => [id, value, contribution, from]),
    ).toEqual([
      ['a', 30, 30, [{ text: 'assumed 30: nobody filled it' }]],
      ['b', 0, 0, [{ text: 'field "b" is empty' }]],
    ]);
  });
});

describe('a matrix', () => {
  const matrix = {
    kind: 'matrix',
    measure: 'Ours',
    rows: 'r',
    columns: 'c',
    results: [
      { name: 'Low', points: 10 },
      { name: 'High', points: 90 },
      { name: 'Top', points: 100 },
    ],
    cells: [
      ['Low', 'High'],
      ['High', 'Top'],
      ['Top', 'Top'],
    ],
  } as const;
  const [row, column] = [amount('r', { min: 1, max: 3 }), amount('c', { min: 1, max: 2 })];

  it('has its cell by row and column, in whatever order the rubric names its criteria', () => {
    const byRow = matrixFunction({ ...matrix }, [row, column]);
    expect([byRow.raw([1, 1]), byRow.raw([1, 2]), byRow.raw([3, 1]), byRow.points([2, 1])]).toEqual(
      ['Low', 'High', 'Top', 90],
    );
    const byColumn = matrixFunction({ ...matrix }, [column, row]);
    expect([
      byColumn.raw([1, 1]),
      byColumn.raw([2, 1]),
      byColumn.raw([1, 3]),
      byColumn.points([1, 2]),
    ]).toEqual(['Low', 'High', 'Top', 90]);
  });

  it('lies between its corners, and its lines start from the first cell', () => {
    const { bounds, neutral } = matrixFunction({ ...matrix }, [row, column]);
    expect(
      bounds([
        { low: 1, high: 2 },
        { low: 1, high: 2 },
      ]),
    ).toEqual({ low: 10, high: 100 });
    expect(
      bounds([
        { low: 1, high: 1 },
        { low: 1, high: 2 },
      ]),
    ).toEqual({ low: 10, high: 90 });
    expect(neutral).toEqual([1, 1]);
    const card = readCardOf(
      signalsWith({ r: 2, c: 2 }),
      aPlainRubric([row, column], {
        method: {
          ...matrix,
          results: [...matrix.results],
          cells: matrix.cells.map((cells) => [...cells]),
        },
      }),
    );
    expect(card).toMatchObject({ raw: 'Top', score: 100 });
    // From 10: each alone makes it 90, and both 100. (80 + 10) / 2 for each
    expect(card.lines.map(({ id, contribution }) => [id, contribution])).toEqual([
      ['r', 45],
      ['c', 45],
      ['start', 10],
    ]);
  });

  it('takes a place between two for the lower one, and has nothing outside', () => {
    const { raw, points } = matrixFunction({ ...matrix }, [row, column]);
    expect([raw([2.9, 1]), raw([1, 1.5]), raw([4, 1]), points([4, 1]), points([1, 3])]).toEqual([
      'High',
      'Low',
      '',
      0,
      0,
    ]);
  });
});

describe('an input that cannot be read now', () => {
  const high = {
    kind: 'linear',
    direction: 'rising',
    from: { x: 0, points: 20 },
    to: { x: 100, points: 80 },
  } as const;
  const unreadable = { 'number:a': { state: 'unknown', why: 'it holds text' } } as const;

  it('may turn out to be blank, which means zero where the criterion says so', () => {
    const range = (absence: Criterion['absence']) => {
      const { low, high: most } = readCardOf(
        signalsWith({ b: 50 }, unreadable),
        aPlainRubric([aNumber('a', { curve: high, absence }), aNumber('b')]),
      );
      return [low, most];
    };
    expect([range('unknown'), range('zero')]).toEqual([
      [35, 65],
      [25, 65],
    ]);
  });

  it('is never less than its least as an amount', () => {
    const rubric = formula('a + b', [
      amount('a', { min: 10, max: 20 }, { absence: 'zero' }),
      aNumber('b'),
    ]);
    const { low, high: most } = readCardOf(signalsWith({ b: 50 }, unreadable), rubric);
    expect([low, most]).toEqual([60, 70]);
  });

  it('leaves nothing open that the rubric does not ask for', () => {
    const card = readCardOf(
      { ...signalsOf(), absent: ['number:a'] },
      aPlainRubric([aNumber('a', { ifSiteHas: true })]),
    );
    expect(card).toMatchObject({ score: null, low: 0, high: 100, lines: [], missing: [] });
  });
});

describe('weighted scoring', () => {
  const weighted = (criteria: readonly Criterion[]) =>
    aPlainRubric(criteria, {
      method: { kind: 'weighted', measure: 'Ours', scale: { from: 1, to: 5 } },
    });

  it('has no number while nothing is rated', () => {
    expect(readCardOf(signalsWith({}), weighted([aNumber('a')]))).toMatchObject({
      raw: null,
      score: null,
    });
  });

  it('has no number beyond the largest, and the score at its end', () => {
    expect(
      readCardOf(
        signalsWith({ a: 1e308 }),
        weighted([
          aNumber('a', {
            curve: {
              kind: 'linear',
              direction: 'rising',
              from: { x: 0, points: 0 },
              to: { x: 0.001, points: 100 },
            },
          }),
        ]),
      ),
    ).toMatchObject({ raw: null, score: 100 });
  });

  it('counts a blank that means zero as the least of the scale', () => {
    // (1 + (1 + 4 · 0.5)) / 2 = 2
    expect(
      readCardOf(
        signalsWith({ b: 50 }, { 'number:a': empty }),
        weighted([aNumber('a', { absence: 'zero' }), aNumber('b')]),
      ),
    ).toMatchObject({ raw: 2, score: 25 });
  });
});

describe('shares', () => {
  it('of one input are all that it adds', () => {
    expect(sharesOf(([x = 0]) => x * x, [5], [2])).toEqual({ start: 4, inputs: [21] });
  });

  it('of three inputs of a product are equal where they are', () => {
    // x·y·z from 1 to 8: each third of 7
    const { start, inputs } = sharesOf(([x = 0, y = 0, z = 0]) => x * y * z, [2, 2, 2], [1, 1, 1]);
    expect([start, ...inputs.map((share) => clean(share))]).toEqual([
      1,
      clean(7 / 3),
      clean(7 / 3),
      clean(7 / 3),
    ]);
    // x·y + z from 0 to 2·3 + 4: in half of the orders x comes before y.
    expect(
      sharesOf(([x = 0, y = 0, z = 0]) => x * y + z, [2, 3, 4], [0, 0, 0]).inputs.map((share) =>
        clean(share),
      ),
    ).toEqual([3, 3, 4]);
  });

  it('know no dust', () => {
    expect([clean(0.1 + 0.2), clean(1 / 3), clean(0)]).toEqual([0.3, 0.33333333333333, 0]);
  });
});

describe('the default rubric', () => {
  it('weighs by no formula', () => {
    expect(readCardOf(signalsOf(), defaultRubric)).not.toHaveProperty('raw');
  });
});
