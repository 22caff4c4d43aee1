import fc from 'fast-check';
import { moscowPlan, type Planned } from '../../../src/core/moscow/moscow';
import { bandOf } from '../../../src/core/lanes/band';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { runs } from '../arbitrary/runs';
import { empty, value } from '../builders/signals-of';

const issue = (
  key: string,
  score: number | null,
  effort = 1,
  readings: Planned['readings'] = {},
): Planned => ({
  key,
  score,
  band: score === null ? null : bandOf(score, defaultRubric),
  effort,
  readings,
});
const withMoscow = (moscow: Partial<Rubric['moscow']>): Rubric => ({
  ...defaultRubric,
  moscow: { ...defaultRubric.moscow, ...moscow },
});
const placesIn = (issues: readonly Planned[], rubric = defaultRubric) =>
  Object.fromEntries(moscowPlan(issues, rubric).placed.map(({ key, moscow }) => [key, moscow]));

describe('MoSCoW from bands', () => {
  it("is Must, Should, Could and Won't by the attention that the score asks for", () => {
    const { placed, unplaced } = moscowPlan(
      [issue('D', 10), issue('A', 90), issue('C', 30), issue('B', 50), issue('E', null)],
      defaultRubric,
    );
    expect(placed.map(({ key, moscow, because }) => [key, moscow, because])).toEqual([
      ['A', 'must', 'its score says immediate'],
      ['B', 'should', 'its score says soon'],
      ['C', 'could', 'its score says can wait'],
      ['D', 'wont', 'its score says consider declining'],
    ]);
    expect(unplaced).toEqual([{ key: 'E', why: 'it has no score' }]);
  });

  it('lets what no longer fits wait, lowest first, but a smaller one may still fit', () => {
    const { placed } = moscowPlan(
      [issue('A', 60, 4), issue('B', 55, 5), issue('C', 30, 2)],
      withMoscow({ capacity: 6 }),
    );
    expect(placed).toEqual([
      { key: 'A', moscow: 'should', because: 'its score says soon' },
      {
        key: 'B',
        moscow: 'wont',
        because: 'its score says soon; not this time: 4 of 6 points are taken',
      },
      { key: 'C', moscow: 'could', because: 'its score says can wait' },
    ]);
  });

  it('never lets a Must wait silently: the check says by how much they are over, and which are the lowest', () => {
    const { placed, check } = moscowPlan(
      [issue('A', 95, 3), issue('B', 80, 2), issue('C', 75, 2), issue('D', 50, 3)],
      withMoscow({ capacity: 10 }),
    );
    expect(placed.filter(({ moscow }) => moscow === 'must').map(({ key }) => key)).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(check).toEqual({
      within: false,
      mustEffort: 7,
      share: 0.7,
      limit: 6,
      over: ['C'],
      text: 'Musts take 7 of 10 points, 70 %; more than the 60 % that leave room for surprises',
    });
  });

  it('checks the share of all that is planned where the rubric knows no capacity', () => {
    expect(
      moscowPlan([issue('A', 95, 6), issue('B', 50, 4), issue('C', 5, 90)], defaultRubric).check,
    ).toMatchObject({ within: true, share: 0.6, over: [] });
    expect(moscowPlan([issue('A', 95, 6.1), issue('B', 50, 4)], defaultRubric).check).toMatchObject(
      { within: false, over: ['A'] },
    );
  });

  it.each([
    [
      6.1,
      4,
      'Musts take 6.1 of 10.1 points, 60.4 %; more than the 60 % that leave room for surprises',
    ],
    [
      60.01,
      40,
      'Musts take 60 of 100 points, 60.1 %; more than the 60 % that leave room for surprises',
    ],
    [5.96, 4, 'Musts take 6 of 10 points, 59.8 %; at most the 60 % that leave room for surprises'],
    [7, 3, 'Musts take 7 of 10 points, 70 %; more than the 60 % that leave room for surprises'],
  ])('says a share in words that agree: %d and %d', (must, should, text) => {
    expect(
      moscowPlan([issue('A', 95, must), issue('B', 50, should)], defaultRubric).check.text,
    ).toBe(text);
  });

  it('says a limit of half a per cent as it is', () => {
    expect(moscowPlan([issue('A', 95, 6)], withMoscow({ mustShare: 0.625 })).check.text).toContain(
      'more than the 62.5 % that',
    );
  });

  it('has nothing to check while nothing is planned', () => {
    expect(moscowPlan([], defaultRubric)).toEqual({
      placed: [],
      unplaced: [],
      check: {
        within: true,
        mustEffort: 0,
        share: 0,
        limit: 0,
        over: [],
        text: 'Musts take 0 of 0 points, 0 %; at most the 60 % that leave room for surprises',
      },
    });
  });

  it('fits its capacity but for Musts, and does not depend on the order of issues', () => {
    const many = fc.uniqueArray(
      fc.record({
        key: fc.nat(50).map((n) => `P-${n}`),
        score: fc.integer({ min: 0, max: 100 }),
        effort: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 20, selector: ({ key }) => key },
    );
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 100 }), (given, capacity) => {
        const issues = given.map(({ key, score, effort }) => issue(key, score, effort));
        const rubric = withMoscow({ capacity });
        const effort = new Map(given.map((one) => [one.key, one.effort]));
        const plan = moscowPlan(issues, rubric);
        const sum = (which: readonly string[]): number =>
          plan.placed.reduce(
            (all, { key, moscow }) => (which.includes(moscow) ? all + (effort.get(key) ?? 0) : all),
            0,
          );
        expect(sum(['must', 'should', 'could'])).toBeLessThanOrEqual(
          Math.max(capacity, sum(['must'])),
        );
        expect(plan.check.within).toBe(sum(['must']) <= capacity * 0.6 + 1e-9);
        expect(moscowPlan(issues.toReversed(), rubric)).toEqual(plan);
      }),
      runs,
    );
  });
});

describe('MoSCoW from a field', () => {
  const names = {
    must: ['Must have'],
    should: ['Should have'],
    could: ['Could have'],
    wont: ["Won't have"],
  };
  const rubric = withMoscow({ source: { from: 'field', fields: ['MoSCoW'], names }, capacity: 2 });
  const said = (key: string, reading: Planned['readings'][string]) =>
    issue(key, 50, 1, { 'option:moscow': reading });

  it('is what the field says, however full the plan is', () => {
    expect(
      placesIn(
        [
          said('A', value('must HAVE')),
          said('B', value('Should have')),
          said('C', value('Could have')),
          said('D', value("Won't have")),
        ],
        rubric,
      ),
    ).toEqual({ A: 'must', B: 'should', C: 'could', D: 'wont' });
  });

  it('places nobody of whom it says nothing, and says so', () => {
    expect(
      moscowPlan(
        [
          said('A', empty),
          said('B', value('Perhaps')),
          issue('C', 90),
          said('D', { state: 'unknown', why: '"MoSCoW" holds text' }),
        ],
        rubric,
      ).unplaced,
    ).toEqual([
      { key: 'A', why: '"MoSCoW" is empty' },
      { key: 'B', why: '"MoSCoW" says Perhaps, which the rubric maps to nothing' },
      { key: 'C', why: '"MoSCoW" is not there' },
      { key: 'D', why: '"MoSCoW" holds text' },
    ]);
  });

  it('is asked for with the rest of the issue', () => {
    const parsed = parseRubric({
      moscow: { source: { from: 'field', fields: ['MoSCoW'], names } },
    });
    expect(parsed).toMatchObject({
      ok: true,
      rubric: { moscow: { mustShare: 0.6, capacity: null, source: { fields: ['MoSCoW'] } } },
    });
  });
});
