import { amountOf, planCriterion, type CriterionPlan } from './criteria/criterion-plan';
import type { Rubric } from '../rubric/schema/schema';
import { askedByCondition, askedByEffort, readingKey } from '../signals/reading-key';
import { sameName } from '../text/same-name';
import { folded } from '../text/whole-words';
import { easeOf, type EffortPlan } from './effort';
import { effortSources } from './effort-sources';
import { formulaFunction, matrixFunction, type ValueFunction } from './methods/value-function';

/** A rubric made ready: make it once for a backlog. */
export interface ScoringPlan extends EffortPlan {
  readonly criteria: readonly CriterionPlan[];
  /** The formula or matrix made ready; null for methods that weigh. */
  readonly valueFunction: ValueFunction | null;
  /** Where the answer to each condition of the lane rules that asks for one is kept. */
  readonly conditionKeys: ReadonlyMap<Condition, string>;
  /** Of each list of names or words in the lane rules: how the rubric spells them, by how they are compared. */
  readonly spellings: ReadonlyMap<readonly string[], ReadonlyMap<string, string>>;
}

export function planScoring(rubric: Rubric): ScoringPlan {
  const pillars = rubric.pillars.map(({ id }) => id);
  const criteria = rubric.criteria.map((criterion, at) =>
    planCriterion(criterion, pillars.indexOf(criterion.pillar) * rubric.criteria.length + at),
  );
  const conditions = rubric.lanes.flatMap(({ any }) => any);
  return {
    rubric,
    criteria,
    valueFunction: planFunction(rubric, criteria),
    effortKeys: effortSources(rubric).map((source) => ({
      key: readingKey(askedByEffort(source)),
      perUnit: source.perUnit,
    })),
    easiest: easeOf(rubric.effort.min, rubric.effort),
    hardest: easeOf(rubric.effort.max, rubric.effort),
    conditionKeys: new Map(
      conditions.flatMap((one) =>
        askedByCondition(one).map((question) => [one, readingKey(question)] as const),
      ),
    ),
    spellings: new Map(conditions.flatMap(listsOf)),
  };
}

type Condition = Rubric['lanes'][number]['any'][number];
type Spelled = readonly [readonly string[], ReadonlyMap<string, string>];

function listsOf(condition: Condition): readonly Spelled[] {
  return [
    ...(condition.kind === 'words' ? [spelled(condition.any, folded)] : []),
    ...(condition.kind === 'workType' || condition.kind === 'freshPriority'
      ? [spelled(condition.names, sameName)]
      : []),
    ...('workTypes' in condition && condition.workTypes !== undefined
      ? [spelled(condition.workTypes, sameName)]
      : []),
  ];
}

function spelled(names: readonly string[], compared: (name: string) => string): Spelled {
  return [names, new Map(names.map((name) => [compared(name), name]))];
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
