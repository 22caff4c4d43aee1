import type { LaneCondition } from '../rubric/schema/lane-rules';
import { sameName } from '../text/same-name';
import type { DeepReadonly } from '../terms/deep-readonly';
import type { Judgement } from '../scoring/evaluation';
import type { ScoringPlan } from '../scoring/plan';
import { counted } from '../text/wording';
import { answerIn } from '../signals/reading-key';
import type { Signals } from '../signals/signal';
import { strongestPillar } from './strongest-pillar';

/** Everything a lane rule may look at. */
export interface LaneFacts {
  readonly signals: Signals;
  readonly judgement: Judgement;
  readonly plan: ScoringPlan;
}

/** The fact in words when the condition holds; null when it does not. */
export function factFor(condition: DeepReadonly<LaneCondition>, facts: LaneFacts): string | null {
  const { issue } = facts.signals;
  const { testimony, effort } = facts.judgement;
  switch (condition.kind) {
    case 'isEvidence':
      if (issue.evidenceKind === null) return null;
      return `${issue.evidenceKind === 'incident' ? 'an incident' : 'a support request'}: it counts as evidence for the issues linked to it`;
    case 'openIncident': {
      const worst = testimony.worstOpen;
      return worst !== null && worst.severity <= condition.severity
        ? `SEV${worst.severity} incident ${worst.evidence.key ?? worst.evidence.id} is open`
        : null;
    }
    case 'slaBreached': {
      if (issue.slaBreached === true) return 'its own agreed time has passed';
      const [first] = testimony.breached;
      return first === undefined ? null : `the agreed time has passed on ${first.key ?? first.id}`;
    }
    case 'customers':
      return testimony.openCustomers > condition.moreThan
        ? `${counted(testimony.openCustomers, 'customer')} affected`
        : null;
    case 'workType':
      return kindOf(issue.type, condition.names, facts.plan);
    case 'followUp':
      return issue.followUp ? 'it follows up an incident' : null;
    case 'strongestPillar':
      return strongest(condition.pillar, condition.atLeast, facts);
    case 'filled': {
      const reading = answerIn(facts.signals, facts.plan.filledKeys.get(condition.fields) ?? '');
      return typeof reading === 'object' && reading.state === 'known'
        ? `${reading.field ?? 'a goal'} is set`
        : null;
    }
    case 'level':
      return issue.level >= condition.atLeast && issue.level <= condition.atMost
        ? levelWords(issue.level)
        : null;
    case 'effort':
      return effort.assumed === null && effort.amount > condition.moreThan
        ? `effort ${effort.amount} is more than ${condition.moreThan} ${facts.plan.rubric.effort.unit}`
        : null;
  }
}

function kindOf(type: string, names: readonly string[], { workTypes }: ScoringPlan): string | null {
  const found = workTypes.get(names)?.get(sameName(type));
  return found === undefined ? null : `its type is ${found}`;
}

function strongest(pillar: string, atLeast: number, { judgement, plan }: LaneFacts): string | null {
  const first = strongestPillar(judgement);
  if (first?.pillar !== pillar || first.points < atLeast) return null;
  const label = plan.rubric.pillars.find((one) => one.id === pillar)?.label ?? pillar;
  return `${label.toLowerCase()} is its strongest side (${Math.round(first.points)} points)`;
}

function levelWords(level: number): string {
  if (level >= 2) return 'it stands above epics';
  if (level === 1) return 'it is an epic';
  return level === 0 ? 'a standard work item that adds value' : 'a sub-task that adds value';
}
