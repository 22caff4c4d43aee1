import type { OverrideDone } from '../provenance/change';
import type { Override } from './override';

/** What an override does, without who made it, why and for how long. */
export function doneBy(override: Override): OverrideDone {
  switch (override.kind) {
    case 'lane':
      return { kind: 'lane', lane: override.lane };
    case 'points':
      return { kind: 'points', points: override.points };
    default:
      return { kind: override.kind };
  }
}
