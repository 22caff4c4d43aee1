import type { Band } from '../terms/band';
import type { Horizon } from '../terms/horizon';
import type { Lane } from '../terms/lane';
import type { OverridesInForce } from '../overrides/overrides-in-force';
import type { Because } from '../provenance/because';
import type { Value } from '../provenance/said';
import type { Source } from '../provenance/source';
import type { Why } from '../provenance/why';

/**
 * One line of the rationale. Contributions are in points of the final score with one decimal;
 * all of a card's contributions add up to its score exactly.
 */
export interface Line {
  /** A criterion's id, or `start`, `effort`, `urgency`, `override`, `override-lane`, `override-decline`, `override-pause`, `inherited`. */
  readonly id: string;
  /** A pillar's id; null for the lines that act on the whole score. */
  readonly pillar: string | null;
  readonly label: string;
  readonly value: Value | null;
  readonly unit?: string;
  /** 0–100; null for the lines that are no criterion. */
  readonly points: number | null;
  /** Share of the known weight, 0–1; null for the lines that are no criterion. */
  readonly weight: number | null;
  /** The multiplier of the effort line (0–1), the share of what is left to 100 that urgency adds (0–1). */
  readonly factor?: number;
  readonly contribution: number;
  readonly from: readonly Source[];
}

/** An input that nobody has given. */
export interface Missing {
  readonly id: string;
  readonly pillar: string | null;
  readonly label: string;
  readonly why: Why;
  /** The score if this alone were learned at its worst and at its best. */
  readonly low: number;
  readonly high: number;
}

/** What a rubric makes of an issue's signals at a moment. Scores are 0–100 with one decimal; null when nothing is known, the issue is done, or it is declined and blocks nothing. */
export interface ScoreCard {
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
  /** The published number of the rubric's method (RICE 675) or its name in a matrix; null when it cannot be told; absent for pillars. */
  readonly raw?: number | string | null;
  /** The score before inheritance, its override included: what blockers pass on is computed from this alone, so cycles end. */
  readonly own: number | null;
  /** The range that belongs to `own`. */
  readonly ownLow: number;
  readonly ownHigh: number;
  /** What it scores because an issue that waits for it does; null while its own score is as high, and when none waits. */
  readonly inheritedScore: number | null;
  readonly band: Band | null;
  readonly lane: Lane;
  readonly because: Because;
  readonly horizon: Horizon | null;
  readonly horizonBecause: Because;
  readonly lines: readonly Line[];
  readonly missing: readonly Missing[];
  /** One line of text for the field *Score reasons*, at most 255 characters. */
  readonly reasons: string;
  /** What people decided about it, with what has no effect and why; absent where nobody did. */
  readonly overrides?: OverridesInForce;
}
