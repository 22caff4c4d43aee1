import type { OverrideDone } from '../provenance/change';
import { signed } from '../text/wording';

/** What an override does: `lane hot fix`, `+12 points`, `paused`. */
export function describeOverride(override: OverrideDone): string {
  switch (override.kind) {
    case 'lane':
      return `lane ${override.lane}`;
    case 'points':
      return `${signed(override.points)} points`;
    case 'decline':
      return 'declined';
    case 'pause':
      return 'paused';
    case 'overCap':
      return 'hot fix beyond the cap';
  }
}
