import { signed } from '../scoring/wording';
import type { Override } from './override';

/** What an override does: `lane hot fix`, `+12 points`. */
export function overrideWords(override: Override): string {
  return override.kind === 'lane' ? `lane ${override.lane}` : `${signed(override.points)} points`;
}

/** Names a list of overrides with their states: whoever saw another list changed something that they have not seen. */
export function stampOf(overrides: readonly Override[]): string {
  return overrides.map(({ id, approval }) => `${id}=${approval.state}`).join(' ');
}
