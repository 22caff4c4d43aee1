import { laneFor } from '../lanes/lane';
import { pillarSums } from '../lanes/strongest-pillar';
import type { Signals } from '../signals/signal';
import type { Evaluation } from '../scoring/evaluation';
import type { Known, Unknown } from '../scoring/criteria/measured';
import { opening } from '../scoring/methods/valuation';
import type { ScoringPlan } from '../scoring/plan';
import type { Lane } from '../terms/lane';

/** Inputs that one answer would settle: criteria that read the same field, and the effort where it does too. */
export interface OpenInput {
  readonly criteria: readonly (Known | Unknown)[];
  readonly effort: boolean;
}

/** Above this many combinations further criteria of an input are judged by their ends alone, and then all at the same end. */
const mostCombinations = 4096;

/** Every lane that an answer could lead to. */
export function laneOutcomes(
  input: OpenInput,
  signals: Signals,
  judgement: Evaluation,
  plan: ScoringPlan,
): readonly Lane[] {
  const others = judgement.known.filter((one) => !input.criteria.includes(one));
  const byPillar = plan.rubric.lanes.some(({ any }) =>
    any.some(({ kind }) => kind === 'strongestPillar'),
  );
  const combinations = combinationsOf(byPillar ? input.criteria : [], others, plan);
  const efforts = input.effort
    ? amountsThatMatter(plan).map((amount) => ({ ...judgement.effort, amount, assumed: null }))
    : [judgement.effort];
  const lanes = withPriorities(input, signals, plan).flatMap((answeredSignals) =>
    combinations.flatMap((known) =>
      efforts.map(
        (effort) =>
          laneFor({ signals: answeredSignals, plan, judgement: { ...judgement, known, effort } })
            .lane,
      ),
    ),
  );
  return [...new Set(lanes)];
}

/** A rule on fresh work looks at the priority itself: where that is what is asked for, with each answer that a rule names. */
function withPriorities(
  { criteria }: OpenInput,
  signals: Signals,
  { rubric }: ScoringPlan,
): readonly Signals[] {
  if (!criteria.some(({ plan }) => plan.criterion.signal.kind === 'priority')) return [signals];
  const named = rubric.lanes.flatMap(({ any }) =>
    any.flatMap((one) => (one.kind === 'freshPriority' ? one.names : [])),
  );
  return [
    signals,
    ...[...new Set(named)].map((value): Signals => ({
      ...signals,
      readings: { ...signals.readings, priority: { state: 'known', value } },
    })),
  ];
}

function combinationsOf(
  criteria: OpenInput['criteria'],
  others: readonly Known[],
  plan: ScoringPlan,
): readonly (readonly Known[])[] {
  let combinations: readonly (readonly Known[])[] = [others];
  for (const [at, one] of criteria.entries()) {
    const all = answersThatMatter(one, others, plan);
    const answers = combinations.length * all.length > mostCombinations ? all.slice(0, 2) : all;
    if (combinations.length * answers.length > mostCombinations) {
      const rest = criteria.slice(at);
      return combinations.flatMap((known) =>
        (['low', 'high'] as const).map((end) => [
          ...known,
          ...rest.map((each) => answered(each, opening(each)[end])),
        ]),
      );
    }
    combinations = combinations.flatMap((known) =>
      answers.map((points) => [...known, answered(one, points)]),
    );
  }
  return combinations;
}

function answered({ plan }: Known | Unknown, points: number): Known {
  return { state: 'known', plan, points, amount: null, described: untold };
}

const untold = () => ({ value: '', phrase: '', from: [] });

/** The ends first, then the points on either side of every place where another pillar becomes the strongest or a rule begins to hold. */
function answersThatMatter(
  one: Known | Unknown,
  others: readonly Known[],
  { rubric }: ScoringPlan,
): readonly number[] {
  const { plan } = one;
  const { low, high } = opening(one);
  const sums = pillarSums(others);
  const own = sums.get(plan.criterion.pillar) ?? { sum: 0, weight: 0 };
  const bounds = rubric.lanes.flatMap(({ any }) =>
    any.flatMap((condition) =>
      condition.kind === 'strongestPillar' ? [condition.atLeast * 10] : [],
    ),
  );
  const levels = [
    ...bounds,
    ...[...sums].flatMap(([pillar, { sum, weight }]) =>
      pillar === plan.criterion.pillar ? [] : [sum / weight],
    ),
  ];
  const crossings = levels.map(
    (level) => (level * (own.weight + plan.weight) - own.sum) / plan.weight,
  );
  const around = crossings
    .flatMap((at) => [Math.floor(at) - 1, Math.floor(at), Math.ceil(at), Math.ceil(at) + 1])
    .filter((at) => at > low && at < high);
  return [...new Set([low, high, ...around])];
}

function amountsThatMatter({ rubric }: ScoringPlan): readonly number[] {
  const bounds = rubric.lanes.flatMap(({ any }) =>
    any.flatMap((condition) => (condition.kind === 'effort' ? [condition.moreThan] : [])),
  );
  return [0, ...bounds.map((bound) => bound * (1 + Number.EPSILON) + Number.MIN_VALUE)];
}
