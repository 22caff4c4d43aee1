import type { ProjectId } from '../../core/terms/project';
import type { FollowersPlans } from '../../core/preview/preview-plans';
import { inherited, stillAsIn } from '../../core/rubric/document/inherit';
import { parseRubric } from '../../core/rubric/document/parse';
import type { Rubric } from '../../core/rubric/schema/schema';
import { isPlain } from '../../core/rubric/document/with-defaults';
import { planScoring, type ScoringPlan } from '../../core/scoring/plan';
import { newestOf } from '../rubric/edition';
import { tooLarge } from '../rubric/size-limit';
import type { Needs } from './needs';

/** How a project with a rubric of its own stands to a draft of the site's. */
export interface Follower {
  /** Null for a project that takes nothing from the site's, or that no rubric can judge before or after. */
  readonly plans: FollowersPlans | null;
  /** Why it will keep what it has although it takes parts that the draft changes; else null. */
  readonly keeps: string | null;
}

/** Null for a project without a rubric of its own: the site's judges it as a whole. */
export async function followerOf(
  project: ProjectId,
  draft: Rubric,
  { rubrics }: Pick<Needs, 'rubrics'>,
): Promise<Follower | null> {
  const own = await newestOf({ project }, rubrics);
  if (own === null) return null;
  const takes = own.stored?.inherits ?? [];
  if (takes.length === 0) return { plans: null, keeps: null };
  const before = own.problems.length > 0 ? null : planScoring(own.rubric);
  const kept = (keeps: string | null): Follower => ({
    plans: before === null ? null : { before, after: before, takes },
    keeps,
  });
  if (stillAsIn(draft, own.rubric, takes).length === takes.length) return kept(null);
  const after = planWith(own.stored?.document, takes, draft);
  return typeof after === 'string' ? kept(after) : { plans: { before, after, takes }, keeps: null };
}

/** The plan of what publishing the draft has the project follow, or why it cannot. */
function planWith(
  document: unknown,
  takes: FollowersPlans['takes'],
  draft: Rubric,
): ScoringPlan | string {
  const parsed = parseRubric(isPlain(document) ? inherited(document, takes, draft) : document);
  const large = parsed.ok ? tooLarge(parsed.rubric) : null;
  const problems = parsed.ok ? (large === null ? [] : [large]) : parsed.problems;
  return parsed.ok && problems.length === 0
    ? planScoring(parsed.rubric)
    : problems.map(({ path, problem }) => `${path} ${problem}`.trim()).join('; ');
}
