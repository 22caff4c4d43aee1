import { rolesNamed, verdictOn } from '../../core/overrides/decision-rights';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { Viewer, World } from '../ports/world';

/** Who looks, at an issue of which project under which rubric. */
export interface Looking {
  readonly me: string;
  readonly viewer: Viewer;
  readonly world: Pick<World, 'roles'>;
  readonly project: string;
  readonly issueId: string;
  readonly rubric: Rubric;
}

/** Why this person may not answer what is asked, in words; null for what they may, and for what is not asked. */
export interface MayNot {
  readonly fill: string | null;
  readonly rate: string | null;
}

/** Looked up only for what is asked: every look costs a request to Jira. */
export async function mayNotAnswer(
  asked: { readonly field: boolean; readonly rating: boolean },
  { me, viewer, world, project, issueId, rubric }: Looking,
): Promise<MayNot> {
  if (!asked.field && !asked.rating) return { fill: null, rate: null };
  const edits = await viewer.mayOn('EDIT_ISSUES', issueId);
  const fill = !asked.field || edits ? null : 'You may not edit this issue.';
  if (!asked.rating) return { fill, rate: null };
  const right = rubric.decisionRights.rateCriteria;
  const standing = { accountId: me, roles: [] as readonly string[], edits, administers: false };
  // Who may rate anyway needs no second look.
  if (verdictOn(right, standing, false).may) return { fill, rate: null };
  const [administers, held] = await Promise.all([
    viewer.may('ADMINISTER_PROJECTS', project),
    world.roles.ofPerson(project, me, rolesNamed([right])),
  ]);
  const verdict = verdictOn(right, { ...standing, administers, ...held }, false);
  return { fill, rate: verdict.may ? null : verdict.why };
}
