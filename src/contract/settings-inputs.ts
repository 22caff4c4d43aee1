import type { Distribution } from '../core/calibration/distribution';
import type { FieldSignal } from '../core/issue/field-facts';
import type { ScopeAsk } from './asks';

export interface SettingsInputsContract {
  /** The site's fields with how often they are filled, and how today's values of each criterion are spread. */
  readonly 'settings.inputs': { readonly ask: ScopeAsk; readonly answer: SettingsInputs };
}

/** The facts that criteria are chosen and curves are drawn by. */
export interface SettingsInputs {
  /** Every field of the site that an issue could be judged by, those most often filled first. */
  readonly fields: readonly FieldFacts[];
  /** How many recent open issues the person's sample holds; 0 when Jira could not be asked, and why. */
  readonly sample: { readonly issues: number; readonly why: string | null };
  /** How many open issues of the ledger the distributions are of, at most 5,000. */
  readonly measured: { readonly issues: number; readonly all: boolean };
  /** By criterion of the rubric in force. */
  readonly distributions: Readonly<Record<string, Distribution>>;
  /** Names that the sample holds, for choosing from: the rest is typed. */
  readonly names: {
    readonly workTypes: readonly string[];
    readonly priorities: readonly string[];
    readonly linkTypes: readonly string[];
    /** Both sides of each type of link, as issues word them. */
    readonly linkPhrases: readonly string[];
    readonly roles: readonly string[];
  };
}

export interface FieldFacts {
  readonly id: string;
  readonly name: string;
  /** The criterion's signal that reads it best; null when none reads it. */
  readonly signal: FieldSignal | null;
  /** Jira's own type, in words: «number», «list of options». */
  readonly type: string;
  /** Shares from 0 to 1; null while nobody measured. `of`: «of 214 open issues», «of the last 100 issues». */
  readonly filled: { readonly share: number; readonly of: string } | null;
  /** Values that the person may see, the most frequent first; of a number or date the lowest, the middle and the highest. At most 12. */
  readonly samples: readonly string[];
  /** How its values are spread over the sample, for a criterion that the ledger holds nothing of yet; null without a sample, and where no curve is drawn by it. */
  readonly spread: Distribution | null;
}
