import { parseRubric } from '../core/rubric/parse';
import type { RubricProblem } from '../core/rubric/problem';
import { Forbidden } from './failures';
import { lackingIn } from './held-signals';
import { backlogJql, coverageOf } from './jobs/start-job';
import type { Viewer, World } from './ports';
import { rubricsOf } from './rubrics-of';

export interface Cost {
  readonly issues: number | null;
  readonly reads: number;
  readonly points: number;
  readonly because: readonly string[];
}

export type CostAnswer = { readonly ok: true; readonly cost: Cost } | { readonly ok: false; readonly problems: readonly RubricProblem[] };

/** Issues of one search page: each page costs a point besides its issues. */
const PAGE = 100;

/**
 * What publishing this rubric would cost at Jira: nothing where the ledger holds what it asks, else one pass over the open issues.
 * @throws Forbidden unless the person may publish it.
 */
export async function rubricCost(project: string | null, document: unknown, viewer: Viewer, world: World): Promise<CostAnswer> {
  if (!(await viewer.may(project === null ? 'ADMINISTER' : 'ADMINISTER_PROJECTS', project))) throw new Forbidden('Only an administrator may publish a rubric, or learn what it costs');
  const parsed = parseRubric(document);
  if (!parsed.ok) return { ok: false, problems: parsed.problems };
  const known = await coverageOf(project, world);
  const inForce = (await rubricsOf([project ?? ''], world.rubrics))(project ?? '');
  const because = known === null ? ['the ledger does not hold every open issue yet'] : lackingIn(inForce.rubric, parsed.rubric);
  if (because.length === 0) return { ok: true, cost: { issues: known?.issues ?? null, reads: 0, points: 0, because } };
  const issues = await world.issues.count(backlogJql(project));
  return { ok: true, cost: { issues, reads: issues, points: issues + Math.ceil(issues / PAGE), because } };
}
