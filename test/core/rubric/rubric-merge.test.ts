import fc from 'fast-check';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { mergeRubrics } from '../../../src/core/rubric/document/merge';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import { rubricDifference } from '../../../src/core/rubric/document/difference';
import type { Rubric } from '../../../src/core/rubric/schema/schema';

type Plain = Readonly<Record<string, unknown>>;
type Edit = (document: Record<string, unknown>) => void;

const base = structuredClone(defaultRubric) as unknown as Plain;
const after = (...edits: readonly Edit[]): Plain => {
  const document = structuredClone(base) as Record<string, unknown>;
  for (const edit of edits) edit(document);
  return document;
};

/** Paths of all numbers, texts and truths that are no names of anything. */
function leaves(
  value: unknown,
  path: readonly (string | number)[] = [],
): (readonly (string | number)[])[] {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'object')
      ? value.flatMap((one, at) => leaves(one, [...path, at]))
      : [];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]));
  return ['id', 'kind', 'schema', 'version', 'lane', 'horizon', 'from'].includes(
    String(path.at(-1)),
  )
    ? []
    : [path];
}
/** Items without a name, such as curve steps, are one place. */
const places = leaves(base).filter((path) =>
  path.every(
    (step, at) =>
      typeof step === 'string' ||
      ['criteria', 'pillars', 'checklist', 'lanes', 'horizons'].includes(String(path[at - 1])),
  ),
);

const setAt =
  (path: readonly (string | number)[], mark: string): Edit =>
  (document) => {
    let at = document as Record<string | number, unknown>;
    for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
    const last = path.at(-1) ?? '';
    at[last] = `${mark} instead of ${String(at[last])}`;
  };
const somePlaces = fc
  .uniqueArray(fc.integer({ min: 0, max: places.length - 1 }), { minLength: 0, maxLength: 12 })
  .map((all) => all.map((n) => places[n] ?? []));

describe('merging two rubrics that were made from one', () => {
  it('keeps every change that only one side made', () => {
    fc.assert(
      fc.property(somePlaces, fc.integer({ min: 0, max: 12 }), (all, cut) => {
        const [mine, theirs] = [
          all.slice(0, cut).map((path) => setAt(path, 'mine')),
          all.slice(cut).map((path) => setAt(path, 'theirs')),
        ];
        const { document, conflicts } = mergeRubrics({
          base,
          mine: after(...mine),
          theirs: after(...theirs),
        });
        expect(conflicts).toEqual([]);
        expect(document).toEqual(after(...mine, ...theirs));
      }),
    );
  });

  it('lists what both changed, with both values, and keeps mine until theirs is chosen', () => {
    fc.assert(
      fc.property(somePlaces, somePlaces, (both, only) => {
        const mine = after(...both.map((path) => setAt(path, 'mine')));
        const theirs = after(
          ...both.map((path) => setAt(path, 'theirs')),
          ...only.filter((path) => !both.includes(path)).map((path) => setAt(path, 'theirs')),
        );
        const { document, conflicts } = mergeRubrics({ base, mine, theirs });
        expect(conflicts).toHaveLength(both.length);
        for (const { mine: my, theirs: their } of conflicts) {
          expect(JSON.stringify(my)).toContain('mine instead');
          expect(JSON.stringify(their)).toContain('theirs instead');
        }
        const settled = mergeRubrics(
          { base, mine, theirs },
          Object.fromEntries(conflicts.map(({ path }) => [path, 'theirs' as const])),
        );
        expect(settled).toEqual({ document: theirs, conflicts: [] });
        expect(
          mergeRubrics(
            { base, mine, theirs },
            Object.fromEntries(conflicts.map(({ path }) => [path, 'mine' as const])),
          ),
        ).toEqual({ document, conflicts: [] });
      }),
    );
  });

  it('is each side itself when the other did nothing, or the same', () => {
    fc.assert(
      fc.property(somePlaces, (all) => {
        const changed = after(...all.map((path) => setAt(path, 'new')));
        for (const [mine, theirs] of [
          [changed, base],
          [base, changed],
          [changed, changed],
        ] as const)
          expect(mergeRubrics({ base, mine, theirs })).toEqual({
            document: changed,
            conflicts: [],
          });
      }),
    );
  });

  it('takes in a criterion of theirs beside a weight of mine, each where it belongs', () => {
    const rubric: Rubric = defaultRubric;
    const fresh = { ...rubric.criteria[0], id: 'reach', label: 'Reach' };
    const mine = {
      ...rubric,
      criteria: rubric.criteria.map((one, at) => (at === 1 ? { ...one, weight: 1.5 } : one)),
    };
    const theirs = {
      ...rubric,
      criteria: [rubric.criteria[0], fresh, ...rubric.criteria.slice(1)],
    };
    const { document, conflicts } = mergeRubrics({ base: rubric, mine, theirs });
    expect(conflicts).toEqual([]);
    const parsed = parseRubric(document);
    expect(
      parsed.ok && parsed.rubric.criteria.slice(0, 3).map(({ id, weight }) => [id, weight]),
    ).toEqual([
      [rubric.criteria[0]?.id, rubric.criteria[0]?.weight],
      ['reach', fresh.weight],
      [rubric.criteria[1]?.id, 1.5],
    ]);
    expect(
      parsed.ok &&
        rubricDifference(rubric, parsed.rubric).filter(({ follows }) => follows !== true),
    ).toHaveLength(2);
  });

  it('keeps what one took away away, unless the other changed it', () => {
    const rubric: Rubric = defaultRubric;
    const [first, ...rest] = rubric.criteria;
    const gone = { ...rubric, criteria: rest };
    expect(mergeRubrics({ base: rubric, mine: rubric, theirs: gone }).document['criteria']).toEqual(
      rest,
    );
    const changed = { ...rubric, criteria: [{ ...first, weight: 77 }, ...rest] };
    const { document, conflicts } = mergeRubrics({ base: rubric, mine: changed, theirs: gone });
    expect(conflicts.map(({ path, place, theirs }) => [path, place, theirs])).toEqual([
      [`criteria.${first?.id}`, `Criterion “${first?.label}”`, undefined],
    ]);
    expect(document['criteria']).toEqual(changed.criteria);
  });

  it('lets lists of names grow on both sides, and asks only when both put an order otherwise', () => {
    const holidays = (...days: readonly string[]): Plain => ({
      ...base,
      calendar: { holidays: days },
    });
    const merged = mergeRubrics({
      base: holidays('2026-12-25', '2026-12-26'),
      mine: holidays('2026-12-25', '2026-12-26', '2027-01-01'),
      theirs: holidays('2026-12-26', '2027-05-01'),
    });
    expect(merged.document['calendar']).toEqual({
      holidays: ['2026-12-26', '2027-01-01', '2027-05-01'],
    });
    const ordered = (...ids: readonly string[]): Plain => ({
      pillars: ids.map((id) => ({ id, label: id })),
    });
    expect(
      mergeRubrics({
        base: ordered('a', 'b', 'c'),
        mine: ordered('a', 'b', 'c'),
        theirs: ordered('c', 'a', 'b'),
      }).document,
    ).toEqual(ordered('c', 'a', 'b'));
    const both = mergeRubrics({
      base: ordered('a', 'b', 'c'),
      mine: ordered('b', 'a', 'c'),
      theirs: ordered('c', 'a', 'b'),
    });
    expect([both.document, both.conflicts.map(({ path }) => path)]).toEqual([
      ordered('b', 'a', 'c'),
      ['pillars order'],
    ]);
    expect(
      mergeRubrics(
        {
          base: ordered('a', 'b', 'c'),
          mine: ordered('b', 'a', 'c'),
          theirs: ordered('c', 'a', 'b'),
        },
        { 'pillars order': 'theirs' },
      ).document,
    ).toEqual(ordered('c', 'a', 'b'));
  });
});
