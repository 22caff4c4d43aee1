import { z } from 'zod';
import type { RubricCostAnswer, RubricPublication } from '../contract';
import type { Viewer, World } from '../usecases/ports';
import { publishRubric } from '../usecases/publish-rubric';
import { rubricCost } from '../usecases/rubric-cost';

const ask = z.object({
  /** Null for the whole site. */
  project: z.string().regex(/^[A-Z][A-Z0-9_]{0,254}$/u, 'must be a project key').nullable(),
  document: z.unknown(),
  reason: z.string().trim().min(1, 'says why the rubric changes').max(1_000),
});

/** `rubric.publish` */
export async function answerRubricPublish(payload: unknown, by: string, viewer: Viewer, world: World, now: Date): Promise<RubricPublication> {
  const { project, document, reason } = ask.parse(payload);
  return publishRubric({ scope: project === null ? 'site' : { project }, document, reason, by }, viewer, world, now);
}

/** `rubric.cost` */
export async function answerRubricCost(payload: unknown, viewer: Viewer, world: World): Promise<RubricCostAnswer> {
  const { project, document } = ask.omit({ reason: true }).parse(payload);
  return rubricCost(project, document, viewer, world);
}
