export interface RubricChange {
  /** Where in the later document, or in the earlier one for what is gone. */
  readonly path: string;
  /** `Criterion “Reach”: share 40 % → 25 %`. */
  readonly text: string;
  /** It follows from the other changes, and is none of its own. */
  readonly follows?: true;
}
