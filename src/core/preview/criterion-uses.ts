import { laneFor } from '../lanes/lane';
import { pillarSums, strongestPillar } from '../lanes/strongest-pillar';
import type { LaneCondition } from '../rubric/schema/lane-rules';
import type { DeepReadonly } from '../terms/deep-readonly';
import { evaluate, lifted, valuationOf, type Evaluation } from '../scoring/evaluation';
import type { Known, Unknown } from '../scoring/criteria/measured';
import type { CriterionPlan } from '../scoring/criteria/criterion-plan';
import type { ScoringPlan } from '../scoring/plan';
import { tenth } from '../score-card/lines';
import { valueOf } from '../scoring/methods/weighted-mean';
import { answerIn } from '../signals/reading-key';
import type { Signals } from '../signals/signal';
import type { CriterionUse } from './preview';

interface UseCounter {
  add(signals: Signals): void;
  uses(): readonly CriterionUse[];
}

interface Tally {
  filled: number;
  changesScore: number;
  changesLane: number;
}

/**
 * Counts what each criterion does: it is taken away from every issue in turn, and looked whether the issue's own score or its
 * lane would be another. What an issue inherits follows from the own scores of others, so it is covered by them.
 */
export function countUses(plan: ScoringPlan, now: Date): UseCounter {
  const tallies = new Map<CriterionPlan, Tally>(
    plan.criteria.map((one) => [one, { filled: 0, changesScore: 0, changesLane: 0 }]),
  );
  const sides = plan.rubric.lanes.flatMap(({ any }) =>
    any.filter((one): one is Side => one.kind === 'strongestPillar'),
  );
  let of = 0;
  return {
    add(signals) {
      of += 1;
      const judgement = evaluate(signals, plan, now);
      const without = scoreWithout(judgement, plan);
      // What is assumed moves scores too, and nobody filled it.
      for (const one of judgement.unknown) {
        const tally = one.assumed === undefined ? undefined : tallies.get(one.plan);
        if (tally !== undefined && without(one) !== rounded(judgement.score))
          tally.changesScore += 1;
      }
      const lane = sides.length === 0 ? null : laneWithout(signals, judgement, plan, sides);
      for (const known of judgement.known) {
        const tally = tallies.get(known.plan);
        if (tally === undefined) continue;
        if (isFilled(known, signals)) tally.filled += 1;
        if (without(known) !== rounded(judgement.score)) tally.changesScore += 1;
        if (lane?.(known) === true) tally.changesLane += 1;
      }
    },
    uses: () =>
      [...tallies].map(
        ([
          {
            criterion: { id, label },
          },
          tally,
        ]) => ({ id, label, ...tally, of, idle: idleOf(tally, of) }),
      ),
  };
}

/** Of several rubrics with the same criteria, what each criterion does in all of them; labels and order as in the first. */
export function mergedUses([
  first = [],
  ...others
]: readonly (readonly CriterionUse[])[]): readonly CriterionUse[] {
  if (others.length === 0) return first;
  return first.map((use) => {
    const all = [use, ...others.flatMap((uses) => uses.find(({ id }) => id === use.id) ?? [])];
    const sum = (what: 'filled' | 'changesScore' | 'changesLane' | 'of'): number =>
      all.reduce((total, one) => total + one[what], 0);
    const tally = {
      filled: sum('filled'),
      changesScore: sum('changesScore'),
      changesLane: sum('changesLane'),
    };
    return {
      id: use.id,
      label: use.label,
      ...tally,
      of: sum('of'),
      idle: idleOf(tally, sum('of')),
    };
  });
}

function idleOf({ filled, changesScore, changesLane }: Tally, of: number): CriterionUse['idle'] {
  if (of === 0 || changesScore + changesLane > 0) return null;
  return filled === 0 ? 'no data' : 'no effect';
}

type Side = Extract<DeepReadonly<LaneCondition>, { kind: 'strongestPillar' }>;

/** The rubric's zero for what nobody filled, or no link at all, is no value. */
function isFilled({ plan, points, amount }: Known, signals: Signals): boolean {
  if (plan.key !== null) {
    const answer = answerIn(signals, plan.key);
    return typeof answer === 'object' && answer.state === 'known';
  }
  return amount === null ? points !== 0 : amount !== 0 || points !== 0;
}

/** A mean is kept as whole numbers, so taking a part off leaves exactly what the others make. */
function scoreWithout(
  judgement: Evaluation,
  plan: ScoringPlan,
): (left: Known | Unknown) => number | null {
  if (plan.valueFunction !== null)
    return (left) => rounded(withoutInFormula(judgement, plan, left.plan));
  const { known, unknown, effort, lift } = judgement;
  let [sum, weight] = [0, 0];
  for (const one of known) {
    sum += one.plan.weight * one.points;
    weight += one.plan.weight;
  }
  for (const one of unknown) {
    if (one.assumed === undefined) continue;
    sum += one.plan.weight * one.assumed;
    weight += one.plan.weight;
  }
  return (left) => {
    const points = left.state === 'known' ? left.points : (left.assumed ?? 0);
    const rest = {
      sum: sum - left.plan.weight * points,
      weight: weight - left.plan.weight,
    };
    return rounded(lifted(valueOf(rest), effort.ease, lift));
  };
}

/** What a formula assumes of an input then takes its place. */
function withoutInFormula(
  { known, unknown, effort, lift }: Evaluation,
  plan: ScoringPlan,
  left: CriterionPlan,
): number | null {
  return lifted(
    valuationOf(
      known.filter((one) => one.plan !== left),
      unknown.filter((one) => one.plan !== left),
      plan,
    ).value,
    effort.ease,
    lift,
  );
}

/** Only the strongest pillar depends on criteria: the rules are asked again where that is another, or has other points. */
function laneWithout(
  signals: Signals,
  judgement: Evaluation,
  plan: ScoringPlan,
  sides: readonly Side[],
): (known: Known) => boolean {
  const conditionsMet = holding(strongestPillar(judgement), sides);
  let lane: string | null = null;
  return (left) => {
    if (pillarSums([left]).size === 0) return false;
    const rest = { ...judgement, known: judgement.known.filter((one) => one !== left) };
    if (holding(strongestPillar(rest), sides) === conditionsMet) return false;
    lane ??= laneFor({ signals, judgement, plan }).lane;
    return laneFor({ signals, judgement: rest, plan }).lane !== lane;
  };
}

/** Which of the conditions hold, as one word. */
function holding(strongest: ReturnType<typeof strongestPillar>, sides: readonly Side[]): string {
  return sides
    .map(({ pillar, atLeast }) =>
      strongest?.pillar === pillar && strongest.points >= atLeast ? '1' : '0',
    )
    .join('');
}

function rounded(score: number | null): number | null {
  return score === null ? null : tenth(score * 10);
}
