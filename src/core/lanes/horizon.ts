import type { HorizonCondition } from '../rubric/schema/lane-rules';
import type { Rubric } from '../rubric/schema/schema';
import type { DeepReadonly } from '../terms/deep-readonly';
import type { Band } from '../terms/band';
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
  readonly because: string;
}

export function horizonFor(facts: HorizonFacts): HorizonDecision & { readonly horizon: Horizon } {
  for (const rule of facts.rubric.horizons) {
    let because: string | null = null;
    for (const condition of rule.any) {
      const fact = factFor(condition, facts);
      if (fact !== null) because = because === null ? fact : `${because} · ${fact}`;
    }
    if (because !== null) return { horizon: rule.horizon, because };
  }
  return {
    horizon: 'later',
    because:
      facts.band === null
        ? 'nothing is known of it yet'
        : `nothing asks for it sooner: ${facts.band}`,
  };
}

function factFor(
  condition: DeepReadonly<HorizonCondition>,
  { signals, band, lane }: HorizonFacts,
): string | null {
  switch (condition.kind) {
    case 'lane':
      return lane === condition.lane ? `it is in the lane ${lane}` : null;
    case 'activeSprint':
      return signals.issue.inActiveSprint ? 'it is in an active sprint' : null;
    case 'unreleasedVersion':
      return signals.issue.hasRelease ? 'it is planned for a release' : null;
    case 'band':
      return band !== null && bands.indexOf(band) >= bands.indexOf(condition.atLeast)
        ? `its score says ${band}`
        : null;
  }
}
