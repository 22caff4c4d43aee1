import type { Band, Horizon, Lane } from '../core/scoring/score-card';

export type OverrideWish = ({ readonly kind: 'lane'; readonly lane: Exclude<Lane, 'unsorted'> } | { readonly kind: 'points'; readonly points: number }) & {
  readonly reason: string;
  /** Last day on which it holds, `2026-12-31`, UTC. */
  readonly until: string;
};

export interface OverrideUndo {
  readonly seen: string;
  readonly id: string;
}

export interface OverrideAnswer extends OverrideUndo {
  readonly approve: boolean;
}

export interface OverrideView {
  readonly id: string;
  /** `lane hot fix`, `+12 points`. */
  readonly what: string;
  readonly reason: string;
  /** Display name of the author. */
  readonly by: string;
  /** Days, UTC. */
  readonly at: string;
  readonly until: string;
  readonly state: 'in force' | 'waiting' | 'idle';
  /** Why it has no effect; null while it holds. */
  readonly idle: string | null;
  readonly canAnswer: boolean;
  readonly canUndo: boolean;
}

/** What a person may do: `why` is said beside what is disabled. */
export type MayView = { readonly may: true; readonly approval: 'not needed' | 'needed'; readonly approvers: string } | { readonly may: false; readonly why: string; readonly approvers: string };

export interface OverridesView {
  readonly seen: string;
  /** The newest first. */
  readonly overrides: readonly OverrideView[];
  readonly lane: MayView;
  readonly points: MayView;
}

export interface FaceView {
  readonly score: number | null;
  readonly lane: Lane;
  readonly band: Band | null;
  readonly horizon: Horizon | null;
}

export interface OverridePreview {
  readonly before: FaceView;
  readonly after: FaceView;
}
