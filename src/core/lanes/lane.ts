import type { Because, MetCondition } from '../provenance/because';
import type { Lane } from '../terms/lane';
import { factFor, type LaneFacts } from './condition';

export interface LaneDecision {
  readonly lane: Lane;
  readonly because: Because;
}

/** The first rule of which any condition holds; `because` names every condition of that rule which does. */
export function laneFor(facts: LaneFacts): LaneDecision {
  for (const rule of facts.plan.rubric.lanes) {
    let met: MetCondition[] | null = null;
    for (const condition of rule.any) {
      const fact = factFor(condition, facts);
      if (fact === null) continue;
      if (met === null) met = [fact];
      else met.push(fact);
    }
    if (met !== null) return { lane: rule.lane, because: { kind: 'rule', met } };
  }
  const { type, level } = facts.signals.issue;
  return {
    lane: 'unsorted',
    because: { kind: 'noLaneRule', type: type.slice(0, 60), level },
  };
}
