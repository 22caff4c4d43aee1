import type { SnapshotProject, SnapshotUser } from '../snapshot';
import type { Project } from './issue';
import { ensureStatus } from './fill-catalogues';
import type { SiteState } from './site-state';

export function addUser(state: SiteState, given: SnapshotUser): void {
  state.users.set(given.accountId, {
    accountId: given.accountId,
    accountType: 'atlassian',
    displayName: given.displayName,
    email: given.email ?? '',
    active: given.active ?? true,
    groups: given.groups ?? [],
  });
}

/** Somebody an import only mentions by id becomes a person of that name, as Jira shows former users. */
export function ensureUser(state: SiteState, accountId: string | null | undefined): string | null {
  if (accountId === null || accountId === undefined) return null;
  if (!state.users.has(accountId)) addUser(state, { accountId, displayName: accountId });
  return accountId;
}

export function nextEntityId(
  state: SiteState,
  wanted: string | undefined,
  taken: (id: string) => boolean,
): string {
  if (wanted !== undefined && !taken(wanted)) return wanted;
  do state.lastEntityId += 1;
  while (taken(String(state.lastEntityId)));
  return String(state.lastEntityId);
}

export function ensureProject(state: SiteState, key: string): Project {
  return state.projects.get(key.toUpperCase()) ?? fillProject(state, { key, name: key });
}

export function fillProject(state: SiteState, given: SnapshotProject): Project {
  const ids = new Set([...state.projects.values()].map((each) => each.id));
  const known = state.projects.get(given.key.toUpperCase());
  const project: Project = known ?? {
    id: nextEntityId(state, given.id, (id) => ids.has(id)),
    key: given.key.toUpperCase(),
    name: given.name,
    typeKey: given.typeKey ?? 'software',
    leadAccountId: given.leadAccountId ?? null,
    components: [],
    versions: [],
    roles: [],
    statuses: [],
    issues: new Set(),
    lastNumber: 0,
  };
  state.projects.set(project.key, project);
  for (const component of given.components ?? [])
    ensureComponent(state, project, component.name, component.id);
  for (const version of given.versions ?? []) ensureVersion(state, project, version.name, version);
  for (const name of given.statuses ?? []) {
    const status = ensureStatus(state, name);
    if (!project.statuses.includes(status)) project.statuses.push(status);
  }
  for (const role of given.roles ?? []) {
    const members = project.roles.find((each) => each.name === role.name);
    if (members === undefined)
      project.roles.push({
        id: roleId(state, role.name),
        name: role.name,
        accountIds: new Set(role.accountIds),
      });
    else role.accountIds.forEach((accountId) => members.accountIds.add(accountId));
  }
  return project;
}

export function ensureComponent(state: SiteState, project: Project, name: string, wanted?: string) {
  const known = project.components.find((each) => each.name === name);
  if (known !== undefined) return known;
  const component = {
    id: nextEntityId(state, wanted, (id) => project.components.some((each) => each.id === id)),
    name,
  };
  project.components.push(component);
  return component;
}

export function ensureVersion(
  state: SiteState,
  project: Project,
  name: string,
  given: {
    readonly id?: string;
    readonly released?: boolean;
    readonly archived?: boolean;
    readonly startDate?: string;
    readonly releaseDate?: string;
  } = {},
) {
  const known = project.versions.find((each) => each.name === name);
  if (known !== undefined) return known;
  const version = {
    id: nextEntityId(state, given.id, (id) => project.versions.some((each) => each.id === id)),
    name,
    released: given.released ?? false,
    archived: given.archived ?? false,
    startDate: given.startDate ?? null,
    releaseDate: given.releaseDate ?? null,
  };
  project.versions.push(version);
  return version;
}

/** Roles are a site's, not a project's: the same name has the same id everywhere. */
function roleId(state: SiteState, name: string): string {
  const roles = [...state.projects.values()].flatMap((project) => project.roles);
  return (
    roles.find((role) => role.name === name)?.id ??
    nextEntityId(state, undefined, (id) => roles.some((role) => role.id === id))
  );
}
