import { amountIn, amountRange } from '../../curves/amount';
import type { DraftCriterion, DraftRubric } from '../schema/draft';
import type { RubricProblem } from '../schema/problem';

const outside = (path: string, value: number): RubricProblem => ({
  path,
  problem: `${value} is outside what the amount may be`,
  advice: 'change it, or min and max',
});

/** An amount has room between its ends, and whatever the rubric itself takes for one lies there. */
function amountsHaveRoom(
  path: string,
  { curve, absence }: DraftCriterion,
): readonly RubricProblem[] {
  if (curve?.kind !== 'amount') return [];
  const { min = 0, max, positive = false, per = 1, assumed, names = {} } = curve;
  const range = amountRange({ min, max, positive });
  const problems: RubricProblem[] = [];
  if (absence === 'zero' && range.low > 0) {
    problems.push({
      path: `${path}.absence`,
      problem: 'a blank would be zero, which is less than this amount may be',
      advice: 'use "unknown"',
    });
  }
  // Without room everything is outside: that alone is to be put right.
  if (range.high <= range.low)
    return [
      ...problems,
      {
        path: `${path}.curve.max`,
        problem: `${range.high} leaves no amount from ${min} up`,
        advice: 'raise max or lower min',
      },
    ];
  const fits = (amount: number | null): boolean =>
    amount !== null && amount >= range.low && amount <= range.high;
  if (assumed !== undefined && !fits(amountIn({ per, max }, assumed)))
    problems.push(outside(`${path}.curve.assumed`, assumed));
  for (const [name, amount] of Object.entries(names)) {
    if (amount !== undefined && !fits(amount))
      problems.push(outside(`${path}.curve.names.${name}`, amount));
  }
  return problems;
}

export const amountRules = [
  ({ criteria }: DraftRubric): readonly RubricProblem[] =>
    criteria.flatMap((criterion, at) =>
      criterion === undefined ? [] : amountsHaveRoom(`criteria.${at}`, criterion),
    ),
];
