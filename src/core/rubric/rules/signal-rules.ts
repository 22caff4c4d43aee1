import type { DraftCriterion, DraftRubric } from '../schema/draft';
import type { RubricProblem } from '../schema/problem';

type Rule = (draft: DraftRubric) => readonly RubricProblem[];

/** The nearer a date, the more it says: a curve over days until it must not reward distance. */
function nearerNeverLowers(path: string, { signal, curve }: DraftCriterion): RubricProblem[] {
  if (signal?.kind !== 'date' && signal?.kind !== 'sla') return [];
  const rises =
    curve?.kind === 'saturating' ||
    curve?.kind === 'log' ||
    ((curve?.kind === 'linear' || curve?.kind === 'steps') &&
      (curve.direction ?? 'rising') !== 'falling');
  return rises
    ? [
        {
          path: `${path}.curve`,
          problem: 'a nearer date would lower the score',
          advice: 'use a dateRamp, or a falling curve over the days until it',
        },
      ]
    : [];
}

function scaleHasLength(path: string, { signal }: DraftCriterion): RubricProblem[] {
  if (
    signal?.kind !== 'rating' ||
    signal.min === undefined ||
    signal.max === undefined ||
    signal.min < signal.max
  )
    return [];
  return [
    {
      path: `${path}.signal.max`,
      problem: `${signal.max} does not come after ${signal.min}`,
      advice: 'let `max` be the larger',
    },
  ];
}

const ofEach =
  (rule: (path: string, criterion: DraftCriterion) => RubricProblem[]): Rule =>
  ({ criteria }) =>
    criteria.flatMap((criterion, at) =>
      criterion === undefined ? [] : rule(`criteria.${at}`, criterion),
    );

export const signalRules: readonly Rule[] = [ofEach(nearerNeverLowers), ofEach(scaleHasLength)];
