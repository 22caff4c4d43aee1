import type { ProjectId } from '../../core/terms/project';
import { planScoring, type ScoringPlan } from '../../core/scoring/plan';
import type { RubricInForce } from '../ports/rubrics';

export type PlanOf = (project: ProjectId) => ScoringPlan;

/** Each rubric is made ready once, however many issues it judges. */
export function plansOf(rubricOf: (project: ProjectId) => RubricInForce): PlanOf {
  const made = new Map<string, ScoringPlan>();
  return (project) => {
    const inForce = rubricOf(project);
    const name = inForce.stamp.startsWith('own-') ? project : inForce.stamp;
    const plan = made.get(name) ?? planScoring(inForce.rubric);
    made.set(name, plan);
    return plan;
  };
}
