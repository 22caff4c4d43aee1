import fc from 'fast-check';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { runs } from '../arbitrary/runs';
import { cardOfValues } from '../builders/values-of';

const rubricOf = (document: Readonly<Record<string, unknown>>): Rubric => {
  const parsed = parseRubric({ preset: 'weighted', ...document });
  if (!parsed.ok)
    throw new Error(parsed.problems.map(({ path, problem }) => `${path}: ${problem}`).join('\n'));
  return parsed.rubric;
};
const outOfFive = { method: { scale: { from: 1, to: 5 } } };

describe('a scale that the document names', () => {
  it.each([
    ['the ids of the preset', 'value', 'reach', 'ease'],
    ['ids of its own', 'worth', 'fans', 'speed'],
  ])('is what every criterion is rated on, by %s', (_, first, second, third) => {
    const rubric = rubricOf({
      ...outOfFive,
      criteria: { [first]: 0.4, [second]: 0.3, [third]: 0.3 },
    });
    // 0.4 · 4 + 0.3 · 3 + 0.3 · 5 = 4, three quarters of the way from 1 to 5
    expect(cardOfValues(rubric, { [first]: 4, [second]: 3, [third]: 5 })).toMatchObject({
      raw: 4,
      score: 75,
    });
  });

  it('is that of the preset’s own criteria, where the document brings none', () => {
    const rubric = rubricOf({ method: { scale: { from: 0, to: 100 } } });
    // 0.4 · 80 + 0.25 · 60 + 0.2 · 50 + 0.15 · 70 = 67.5
    expect(cardOfValues(rubric, { value: 80, reach: 60, fit: 50, ease: 70 })).toMatchObject({
      raw: 67.5,
      score: 67.5,
    });
  });

  it('leaves a criterion the curve that the document gives it', () => {
    const curve = { kind: 'linear', from: { x: 0, points: 0 }, to: { x: 20, points: 100 } };
    const rubric = rubricOf({ ...outOfFive, criteria: [{ id: 'value', curve }, { id: 'ease' }] });
    expect(rubric.criteria.map((one) => one.curve)).toMatchObject([
      curve,
      { from: { x: 1 }, to: { x: 5 } },
    ]);
  });

  it('is reported once where half of it is missing, and not at each criterion', () => {
    const parsed = parseRubric({ preset: 'weighted', method: { scale: { to: 5 } } });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['method.scale.from']);
  });

  it('gives the weighted mean of the ratings for its raw number, whatever it is and whatever the criteria are called', () => {
    const ids = fc.uniqueArray(
      fc.constantFrom('value', 'reach', 'fit', 'ease', 'a', 'effort', 'quality'),
      { minLength: 1, maxLength: 5 },
    );
    const rated = ids.chain((names) =>
      fc.record({
        scale: fc
          .tuple(fc.integer({ min: -10, max: 10 }), fc.integer({ min: 1, max: 100 }))
          .map(([from, size]) => ({ from, to: from + size })),
        criteria: fc.tuple(
          ...names.map((id) =>
            fc.record({
              id: fc.constant(id),
              weight: fc.integer({ min: 1, max: 100 }),
              share: fc.integer({ min: 0, max: 20 }),
            }),
          ),
        ),
      }),
    );
    fc.assert(
      fc.property(rated, ({ scale, criteria }) => {
        const ratings = criteria.map(({ id, weight, share }) => ({
          id,
          weight,
          rating: scale.from + ((scale.to - scale.from) * share) / 20,
        }));
        const rubric = rubricOf({
          method: { scale },
          effort: { k: 0 },
          criteria: Object.fromEntries(ratings.map(({ id, weight }) => [id, weight])),
        });
        const card = cardOfValues(
          rubric,
          Object.fromEntries(ratings.map(({ id, rating }) => [id, rating])),
        );
        const mean =
          ratings.reduce((sum, { weight, rating }) => sum + weight * rating, 0) /
          ratings.reduce((sum, { weight }) => sum + weight, 0);
        expect(card.raw).toBeCloseTo(mean, 6);
        expect(
          Math.abs((card.score ?? -1) - (100 * (mean - scale.from)) / (scale.to - scale.from)),
        ).toBeLessThan(0.11);
      }),
      runs,
    );
  });
});
