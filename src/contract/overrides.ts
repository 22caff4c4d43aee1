import type { IssueAsk } from './asks';
import type { Band } from '../core/terms/band';
import type { Horizon } from '../core/terms/horizon';
import type { Lane, WorkLane } from '../core/terms/lane';

export interface OverridesContract {
  /** Who overrode what until when, and what this person may do about it. */
  readonly 'override.view': { readonly ask: IssueAsk; readonly answer: OverridesView };
  /** What a wish would do to score and lane; nothing is written. */
  readonly 'override.preview': {
    readonly ask: IssueAsk & { readonly wish: OverrideRequest };
    readonly answer: OverridePreview;
  };
  /** `seen` is the state that the person was looking at: what somebody else did meanwhile is shown before theirs is saved. */
  readonly 'override.propose': {
    readonly ask: IssueAsk & { readonly seen: string; readonly wish: OverrideRequest };
    readonly answer: OverridesView;
  };
  /** Approves or refuses one that waits. */
  readonly 'override.answer': {
    readonly ask: IssueAsk & OverrideAnswer;
    readonly answer: OverridesView;
  };
  /** Takes one back. */
  readonly 'override.undo': {
    readonly ask: IssueAsk & OverrideUndo;
    readonly answer: OverridesView;
  };
}

export type OverrideRequest = (
  | { readonly kind: 'lane'; readonly lane: WorkLane }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'decline' | 'pause' }
) & {
  readonly reason: string;
  /** Last day on which it holds, `2026-12-31`, UTC. */
  readonly until: string;
};

export type OverrideRequestKind = OverrideRequest['kind'];

export interface OverrideUndo {
  readonly seen: string;
  readonly id: string;
}

export interface OverrideAnswer extends OverrideUndo {
  readonly approve: boolean;
  /** What the log keeps of why; null for none. */
  readonly reason: string | null;
}

export interface OverrideView {
  readonly id: string;
  /** `lane hot fix`, `+12 points`, `paused`. */
  readonly what: string;
  readonly reason: string;
  /** Display name of the author. */
  readonly by: string;
  /** Days, UTC. */
  readonly at: string;
  readonly until: string;
  /** `lapsed`: it waited beyond its last day, and can be answered no more. */
  readonly state: 'in force' | 'waiting' | 'lapsed' | 'idle';
  /** Why it has no effect; null while it holds. */
  readonly idle: string | null;
  readonly canAnswer: boolean;
  readonly canUndo: boolean;
}

/** What a person may do: `why` is said beside what is disabled. */
export type MayView =
  | { readonly may: true; readonly approval: 'not needed' | 'needed'; readonly approvers: string }
  | { readonly may: false; readonly why: string; readonly approvers: string };

/** To pin a lane is another act for whoever owns that lane. */
export type MayKinds = Readonly<
  Record<Exclude<OverrideRequestKind, 'lane'>, MayView> & {
    lane: Readonly<Record<WorkLane, MayView>>;
  }
>;

export interface OverridesView {
  readonly seen: string;
  /** The newest first. */
  readonly overrides: readonly OverrideView[];
  readonly may: MayKinds;
  /** How far the rubric lets people go. */
  readonly limits: {
    /** Days, UTC. */
    readonly lastDay: Readonly<Record<OverrideRequestKind, string>>;
    /** Up or down. */
    readonly points: number;
    /** What a form offers as the end. */
    readonly usualEnd: string;
  };
}

export interface FaceView {
  readonly score: number | null;
  readonly lane: Lane;
  readonly band: Band | null;
  readonly horizon: Horizon | null;
  readonly paused: boolean;
}

export interface OverridePreview {
  readonly before: FaceView;
  readonly after: FaceView;
}
