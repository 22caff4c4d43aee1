import type { ProjectId } from '../../core/terms/project';
import { rolesNamed, verdictOn } from '../../core/overrides/decision-rights';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { Viewer } from '../ports/world';
import type { Needs } from './needs';

/** Who looks, at an issue of which project under which rubric. */
export interface Looking {
  readonly me: string;
  readonly viewer: Viewer;
  readonly world: Pick<Needs, 'roles'>;
  readonly project: ProjectId;
  readonly issueId: string;
  readonly rubric: Rubric;
}

/**
 * Why this person may not rate, in words; null for who may. It costs a request to Jira, so it is looked up only where something is to be
 * rated. Whether they may fill in a field the browser asks Jira itself, before it offers to: Jira asks again when it is done.
 */
export async function mayNotRate({
  me,
  viewer,
  world,
  project,
  issueId,
  rubric,
}: Looking): Promise<string | null> {
  const right = rubric.decisionRights.rateCriteria;
  const edits = await viewer.mayOn('EDIT_ISSUES', issueId);
  const standing = { accountId: me, roles: [] as readonly string[], edits, administers: false };
  // Who may rate anyway needs no second look.
  if (verdictOn(right, standing, false).may) return null;
  const [administers, theirs] = await Promise.all([
    viewer.may('ADMINISTER_PROJECTS', project),
    world.roles.ofPerson(project, me, rolesNamed([right])),
  ]);
  const verdict = verdictOn(right, { ...standing, administers, ...theirs }, false);
  return verdict.may ? null : verdict.why;
}
