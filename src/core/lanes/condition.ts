import type { LaneCondition } from '../rubric/schema/lane-rules';
import { sameName } from '../text/same-name';
import type { DeepReadonly } from '../terms/deep-readonly';
import type { MetCondition } from '../provenance/because';
import type { Evaluation } from '../scoring/evaluation';
import type { ScoringPlan } from '../scoring/plan';
import { answerIn } from '../signals/reading-key';
import type { Signals } from '../signals/signal';
import { refOf } from '../scoring/evidence/pieces';
import { strongestPillar } from './strongest-pillar';

/** Everything a lane rule may look at. */
export interface LaneFacts {
  readonly signals: Signals;
  readonly judgement: Evaluation;
  readonly plan: ScoringPlan;
}

/** What makes the condition hold; null when it does not. */
export function factFor(
  condition: DeepReadonly<LaneCondition>,
  facts: LaneFacts,
): MetCondition | null {
  const { issue } = facts.signals;
  const { totals, effort } = facts.judgement;
  switch (condition.kind) {
    case 'isEvidence':
      return issue.evidenceKind === null ? null : { kind: 'isEvidence', as: issue.evidenceKind };
    case 'openIncident': {
      const worst = totals.worstOpen;
      return worst !== null && worst.severity <= condition.severity
        ? { kind: 'openIncident', severity: worst.severity, ref: refOf(worst.evidence) }
        : null;
    }
    case 'slaBreached': {
      if (issue.slaBreached === true) return { kind: 'breach', ref: null };
      const [first] = totals.breached;
      return first === undefined ? null : { kind: 'breach', ref: refOf(first) };
    }
    case 'customers':
      return totals.openCustomers > condition.moreThan
        ? { kind: 'customers', count: totals.openCustomers }
        : null;
    case 'workType':
      return kindOf(issue.type, condition.names, facts.plan);
    case 'followUp':
      return issue.followUp ? { kind: 'followUp' } : null;
    case 'strongestPillar':
      return strongest(condition.pillar, condition.atLeast, facts);
    case 'filled': {
      const reading = answerIn(facts.signals, facts.plan.filledKeys.get(condition.fields) ?? '');
      return typeof reading === 'object' && reading.state === 'known'
        ? { kind: 'filled', field: reading.field ?? null }
        : null;
    }
    case 'level':
      return issue.level >= condition.atLeast && issue.level <= condition.atMost
        ? { kind: 'level', level: issue.level }
        : null;
    case 'effort':
      return effort.assumed === null && effort.amount > condition.moreThan
        ? {
            kind: 'effort',
            amount: effort.amount,
            moreThan: condition.moreThan,
            unit: facts.plan.rubric.effort.unit,
          }
        : null;
  }
}

function kindOf(
  type: string,
  names: readonly string[],
  { workTypes }: ScoringPlan,
): MetCondition | null {
  const found = workTypes.get(names)?.get(sameName(type));
  return found === undefined ? null : { kind: 'workType', name: found };
}

function strongest(
  pillar: string,
  atLeast: number,
  { judgement, plan }: LaneFacts,
): MetCondition | null {
  const first = strongestPillar(judgement);
  if (first?.pillar !== pillar || first.points < atLeast) return null;
  const label = plan.rubric.pillars.find((one) => one.id === pillar)?.label ?? pillar;
  return { kind: 'strongestPillar', label, points: Math.round(first.points) };
}
