import type { DraftCriterion, DraftRubric } from '../schema/draft';
import type { RubricProblem } from '../schema/problem';

/** What is assumed while nothing is known is something that the answer may turn out to be: else learning it would leave the range. */
function assumedCanBe(path: string, { assumed, curve }: DraftCriterion): RubricProblem[] {
  if (assumed === undefined) return [];
  if (curve?.kind === 'amount')
    return [
      {
        path: `${path}.assumed`,
        problem: 'an amount has no points of its own',
        advice: 'state what to assume in curve.assumed, in the unit of the amount',
      },
    ];
  const [low, high] = endsOf(curve);
  return assumed >= low && assumed <= high
    ? []
    : [
        {
          path: `${path}.assumed`,
          problem: `${assumed} points are outside what the curve gives`,
          advice: `choose from ${low} to ${high}`,
        },
      ];
}

/** The least and the most points that a curve gives, as far as it can be made out. */
function endsOf(curve: DraftCriterion['curve']): readonly [number, number] {
  const points = pointsIn(curve).filter((one) => one !== undefined);
  return points.length === 0 ? [0, 100] : [Math.min(...points), Math.max(...points)];
}

function pointsIn(curve: DraftCriterion['curve']): readonly (number | undefined)[] {
  switch (curve?.kind) {
    case 'table':
      return [...Object.values(curve.values ?? {}), curve.otherwise];
    case 'steps':
      return [curve.below, ...curve.steps.map((step) => step?.points)];
    case 'linear':
      return [curve.from?.points, curve.to?.points];
    default:
      return [];
  }
}

function fadesInPoints(path: string, { fades, curve }: DraftCriterion): RubricProblem[] {
  return fades === true && curve?.kind === 'amount'
    ? [
        {
          path: `${path}.fades`,
          problem: 'an amount cannot fade: the formula reads it as it is',
          advice: 'use a curve that gives points, or false',
        },
      ]
    : [];
}

/** What counts while an input is unknown, or old. */
export const meanwhileRules = [assumedCanBe, fadesInPoints].map(
  (rule) =>
    ({ criteria }: DraftRubric): readonly RubricProblem[] =>
      criteria.flatMap((criterion, at) =>
        criterion === undefined ? [] : rule(`criteria.${at}`, criterion),
      ),
);
