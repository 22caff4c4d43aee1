import type { Band } from '../terms/band';
import type { Horizon } from '../terms/horizon';
import type { Lane, WorkLane } from '../terms/lane';
import type { Because } from './because';
import type { Ref } from './ref';

/** What an override does. */
export type OverrideDone =
  | { readonly kind: 'lane'; readonly lane: WorkLane }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'decline' | 'pause' | 'overCap' };

export type OverrideBecame =
  | 'made'
  | 'asked for'
  | 'approved'
  | 'refused'
  /** By somebody who was not asked in words. */
  | 'refused unasked'
  | 'taken back'
  | 'ended'
  | 'lapsed';

/** A post-mortem as it stands; `due`: day by which an open one is to be complete. */
export interface PostMortemState {
  readonly state: 'open' | 'complete';
  readonly due?: string;
}

/** One thing that is different now. `refused`: Jira's reason for not letting Ballast do it. Days, UTC. */
export type Change =
  | {
      readonly kind: 'lane';
      readonly from: Lane | null;
      readonly to: Lane;
      readonly because: Because;
    }
  | { readonly kind: 'band'; readonly from: Band | null; readonly to: Band | null }
  | {
      readonly kind: 'horizon';
      readonly from: Horizon | null;
      readonly to: Horizon | null;
      readonly because: Because;
    }
  | { readonly kind: 'score'; readonly from: number | null; readonly to: number | null }
  | {
      readonly kind: 'override';
      readonly does: OverrideDone;
      readonly became: OverrideBecame;
      readonly until: string;
    }
  | { readonly kind: 'flag' | 'assignee'; readonly refused?: string }
  | {
      readonly kind: 'dueDate';
      readonly from: string | null;
      readonly to: string;
      readonly refused?: string;
    }
  | {
      readonly kind: 'evidenceLink';
      readonly ref: Ref;
      readonly as: 'incident' | 'support';
      readonly refused?: string;
    }
  /** By an automation rule, in somebody's name. */
  | {
      readonly kind: 'evidenceRecorded';
      readonly ref: Ref;
      readonly as: 'incident' | 'support' | 'report' | 'usage';
      readonly state: 'open' | 'resolved' | 'withdrawn';
    }
  /** Shares of what the policy counts, 0–1. */
  | {
      readonly kind: 'capacity';
      readonly share: number;
      readonly cap: number;
      /** Work that would make room. */
      readonly pause: { readonly ref: Ref } | null;
      /** Who may decide it, in words. */
      readonly approvers: string;
    }
  /** Told only to who may see every issue that says so. */
  | {
      readonly kind: 'affectedSegments';
      readonly segments: readonly { readonly name: string | null; readonly customers: number }[];
    }
  | { readonly kind: 'updateSent'; readonly to: readonly { readonly ref: Ref }[] }
  | { readonly kind: 'updatePerhapsSent'; readonly ref: Ref; readonly why: string }
  | {
      readonly kind: 'postMortem';
      readonly from: PostMortemState | null;
      readonly to: PostMortemState;
    }
  | {
      readonly kind: 'preventiveAction';
      readonly action: { readonly ref: Ref; readonly due: string } | null;
    }
  | { readonly kind: 'actionLink'; readonly ref: Ref; readonly refused?: string }
  | { readonly kind: 'recurrence'; readonly ref: Ref }
  | { readonly kind: 'technicalRisk' }
  /** As an older version of Ballast put it. */
  | {
      readonly kind: 'recorded';
      readonly what: string;
      readonly from: string | null;
      readonly to: string | null;
      readonly because?: string;
      /** Told only to who may see every issue that says so. */
      readonly confidential?: true;
    };
