import type { Section } from '../rubric/document/inherit';
import type { ScoringPlan } from '../scoring/plan';

/** `before` is null where the rubric in force cannot be used: then the draft is compared with what was last recorded of each issue. */
export interface PreviewPlans {
  readonly before: ScoringPlan | null;
  readonly after: ScoringPlan;
}

/** The plans of a project with a rubric of its own that takes parts of it from the draft: made once for all its issues. */
export interface FollowersPlans extends PreviewPlans {
  readonly takes: readonly Section[];
}

/** What a team's capacity and MoSCoW are reckoned by: of whoever has one of these of its own, effort cannot be added to that of others. */
const RECKONED_BY: readonly Section[] = ['effort', 'capacity', 'moscow'];

export function reckonsAlike(plans: FollowersPlans | undefined): boolean {
  return plans === undefined || RECKONED_BY.every((section) => plans.takes.includes(section));
}
