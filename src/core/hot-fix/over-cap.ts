import { breakdown, type LaneMember } from '../lanes/breakdown';
import { amongEquals } from '../lanes/tie-order';
import type { DeepReadonly } from '../terms/deep-readonly';
import type { Rubric } from '../rubric/schema/schema';

/** A strategic bet that could make room. */
export interface Pausable extends LaneMember {
  readonly begun: boolean;
  /** It makes room already. */
  readonly paused: boolean;
}

export interface OverCap {
  /** Shares, 0–1. */
  readonly share: number;
  readonly cap: number;
  /** The least advanced strategic work that is not paused: not begun before begun, then the lowest score; null when there is none. */
  readonly pause: Pausable | null;
}

/** Whether the hot fixes of a project take more than the policy lets them; null while they do not. */
export function overCap(
  members: readonly Pausable[],
  policy: DeepReadonly<Rubric['capacity']>,
): OverCap | null {
  const lane = breakdown(members, policy).find((one) => one.lane === 'hot fix');
  if (lane?.policy == null || lane.state !== 'above') return null;
  const bets = members.filter((member) => member.lane === 'strategic bet' && !member.paused);
  const [pause = null] = [...bets].sort(
    (a, b) =>
      Number(a.begun) - Number(b.begun) ||
      (a.score ?? 0) - (b.score ?? 0) ||
      // What goes first among equals is the last to be paused. The id only keeps the choice the same.
      amongEquals(b, a) ||
      (a.id < b.id ? -1 : 1),
  );
  return { share: lane.share, cap: lane.policy.most, pause };
}
