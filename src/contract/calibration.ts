import type { Agreement } from '../core/calibration/agreement';
import type { ScopeAsk } from './asks';
import type { Influence } from '../core/calibration/influence';
import type { Suggestion } from '../core/calibration/suggestions';

export interface CalibrationContract {
  /** A project's rubric held against what its team finished; changes nothing. Administrators of the project only. */
  readonly 'calibration.view': { readonly ask: ScopeAsk; readonly answer: CalibrationView };
}

/** The rubric held against what the team really did. Nothing is changed by it. */
export interface CalibrationView {
  /** Days looked back, and how many issues were finished in them, without incidents and support requests. */
  readonly days: number;
  readonly finished: number;
  /** False where more was finished than the newest 300 that are looked at. */
  readonly complete: boolean;
  /** Of those, how many Ballast had scored before they were finished, and of how many it kept the table of the score. */
  readonly scored: number;
  readonly explained: number;
  readonly agreement: Agreement;
  /** At most twenty that this person may see, both of them. */
  readonly inversions: readonly InversionView[];
  /** How many there are in all. */
  readonly inverted: number;
  /** Points that count as far. */
  readonly far: number;
  readonly influences: readonly Influence[];
  /** Open issues that influence is worked out from. */
  readonly open: number;
  readonly suggestions: readonly Suggestion[];
  /** Fewer finished issues than this, and nothing is suggested. */
  readonly least: number;
}

export interface InversionView {
  readonly key: string;
  readonly score: number;
  /** ISO time. */
  readonly finished: string;
  readonly passed: number;
  readonly instead: { readonly key: string; readonly score: number };
}
