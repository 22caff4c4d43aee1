import { ruledLanes } from '../terms/lane';
import type { DeepReadonly } from '../terms/deep-readonly';
import type { Rubric } from '../rubric/schema/schema';
import type { Lane } from '../terms/lane';
import type { TieFacts } from './tie-order';

/** An open issue as the breakdown sees it; effort in the rubric's unit, assumed where nobody estimated. */
export interface LaneMember extends TieFacts {
  readonly id: string;
  readonly key: string;
  readonly lane: Lane;
  readonly score: number | null;
  readonly effort: number;
}

export interface LaneShare {
  readonly lane: Lane;
  readonly issues: number;
  readonly effort: number;
  /** Share of what the policy counts, 0–1; *unsorted* work counts too. */
  readonly share: number;
  /** What the capacity policy says, as shares; null where it says nothing of this lane. */
  readonly policy: { readonly least: number; readonly most: number } | null;
  readonly state: 'below' | 'within' | 'above';
}

/** How the open work of a project lies over the lanes, against its capacity policy. */
export function breakdown(
  members: readonly LaneMember[],
  policy: DeepReadonly<Rubric['capacity']>,
): readonly LaneShare[] {
  const amount = (of: readonly LaneMember[]): number =>
    policy.count === 'issues' ? of.length : effortOf(of);
  const total = amount(members);
  return ruledLanes.flatMap((lane) => {
    const of = members.filter((member) => member.lane === lane);
    if (of.length === 0 && lane === 'unsorted') return [];
    const share = total === 0 ? 0 : amount(of) / total;
    const bounds = policy.lanes[lane] ?? null;
    return [
      {
        lane,
        issues: of.length,
        effort: effortOf(of),
        share,
        policy: bounds,
        state: stateOf(share, bounds),
      },
    ];
  });
}

function stateOf(share: number, bounds: LaneShare['policy']): LaneShare['state'] {
  if (bounds === null) return 'within';
  if (share > bounds.most) return 'above';
  return share < bounds.least ? 'below' : 'within';
}

/** Added from the smallest up: a sum of fractions depends on its order, and issues come in any. */
function effortOf(members: readonly LaneMember[]): number {
  const sum = Float64Array.from(members, ({ effort }) => effort)
    .sort()
    .reduce((before, effort) => before + effort, 0);
  return Math.round(sum * 100) / 100;
}
