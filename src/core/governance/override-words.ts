import { signed } from '../scoring/wording';
import type { Override } from './override';

/** What an override does: `lane hot fix`, `+12 points`, `paused`. */
export function overrideWords(override: Override): string {
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

/** Names a list of overrides with their states: whoever saw another list changed something that they have not seen. */
export function stampOf(overrides: readonly Override[]): string {
  return overrides.map(({ id, approval }) => `${id}=${approval.state}`).join(' ');
}
