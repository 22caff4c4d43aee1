import type { Lane } from '../terms/lane';
import { factFor, type LaneFacts } from './condition';

export interface LaneDecision {
  readonly lane: Lane;
  readonly because: string;
}

/** The first rule of which any condition holds; `because` names every condition of that rule which does. */
export function laneFor(facts: LaneFacts): LaneDecision {
  for (const rule of facts.plan.rubric.lanes) {
    let because: string | null = null;
    for (const condition of rule.any) {
      const fact = factFor(condition, facts);
      if (fact !== null) because = because === null ? fact : `${because} · ${fact}`;
    }
    if (because !== null) return { lane: rule.lane, because };
  }
  return {
    lane: 'unsorted',
    because: `no lane rule applies to type "${facts.signals.issue.type.slice(0, 60)}" at level ${facts.signals.issue.level}`,
  };
}
