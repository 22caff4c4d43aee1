import type { Issue, Project } from './issue';
import type { SiteState } from './site-state';

export const PROJECT_PERMISSIONS = [
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'DELETE_ISSUES',
  'TRANSITION_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'ADD_COMMENTS',
  'LINK_ISSUES',
  'SCHEDULE_ISSUES',
  'ADMINISTER_PROJECTS',
  'SERVICEDESK_AGENT',
] as const;
export const GLOBAL_PERMISSIONS = ['ADMINISTER', 'BROWSE_USERS'] as const;
export type ProjectPermission = (typeof PROJECT_PERMISSIONS)[number];
export type Permission = ProjectPermission | (typeof GLOBAL_PERMISSIONS)[number];

/** Members of this group administer the site, and so every project. */
export const ADMIN_GROUP = 'site-admins';

const EVERYTHING: ReadonlySet<ProjectPermission> = new Set(PROJECT_PERMISSIONS);
const WORKING: ReadonlySet<ProjectPermission> = new Set([
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'ADD_COMMENTS',
  'LINK_ISSUES',
  'SCHEDULE_ISSUES',
]);
/** With the licence of service management; everybody else who works in a service project collaborates. */
const AGENT: ReadonlySet<ProjectPermission> = new Set([...WORKING, 'SERVICEDESK_AGENT']);
const READING: ReadonlySet<ProjectPermission> = new Set(['BROWSE_PROJECTS']);

/** What a role may do; a role with any other name may work on issues but neither delete them nor run the project. */
const GRANTS: Readonly<Record<string, ReadonlySet<ProjectPermission>>> = {
  administrators: EVERYTHING,
  viewers: READING,
  viewer: READING,
  'service desk team': AGENT,
  'service desk customers': new Set(),
};

export function mayInProject(
  state: SiteState,
  accountId: string,
  project: Project,
  permission: ProjectPermission,
): boolean {
  const away = state.away.get(project.id);
  if (permission === 'SERVICEDESK_AGENT' && project.typeKey !== 'service_desk') return false;
  if (away !== undefined && (away !== 'hidden' || accountId === state.appAccountId)) return false;
  // Forge puts an installed app into a role with every permission of every project.
  if (accountId === state.appAccountId || mayAdminister(state, accountId)) return true;
  if (project.roles.length === 0) return state.users.has(accountId);
  return project.roles.some(
    (role) =>
      role.accountIds.has(accountId) &&
      (GRANTS[role.name.toLowerCase()] ?? WORKING).has(permission),
  );
}

/**
 * The same on one issue: its security level counts too, and of a role *Reporters* only who reported it edits, though Jira says yes when
 * it is asked for the project.
 */
export function mayOnIssue(
  state: SiteState,
  accountId: string,
  issue: Issue,
  permission: ProjectPermission,
): boolean {
  const { project, security } = issue;
  if (!mayInProject(state, accountId, project, permission)) return false;
  const rolesHeld = project.roles.filter(({ accountIds }) => accountIds.has(accountId));
  if (
    security !== null &&
    !security.accountIds.includes(accountId) &&
    !rolesHeld.some(({ name }) => security.roles.includes(name))
  )
    return false;
  const reportsOnly =
    !mayAdminister(state, accountId) &&
    rolesHeld.length > 0 &&
    rolesHeld.every(({ name }) => name.toLowerCase() === 'reporters');
  return !(permission === 'EDIT_ISSUES' && reportsOnly && issue.reporter !== accountId);
}

export function mayAdminister(state: SiteState, accountId: string): boolean {
  return state.users.get(accountId)?.groups.includes(ADMIN_GROUP) === true;
}

export function may(
  state: SiteState,
  accountId: string,
  permission: Permission,
  project: Project | undefined,
): boolean {
  if (permission === 'ADMINISTER') return mayAdminister(state, accountId);
  if (permission === 'BROWSE_USERS') return true;
  if (project !== undefined) return mayInProject(state, accountId, project, permission);
  return [...state.projects.values()].some((each) =>
    mayInProject(state, accountId, each, permission),
  );
}
