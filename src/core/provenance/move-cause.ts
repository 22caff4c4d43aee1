import type { Because } from './because';
import type { Noun, Value } from './said';
import type { Why } from './why';

/** How many pieces of evidence or links came, went, or were closed or opened again. */
export interface PieceChange {
  readonly became: 'new' | 'reopened' | 'closed' | 'gone';
  readonly noun: Noun;
  readonly count: number;
}

/** Why a line of a score moved, or several lines at once. `name` is the line's label as it stands within a sentence. */
export type MoveCause =
  /** The input is the same and only weighs differently. */
  | { readonly kind: 'weighsDifferently'; readonly rubricChanged: boolean }
  | {
      readonly kind: 'ratings';
      readonly name: string;
      /** Without their values: who has not rated yet reads this too. */
      readonly became: 'first' | 'new' | 'fewer' | 'changed' | 'gone';
      readonly count: number;
    }
  | { readonly kind: 'pieces'; readonly changes: readonly PieceChange[] }
  | { readonly kind: 'furtherBack'; readonly value: Value | null }
  | { readonly kind: 'urgent'; readonly value: Value | null }
  | { readonly kind: 'notUrgent' | 'moveEnded' | 'nothingKnown' }
  | { readonly kind: 'inherits' | 'inheritsNoMore'; readonly value: Value | null }
  | {
      readonly kind: 'movedByPerson';
      readonly points: Value | null;
      readonly instead?: Value | null;
    }
  | { readonly kind: 'unknown'; readonly name: string; readonly why: Why }
  | { readonly kind: 'countsNoMore'; readonly name: string }
  /** Nobody touched the issue for so many days, and somebody did again. */
  | {
      readonly kind: 'aged';
      readonly name: string;
      readonly value: Value | null;
      readonly days: number;
    }
  | { readonly kind: 'renewed'; readonly name: string; readonly value: Value | null }
  | {
      readonly kind: 'found';
      readonly name: string;
      readonly value: Value | null;
      /** Found before as well, and counted otherwise. */
      readonly countsDifferently?: true;
    }
  | {
      readonly kind: 'changed';
      readonly name: string;
      readonly from: Value | null;
      readonly to: Value | null;
    }
  | { readonly kind: 'noScore'; readonly because: Because };

/** Part of a change of score, in points with one decimal. */
export interface Move {
  /** Ids of the lines that changed for this reason, the most important first; `others` and `score` stand for all. */
  readonly ids: readonly string[];
  readonly change: number;
  readonly because: MoveCause;
}

export interface Movement {
  readonly from: number | null;
  readonly to: number | null;
  /** Largest first; they add up to `to` − `from` exactly, an issue without a score counting as 0. */
  readonly moves: readonly Move[];
}
