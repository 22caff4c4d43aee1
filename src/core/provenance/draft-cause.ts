import type { Band } from '../terms/band';
import type { Lane } from '../terms/lane';
import type { Because } from './because';
import type { Value } from './said';
import type { Why } from './why';

/** From what it is under the rubric in force to what it is under a draft. */
export interface FromTo<T> {
  readonly from: T;
  readonly to: T;
}

/** Why a draft of a rubric moves a score. Shares are 0–1, points 0–100. */
export type DraftCause =
  | { readonly kind: 'noScore'; readonly because: Because }
  | { readonly kind: 'nothingKnown' | 'againstRecord' | 'otherMethod' | 'otherStart' }
  /** Criteria that only make room for what the draft changed, or fill what it left. */
  | {
      readonly kind: 'makesRoom';
      /** Labels of the first two of them. */
      readonly first: string;
      readonly second: string | null;
      readonly count: number;
      readonly countMore: boolean;
      /** What they make room for; null where no weight says it. */
      readonly causes: { readonly first: string; readonly count: number } | null;
    }
  | { readonly kind: 'newCriterion' | 'goneCriterion'; readonly label: string }
  | { readonly kind: 'countsNoMore'; readonly label: string; readonly why: Why | null }
  | { readonly kind: 'countsNow'; readonly label: string; readonly value: Value | null }
  | {
      readonly kind: 'criterion';
      readonly label: string;
      readonly value?: FromTo<Value | null>;
      readonly points?: FromTo<number>;
      readonly weight?: FromTo<number>;
    }
  | { readonly kind: 'moreOfPillar'; readonly count: number; readonly pillar: string }
  | { readonly kind: 'effortCounts' | 'effortCountsNoMore' | 'notUrgent' }
  | { readonly kind: 'effort'; readonly value: FromTo<Value | null> }
  | { readonly kind: 'ease' | 'urgency'; readonly factor: FromTo<number> }
  /** The same factor on another value. */
  | { readonly kind: 'easeTakes' | 'urgencyLeft'; readonly rises: boolean }
  | { readonly kind: 'urgentNow' | 'inherits' | 'inheritsNoMore'; readonly value: Value | null }
  | { readonly kind: 'inheritsOther'; readonly value: Value | null; readonly rises: boolean }
  | { readonly kind: 'line'; readonly label: string; readonly value: Value | null };

/** Why an issue stands in its lane under a draft: which of the rules makes the difference, if one does, then its own reason. */
export interface DraftLaneCause {
  readonly rule:
    | { readonly kind: 'newRule' | 'changedRule' | 'ruleHolds' }
    | { readonly kind: 'ruleGone' | 'ruleFails' | 'comesFirst'; readonly lane: Lane }
    | null;
  readonly because: Because;
}

/** A band that begins elsewhere. */
export interface MovedThreshold extends FromTo<number> {
  readonly band: Band;
}
