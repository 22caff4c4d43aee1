import type { Interval } from '../../formula/interval';
import { assumedPoints, type Known, type Unknown } from '../criteria/measured';
import { amountOf, type CriterionPlan } from '../criteria/criterion-plan';
import { sharesOf } from './shares';
import { opening, type Valuation } from './valuation';
import type { ValueFunction } from './value-function';

/** V as a function of every criterion: with one missing for which the rubric assumes nothing, it cannot be told, only bounded. */
export function valueByFunction(
  of: ValueFunction,
  criteria: readonly CriterionPlan[],
  known: readonly Known[],
  unknown: readonly Unknown[],
): Valuation {
  const inputs = new Map([...known, ...unknown].map((one) => [one.plan, one]));
  const places = new Map(criteria.map((plan, at) => [plan, at]));
  const amounts = criteria.map((plan) => {
    const one = inputs.get(plan);
    if (one?.state === 'known') return amountOf(plan, one.points);
    return one?.assumed === undefined ? assumedAmount(plan) : amountOf(plan, one.assumed);
  });
  const given = amounts.filter((amount) => amount !== null);
  const whole = given.length === criteria.length;
  const bounds = of.bounds(criteria.map((plan) => openingOf(plan, inputs.get(plan))));
  const learned = (these: readonly (Known | Unknown)[]): Interval | null => {
    const settled = new Map(these.map((one) => [one.plan, one]));
    if (criteria.some((plan, at) => !settled.has(plan) && amounts[at] === null)) return null;
    return of.bounds(
      criteria.map((plan, at) =>
        settled.has(plan) ? openingOf(plan, settled.get(plan)) : point(amounts[at] ?? 0),
      ),
    );
  };
  return {
    value: whole ? of.points(given) : null,
    bounds,
    raw: whole && unknown.length === 0 ? of.raw(given) : null,
    ifLearned: learned,
    shares: () => {
      const { start, inputs: shares } = sharesOf(of.points, given, of.neutral);
      const shareOf = ({ plan }: Known | Unknown): number => shares[places.get(plan) ?? -1] ?? 0;
      return {
        start,
        known: known.map(shareOf),
        assumed: unknown.map((one) => ({
          one,
          value: assumedIn(one.plan) ?? 0,
          weighed: null,
          share: shareOf(one),
        })),
      };
    },
    weightOf: () => null,
  };
}

function openingOf(plan: CriterionPlan, one: Known | Unknown | undefined): Interval {
  const { low, high } = one === undefined ? plan.curve : opening(one);
  return { low: amountOf(plan, low), high: amountOf(plan, high) };
}

/** In the field's unit, or points; null where the rubric assumes nothing. */
function assumedIn({ criterion: { curve, assumed } }: CriterionPlan): number | null {
  return (curve.kind === 'amount' ? curve.assumed : assumed) ?? null;
}

function assumedAmount(plan: CriterionPlan): number | null {
  const points = assumedPoints(plan);
  if (points !== null) return amountOf(plan, points);
  const value = assumedIn(plan);
  return value === null ? null : plan.curve.at(value);
}

function point(amount: number): Interval {
  return { low: amount, high: amount };
}
