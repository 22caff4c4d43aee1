import type { ScoringPlan } from '../scoring/plan';

/** `before` is null where the rubric in force cannot be used: then the draft is compared with what was last recorded of each issue. */
export interface PreviewPlans {
  readonly before: ScoringPlan | null;
  readonly after: ScoringPlan;
}
