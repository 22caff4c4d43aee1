import type { DraftRubric } from '../schema/draft';
import type { RubricProblem } from '../schema/problem';

type Matrix = NonNullable<DraftRubric['method']>;

function ofMatrix(
  rule: (matrix: Matrix, draft: DraftRubric) => readonly RubricProblem[],
): (draft: DraftRubric) => readonly RubricProblem[] {
  return (draft) => (draft.method?.kind === 'matrix' ? rule(draft.method, draft) : []);
}

const matrixReadsTwoCriteria = ofMatrix(({ rows, columns }, { criteria }) => {
  const ids = criteria.map((criterion) => criterion?.id);
  if (
    rows !== undefined &&
    columns !== undefined &&
    rows !== columns &&
    ids.length === 2 &&
    ids.includes(rows) &&
    ids.includes(columns)
  )
    return [];
  return [
    {
      path: 'method',
      problem: 'a matrix reads exactly two criteria, one for its rows and one for its columns',
      advice: 'name both of them, and keep no others',
    },
  ];
});

const matrixIsWhole = ofMatrix(({ rows, columns, cells }, { criteria }) => {
  const width = Math.max(0, ...cells.map((row) => row?.length ?? 0));
  const ragged = cells.flatMap((row, at) =>
    row === undefined || row.length === width
      ? []
      : [
          {
            path: `method.cells.${at}`,
            problem: `the row has ${row.length} cells and another has ${width}`,
            advice: 'give every row as many cells',
          },
        ],
  );
  return [
    ...ragged,
    ...placesFit(rows, cells.length, criteria),
    ...placesFit(columns, width, criteria),
  ];
});

/** Amounts are places: 1, 2, 3 … as many as the side is long. */
function placesFit(
  id: string | undefined,
  length: number,
  criteria: DraftRubric['criteria'],
): readonly RubricProblem[] {
  const at = criteria.findIndex((criterion) => criterion?.id === id);
  const curve = criteria[at]?.curve;
  if (
    at < 0 ||
    curve === undefined ||
    (curve.kind === 'amount' && curve.min === 1 && curve.max === length)
  )
    return [];
  return [
    {
      path: `criteria.${at}.curve`,
      problem: `its places do not fit a side of ${length} cells`,
      advice: `use an amount with min 1 and max ${length}`,
    },
  ];
}

const cellsNameResults = ofMatrix(({ cells, results }) => {
  const known = new Set(results.map((result) => result?.name));
  return cells.flatMap((row, at) =>
    (row ?? []).flatMap((cell, place) =>
      known.has(cell)
        ? []
        : [
            {
              path: `method.cells.${at}.${place}`,
              problem: `no result is called "${cell}"`,
              advice: `use one of ${[...known].join(', ')}`,
            },
          ],
    ),
  );
});

/** More impact or more urgency may never come to a lower result; published matrices get this wrong. */
const matrixNeverFalls = ofMatrix(({ cells, results }) => {
  const points = new Map(
    results.flatMap((result) =>
      result?.name === undefined ? [] : [[result.name, result.points ?? 0]],
    ),
  );
  const pointsAt = (row: number, column: number): number | undefined =>
    points.get(cells[row]?.[column] ?? '');
  return cells.flatMap((row, at) =>
    (row ?? []).flatMap((cell, place) => {
      const here = points.get(cell);
      const before = [pointsAt(at - 1, place), pointsAt(at, place - 1)].filter(
        (one) => one !== undefined,
      );
      return here === undefined || before.every((one) => here >= one)
        ? []
        : [
            {
              path: `method.cells.${at}.${place}`,
              problem: `"${cell}" is lower than the cell before it: more would lower the result`,
              advice: 'use at least the result of the cells to the left and above',
            },
          ];
    }),
  );
});

export const matrixRules = [
  matrixReadsTwoCriteria,
  matrixIsWhole,
  cellsNameResults,
  matrixNeverFalls,
];
