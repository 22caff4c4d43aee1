import type { ProjectId } from '../../core/terms/project';
import {
  approverWords,
  rolesNamed,
  verdictOn,
  type Right,
  type Standing,
  type Verdict,
} from '../../core/overrides/decision-rights';
import { followed, type Section } from '../../core/rubric/document/inherit';
import { Forbidden, Gone } from '../ports/failures';
import type { Asking, RubricScope } from '../ports/world';
import type { Drafts, Proposals } from '../ports/settings';
import { newestOf, siteEdition, type Edition } from '../rubric/edition';
import type { Needs } from './needs';

/** Everything that a person's work on a rubric takes from the world. */
export interface SettingsContext extends Asking {
  readonly drafts: Drafts;
  readonly proposals: Proposals;
}

/** Who asks about a rubric, and the world as it is for them. */
export type RubricContext = Pick<SettingsContext, 'viewer' | 'me'> & {
  readonly world: Pick<Needs, 'rubrics' | 'roles'>;
};

/** A scope's rubric as a person finds it. */
export interface RubricAccess {
  readonly scope: RubricScope;
  readonly project: ProjectId | null;
  /** The scope's own newest version; null where nobody ever published in it. */
  readonly own: Edition | null;
  readonly site: Edition;
  /** What judges issues now. */
  readonly inForce: Edition;
  /** What a draft of this scope starts from. */
  readonly base: number;
  /** Whether the person may publish, and whether somebody must approve it. */
  readonly verdict: Verdict;
  readonly right: Right;
  readonly who: Standing;
}

/** Of the site's rubric its administrators decide alone, whatever it says about projects. */
const administratorsOnly: Right = { roles: [], people: [], approvers: { roles: [], people: [] } };

/** @throws Gone when the project does not exist for this person */
export async function openAccess(
  project: ProjectId | null,
  context: RubricContext,
): Promise<RubricAccess> {
  const { world } = context;
  const scope: RubricScope = project === null ? 'site' : { project };
  if (project !== null && !(await context.viewer.may('BROWSE_PROJECTS', project)))
    throw new Gone('This project does not exist, or you may not see it');
  const [site, own] = await Promise.all([
    siteEdition(world.rubrics),
    newestOf(scope, world.rubrics),
  ]);
  const inForce = own ?? site;
  return {
    scope,
    project,
    own,
    site,
    inForce,
    base: own?.version ?? 0,
    ...(await standing(project, inForce, context)),
  };
}

/** By the decision rights of what is in force, not of what somebody would like to be; of a broken rubric administrators only. */
async function standing(
  project: ProjectId | null,
  inForce: Edition,
  { world, viewer, me }: RubricContext,
): Promise<Pick<RubricAccess, 'verdict' | 'right' | 'who'>> {
  const administers = await viewer.may(
    project === null ? 'ADMINISTER' : 'ADMINISTER_PROJECTS',
    project,
  );
  const sound = inForce.problems.length === 0;
  const right =
    project !== null && sound ? inForce.rubric.decisionRights.publishRubric : administratorsOnly;
  if (administers || project === null || !sound) {
    const who = { accountId: me, roles: [], edits: administers, administers };
    const verdict: Verdict = administers
      ? { may: true, approval: 'not needed' }
      : {
          may: false,
          why:
            project === null
              ? "Only a Jira administrator may change the site's rubric."
              : 'Only an administrator of this project may mend its rubric.',
        };
    return { verdict, right, who };
  }
  const [edits, theirs] = await Promise.all([
    viewer.may('EDIT_ISSUES', project),
    world.roles.ofPerson(project, me, rolesNamed([right])),
  ]);
  const who = { accountId: me, ...theirs, edits, administers };
  return { verdict: verdictOn(right, who, false), right, who };
}

/** The parts that follow the site's rubric now; of the site's own rubric none. */
export function followedNow({
  project,
  own,
}: Pick<RubricAccess, 'project' | 'own'>): readonly Section[] {
  return project === null ? [] : followed(own?.stored ?? null);
}

/** @throws Forbidden with the reason that the person was shown beside the disabled button */
export function mustPublish({ verdict }: Pick<RubricAccess, 'verdict'>): void {
  if (!verdict.may) throw new Forbidden(verdict.why);
}

export function approversOf({ project, right }: RubricAccess): string {
  return project === null ? 'a Jira administrator' : approverWords(right);
}
