import type { Curve } from '../../curves/curve';
import type { DraftCriterion, DraftRubric } from '../schema/draft';
import type { RubricProblem } from '../schema/problem';

type Rule = (draft: DraftRubric) => readonly RubricProblem[];

/** Whether more days are worth more on a curve. */
const RISES: Readonly<
  Record<Curve['kind'], 'always' | 'unless falling' | 'never' | 'not over days'>
> = {
  saturating: 'always',
  log: 'always',
  linear: 'unless falling',
  steps: 'unless falling',
  dateRamp: 'never',
  table: 'not over days',
  amount: 'not over days',
};

/** The nearer a date, the more it says: a curve over days until it must not reward distance. */
function nearerNeverLowers(path: string, { signal, curve }: DraftCriterion): RubricProblem[] {
  if (signal?.kind !== 'date' && signal?.kind !== 'sla') return [];
  const rises = RISES[curve?.kind as Curve['kind']] as (typeof RISES)[Curve['kind']] | undefined;
  return rises === 'always' ||
    (rises === 'unless falling' && (curve?.direction ?? 'rising') !== 'falling')
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
