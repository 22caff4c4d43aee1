import { amountOf, planCriterion, type CriterionPlan } from './criteria/criterion-plan';
import type { Rubric } from '../rubric/schema/schema';
import { readingKey } from '../signals/reading-key';
import { sameName } from '../text/same-name';
import { easeOf, type EffortPlan } from './effort';
import { effortSources } from './effort-sources';
import { formulaFunction, matrixFunction, type ValueFunction } from './methods/value-function';

/** A rubric made ready: make it once for a backlog. */
export interface ScoringPlan extends EffortPlan {
  readonly criteria: readonly CriterionPlan[];
  /** The formula or matrix made ready; null for methods that weigh. */
  readonly valueFunction: ValueFunction | null;
  /** Where the answer to each `filled` condition of the lane rules is kept, by its list of fields. */
  readonly filledKeys: ReadonlyMap<readonly string[], string>;
  /** Of each list of work types in the lane rules: how the rubric spells them, by how they are compared. */
  readonly workTypes: ReadonlyMap<readonly string[], ReadonlyMap<string, string>>;
}

export function planScoring(rubric: Rubric): ScoringPlan {
  const pillars = rubric.pillars.map(({ id }) => id);
  const criteria = rubric.criteria.map((criterion, at) =>
    planCriterion(criterion, pillars.indexOf(criterion.pillar) * rubric.criteria.length + at),
  );
  return {
    rubric,
    criteria,
    valueFunction: planFunction(rubric, criteria),
    effortKeys: effortSources(rubric).map(({ fields, perUnit }) => ({
      key: readingKey({ kind: 'number', fields }),
      perUnit,
    })),
    easiest: easeOf(rubric.effort.min, rubric.effort),
    hardest: easeOf(rubric.effort.max, rubric.effort),
    filledKeys: new Map(
      rubric.lanes.flatMap(({ any }) =>
        any.flatMap((one) =>
          one.kind === 'filled' ? [[one.fields, readingKey(one)] as const] : [],
        ),
      ),
    ),
    workTypes: new Map(
      rubric.lanes.flatMap(({ any }) =>
        any.flatMap((one) =>
          one.kind === 'workType' ? [[one.names, spellings(one.names)] as const] : [],
        ),
      ),
    ),
  };
}

function spellings(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [sameName(name), name]));
}

function planFunction(
  { method, criteria }: Rubric,
  plans: readonly CriterionPlan[],
): ValueFunction | null {
  switch (method.kind) {
    case 'formula':
      return formulaFunction(
        method,
        criteria,
        plans.map((plan) => ({
          low: amountOf(plan, plan.curve.low),
          high: amountOf(plan, plan.curve.high),
        })),
      );
    case 'matrix':
      return matrixFunction(method, criteria);
    default:
      return null;
  }
}
