import type {
  OverrideRequest,
  OverridesView,
  OverrideRequestKind,
} from '../../../../../../src/contract/overrides';
import type { WorkLane } from '../../../../../../src/core/terms/lane';

export const KINDS: readonly {
  readonly kind: OverrideRequestKind;
  readonly label: string;
  readonly means: string;
}[] = [
  { kind: 'lane', label: 'Pin a lane', means: 'It stays in this lane, whatever the rules say.' },
  { kind: 'points', label: 'Move the score', means: 'Its own score moves by so many points.' },
  { kind: 'pause', label: 'Pause', means: 'It keeps its score and its lane, but is not for now.' },
  {
    kind: 'decline',
    label: 'Decline',
    means: 'It has no score of its own, and neither rank nor share of the capacity.',
  },
];

/** What a person has filled in so far. */
export interface Entered {
  readonly kind: OverrideRequestKind;
  readonly pinned: WorkLane | null;
  readonly points: string;
  readonly reason: string;
  readonly until: string;
}

/** The request once everything required is there and within the limits; null before. */
export function overrideRequestOf(
  { kind, pinned, points, reason, until }: Entered,
  limits: OverridesView['limits'],
): OverrideRequest | null {
  if (reason.trim() === '' || !/^\d{4}-\d\d-\d\d$/.test(until) || until > limits.lastDay[kind])
    return null;
  const common = { reason: reason.trim(), until };
  if (kind === 'lane') return pinned === null ? null : { kind, lane: pinned, ...common };
  if (kind !== 'points') return { kind, ...common };
  const moved = Math.round(Number(points) * 10) / 10;
  return points.trim() === '' ||
    !Number.isFinite(moved) ||
    moved === 0 ||
    Math.abs(moved) > limits.points
    ? null
    : { kind, points: moved, ...common };
}
