import type { Band, Lane } from '../core/scoring/score-card';

/** An input that nobody gave and that alone could change the lane or the band. */
export interface QuestionView {
  /** Id of the criterion, or `effort`. */
  readonly id: string;
  readonly label: string;
  readonly why: string;
  readonly lanes: readonly Lane[];
  readonly bands: readonly Band[];
  readonly low: number;
  readonly high: number;
  /** The field that a number goes into; null where it has to be filled in on the issue itself. */
  readonly field: { readonly name: string; readonly unit: string } | null;
}
