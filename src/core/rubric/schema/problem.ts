/** Something in a rubric that must be put right before it is used. */
export interface RubricProblem {
  /** `criteria.2.weight`; empty for the document as a whole. */
  readonly path: string;
  readonly problem: string;
  readonly advice: string;
}
