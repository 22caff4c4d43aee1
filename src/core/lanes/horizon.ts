import type { HorizonCondition } from '../rubric/schema/lane-rules';
import type { Rubric } from '../rubric/schema/schema';
import type { DeepReadonly } from '../terms/deep-readonly';
import type { Band } from '../terms/band';
import type { Because, MetCondition } from '../provenance/because';
import type { Horizon } from '../terms/horizon';
import type { Lane } from '../terms/lane';
import type { Signals } from '../signals/signal';
import { bands } from '../terms/band';

export interface HorizonFacts {
  readonly signals: Signals;
  readonly rubric: Rubric;
  readonly band: Band | null;
  readonly lane: Lane;
}

export interface HorizonDecision {
  /** Null for what is not to be done at all. */
  readonly horizon: Horizon | null;
  readonly because: Because;
}

export function horizonFor(facts: HorizonFacts): HorizonDecision & { readonly horizon: Horizon } {
  for (const rule of facts.rubric.horizons) {
    let met: MetCondition[] | null = null;
    for (const condition of rule.any) {
      const fact = factFor(condition, facts);
      if (fact === null) continue;
      if (met === null) met = [fact];
      else met.push(fact);
    }
    if (met !== null) return { horizon: rule.horizon, because: { kind: 'rule', met } };
  }
  return {
    horizon: 'later',
    because:
      facts.band === null ? { kind: 'nothingKnown' } : { kind: 'noHorizonRule', band: facts.band },
  };
}

function factFor(
  condition: DeepReadonly<HorizonCondition>,
  { signals, band, lane }: HorizonFacts,
): MetCondition | null {
  switch (condition.kind) {
    case 'lane':
      return lane === condition.lane ? { kind: 'lane', lane } : null;
    case 'activeSprint':
      return signals.issue.inActiveSprint ? { kind: 'activeSprint' } : null;
    case 'unreleasedVersion':
      return signals.issue.hasRelease ? { kind: 'release' } : null;
    case 'band':
      return band !== null && bands.indexOf(band) >= bands.indexOf(condition.atLeast)
        ? { kind: 'band', band }
        : null;
  }
}
