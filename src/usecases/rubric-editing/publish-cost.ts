import type { ProjectId } from '../../core/terms/project';
import type { RubricCostAnswer } from '../../contract/publication';
import type { RubricCost } from '../../core/preview/rubric-cost';
import { parseRubric } from '../../core/rubric/document/parse';
import type { Rubric } from '../../core/rubric/schema/schema';
import { lackingIn } from '../scoring/ledger-covers-rubric';
import { backlogJql, coverageOf } from '../jobs/start-job';
import { wouldGo } from '../retention/would-go';
import { newestOf, siteEdition } from '../rubric/edition';
import { mustPublish, openAccess, type RubricContext } from '../access/rubric-access';
import type { Needs } from './needs';

type CostNeeds = Pick<
  Needs,
  'jobs' | 'rubrics' | 'issues' | 'ledger' | 'evidence' | 'decisions' | 'projects'
>;

/** Issues of one search page: each page costs a point besides its issues. */
const PAGE = 100;

/**
 * What publishing this rubric would cost at Jira: nothing where the ledger holds what it asks, else one pass over the open issues.
 * @throws Forbidden unless the person may publish it.
 */
export async function rubricCost(
  project: ProjectId | null,
  document: unknown,
  context: RubricContext & { readonly world: CostNeeds; readonly now: Date },
): Promise<RubricCostAnswer> {
  mustPublish(await openAccess(project, context));
  const parsed = parseRubric(document);
  return parsed.ok
    ? { ok: true, cost: await costOf(project, parsed.rubric, context.world, context.now) }
    : { ok: false, problems: parsed.problems };
}

/** The same of a rubric that passed its checks, for somebody who may publish it. */
export async function costOf(
  project: ProjectId | null,
  draft: Rubric,
  world: CostNeeds,
  now: Date,
): Promise<RubricCost> {
  const removes = await wouldGo(project, draft, world, now);
  return { ...(await scoringCost(project, draft, world)), ...(removes !== null && { removes }) };
}

async function scoringCost(
  project: ProjectId | null,
  draft: Rubric,
  world: CostNeeds,
): Promise<RubricCost> {
  const known = await coverageOf(project, world);
  const inForce =
    (project === null ? null : await newestOf({ project }, world.rubrics)) ??
    (await siteEdition(world.rubrics));
  const because =
    known === null
      ? ['the ledger does not hold every open issue yet']
      : inForce.problems.length > 0
        ? ['the rubric in force cannot be used, so nobody knows what was read by it']
        : lackingIn(inForce.rubric, draft);
  if (because.length === 0) return { issues: known?.issues ?? null, reads: 0, points: 0, because };
  const issues = await world.issues.count(backlogJql(project));
  return { issues, reads: issues, points: issues + Math.ceil(issues / PAGE), because };
}
