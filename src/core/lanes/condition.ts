import type { LaneCondition } from '../rubric/schema/lane-rules';
import { sameName } from '../text/same-name';
import { dayNumberOf } from '../time/utc-day';
import { folded } from '../text/whole-words';
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
      return typeAmong(condition.names, facts);
    case 'followUp':
      return issue.followUp ? { kind: 'followUp' } : null;
    case 'strongestPillar':
      return strongest(condition.pillar, condition.atLeast, facts);
    case 'filled': {
      const reading = answerIn(facts.signals, facts.plan.conditionKeys.get(condition) ?? '');
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
    case 'words':
      return wordsSaid(condition, facts);
    case 'freshPriority':
      return freshPriority(condition, facts);
  }
}

function typeAmong(names: readonly string[], { signals, plan }: LaneFacts): TypeMet | null {
  const found = plan.spellings.get(names)?.get(sameName(signals.issue.type));
  return found === undefined ? null : { kind: 'workType', name: found };
}

type TypeMet = Extract<MetCondition, { kind: 'workType' }>;

/** The type as a second thing that has to hold: nothing to say where any will do, null where it is another. */
function alsoOfType(
  { workTypes = [] }: { readonly workTypes?: readonly string[] | undefined },
  facts: LaneFacts,
): { readonly type?: string } | null {
  if (workTypes.length === 0) return {};
  const found = typeAmong(workTypes, facts);
  return found === null ? null : { type: found.name };
}

function wordsSaid(
  condition: Extract<DeepReadonly<LaneCondition>, { kind: 'words' }>,
  facts: LaneFacts,
): MetCondition | null {
  const type = alsoOfType(condition, facts);
  const reading = answerIn(facts.signals, facts.plan.conditionKeys.get(condition) ?? '');
  if (type === null || typeof reading !== 'object' || reading.state !== 'known') return null;
  const place = condition.in.find((one) => one === reading.field);
  const spelled = facts.plan.spellings.get(condition.any);
  const words = [reading.value].flat().flatMap((word) => spelled?.get(folded(String(word))) ?? []);
  return place === undefined || words.length === 0
    ? null
    : { kind: 'words', place, words, ...type };
}

/** Until the end of the last day. */
function freshPriority(
  condition: Extract<DeepReadonly<LaneCondition>, { kind: 'freshPriority' }>,
  facts: LaneFacts,
): MetCondition | null {
  const { signals, judgement, plan } = facts;
  const type = alsoOfType(condition, facts);
  const created = dayNumberOf(signals.issue.created);
  const reading = answerIn(signals, plan.conditionKeys.get(condition) ?? '');
  if (type === null || created === null) return null;
  if (typeof reading !== 'object' || reading.state !== 'known') return null;
  const days = Math.max(0, judgement.today - created);
  const priority = plan.spellings.get(condition.names)?.get(sameName(String(reading.value)));
  const incident = judgement.totals.incidents.length > 0;
  return priority === undefined || days > condition.days
    ? null
    : { kind: 'freshPriority', priority, days, incident, ...type };
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
