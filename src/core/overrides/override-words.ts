import { hashOf } from '../text/hash';
import type { Override } from './override';

/** Whether it waited beyond its last day: nobody can answer it any more. `day`: UTC. */
export function hasLapsed(
  { approval, until }: Pick<Override, 'approval' | 'until'>,
  day: string,
): boolean {
  return approval.state === 'waiting' && until < day;
}

/**
 * Names a list of overrides with their states: whoever saw another list changed something that they have not seen. At most 8
 * characters an override: it goes back with every act.
 */
export function stampOf(overrides: readonly Override[]): string {
  return overrides.map(stampPart).join(' ');
}

/** Those that whoever holds this stamp has not seen, or not in this state. */
export function unseenIn(overrides: readonly Override[], stamp: string): readonly Override[] {
  const seen = new Set(stamp.split(' '));
  return overrides.filter((one) => !seen.has(stampPart(one)));
}

/** Of id and state. */
function stampPart({ id, approval }: Override): string {
  return hashOf(`${id}=${approval.state}`).toString(36);
}
