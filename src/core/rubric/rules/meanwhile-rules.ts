import { Curve, compileCurve } from '../../curves/curve';
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
  const read = Curve.safeParse(curve);
  if (!read.success) return [];
  const { low, high } = compileCurve(read.data);
  return assumed * 10 >= low && assumed * 10 <= high
    ? []
    : [
        {
          path: `${path}.assumed`,
          problem: `${assumed} points are outside what the curve gives`,
          advice: `choose from ${low / 10} to ${high / 10}`,
        },
      ];
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
