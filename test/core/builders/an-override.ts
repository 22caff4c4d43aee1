import type {
  LaneOverride,
  OverrideOf,
  PointsOverride,
} from '../../../src/core/overrides/override';

const usual = {
  id: 'o-1',
  reason: 'The board promised it',
  by: 'ann',
  at: '2026-11-15',
  until: '2026-12-31',
  approval: { state: 'not needed' },
} as const;

/** An approved override that holds on the day of the tests. */
export function aLanePin(
  lane: LaneOverride['lane'],
  given: Partial<LaneOverride> = {},
): LaneOverride {
  return { ...usual, kind: 'lane', lane, ...given };
}

export function aMove(points: number, given: Partial<PointsOverride> = {}): PointsOverride {
  return { ...usual, kind: 'points', points, ...given };
}

export function aDecline(given: Partial<OverrideOf<'decline'>> = {}): OverrideOf<'decline'> {
  return { ...usual, kind: 'decline', ...given };
}

export function aPause(given: Partial<OverrideOf<'pause'>> = {}): OverrideOf<'pause'> {
  return { ...usual, kind: 'pause', ...given };
}
