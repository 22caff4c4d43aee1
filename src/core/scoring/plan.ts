import type { Criterion, Rubric } from '../rubric/schema/schema';
import { questionsFor, readingKey } from '../signals/reading-key';
import type { Provenance } from '../signals/signal';
import type { CompiledCurve } from '../curves/compiled';
import { compileCurve } from '../curves/curve';
import { sameName } from '../text/same-name';
import { easeOf } from './effort';
import { effortSources } from './effort-sources';
import { sourceWords } from './criteria/source-label';
import { formulaFunction, matrixFunction, type ValueFunction } from './methods/value-function';

/** A criterion made ready for many issues. Weight in thousandths: sums of weight × tenths of points stay whole numbers. */
export interface CriterionPlan {
  readonly criterion: Criterion;
  readonly weight: number;
  readonly curve: CompiledCurve;
  /** Where the reading is kept (the first, where it takes two); null for what follows from evidence, links and votes. */
  readonly key: string | null;
  /** Where the value comes from, in words. */
  readonly source: string;
  /** The same, ready for lines; and by each field's name as the rubric spells it. */
  readonly from: readonly Provenance[];
  readonly fromField: ReadonlyMap<string, readonly Provenance[]>;
  /** The label as it stands within a sentence. */
  readonly name: string;
  /** Where its line stands among the others: pillar by pillar. */
  readonly place: number;
  /** Names that mean blank. */
  readonly blank: ReadonlySet<string>;
}

/** A rubric made ready: make it once for a backlog. */
export interface ScoringPlan {
  readonly rubric: Rubric;
  readonly criteria: readonly CriterionPlan[];
  /** The formula or matrix made ready; null for methods that weigh. */
  readonly valueFunction: ValueFunction | null;
  readonly effortKeys: readonly { readonly key: string; readonly perUnit: number }[];
  /** Ease at the smallest and at the largest effort the rubric allows. */
  readonly easiest: number;
  readonly hardest: number;
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

function planCriterion(criterion: Criterion, place: number): CriterionPlan {
  const { signal, curve } = criterion;
  const [question] = questionsFor(signal);
  return {
    criterion,
    weight: Math.round(criterion.weight * 1000),
    curve: compileCurve(curve),
    key: question === undefined ? null : readingKey(question),
    source: sourceWords(signal),
    from: [{ text: sourceWords(signal) }],
    fromField: new Map(
      ('fields' in signal ? (signal.fields ?? []) : []).map((name) => [
        name,
        [{ text: `field "${name}"` }],
      ]),
    ),
    name: criterion.label.toLowerCase(),
    place,
    blank: new Set('blank' in curve ? curve.blank.map(sameName) : []),
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

/** What a formula reads: amounts as they are; points of other curves, which are kept in tenths, as 0–100. */
export function amountOf({ criterion }: CriterionPlan, answer: number): number {
  return criterion.curve.kind === 'amount' ? answer : answer / 10;
}
