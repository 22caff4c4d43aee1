import { parseRubric } from '../../../src/core/rubric/document/parse';
import { presets } from '../../../src/core/rubric/presets/presets';
import {
  fits,
  fitted,
  placesOf,
  withoutPlace,
  withPlaceAdded,
  withPlaceRenamed,
  withResultRenamed,
} from '../../../static/ui/src/surfaces/settings/editor/method/matrix-sides';

const matrix = presets['impact-urgency'];
const problemsOf = (document: unknown) => {
  const parsed = parseRubric(document);
  return parsed.ok ? [] : parsed.problems;
};
const cellsOf = (document: unknown) =>
  (document as { readonly method: { readonly cells: readonly (readonly string[])[] } }).method
    .cells;

describe('the table of two criteria', () => {
  it('is called at its places as the options in Jira are', () => {
    expect(placesOf(matrix, 'columns')).toEqual([
      ['Lowest'],
      ['Low'],
      ['Medium'],
      ['High'],
      ['Critical'],
    ]);
    expect(placesOf(matrix, 'rows')[0]).toEqual(['Minor', 'Minor / Localized']);
  });

  it.each(['rows', 'columns'] as const)(
    'takes one more of the %s, and gives one up, without a problem',
    (side) => {
      const longer = withPlaceAdded(matrix, side);
      expect(problemsOf(longer)).toEqual([]);
      expect(placesOf(longer, side)).toHaveLength(placesOf(matrix, side).length + 1);
      expect(fits(longer, side)).toBe(true);
      const back = withoutPlace(longer, side, placesOf(matrix, side).length);
      expect(problemsOf(back)).toEqual([]);
      expect([placesOf(back, side), cellsOf(back)]).toEqual([
        placesOf(matrix, side),
        cellsOf(matrix),
      ]);
      const shorter = withoutPlace(matrix, side, 0);
      expect(problemsOf(shorter)).toEqual([]);
      expect(placesOf(shorter, side)).toEqual(placesOf(matrix, side).slice(1));
    },
  );

  it('is renamed at a place, whose other names stay, unless another is called so', () => {
    const renamed = withPlaceRenamed(matrix, 'rows', 0, 'Tiny');
    expect(renamed !== null && placesOf(renamed, 'rows')[0]).toEqual(['Tiny', 'Minor / Localized']);
    expect(problemsOf(renamed)).toEqual([]);
    expect(withPlaceRenamed(matrix, 'rows', 0, 'moderate')).toBeNull();
    expect(withPlaceRenamed(matrix, 'rows', 0, 'MINOR')).not.toBeNull();
  });

  it('renames a result in its cells as well', () => {
    const renamed = withResultRenamed(matrix, 4, 'Urgent');
    expect(problemsOf(renamed)).toEqual([]);
    expect(cellsOf(renamed).flat()).not.toContain('Highest');
  });

  it('fits a criterion to a side, by the options that it gave points to', () => {
    const table = {
      kind: 'table',
      values: { Severe: 100, Small: 10, Medium: 50, Large: 70 },
      blank: [],
    };
    const other = {
      ...matrix,
      criteria: matrix.criteria.map((one) =>
        one.id === 'impact' ? { ...one, curve: table } : one,
      ),
    };
    expect(fits(other, 'rows')).toBe(false);
    const mended = fitted(other, 'rows');
    expect([fits(mended, 'rows'), placesOf(mended, 'rows'), problemsOf(mended)]).toEqual([
      true,
      [['Small'], ['Medium'], ['Large'], ['Severe']],
      [],
    ]);
  });
});
