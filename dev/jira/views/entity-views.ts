import type {
  Component,
  IssueType,
  LinkType,
  Priority,
  ProjectRole,
  Resolution,
  Status,
  User,
  Version,
} from '../model/entities';
import type { Project } from '../model/issue';
import type { SiteState } from '../model/site-state';
import type { StatusCategoryKey } from '../snapshot';

const CATEGORIES = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const satisfies Record<StatusCategoryKey, object>;

export const STATUS_CATEGORY_KEYS = Object.keys(CATEGORIES) as readonly StatusCategoryKey[];

export const rest = (state: SiteState, path: string): string =>
  `${state.baseUrl}/rest/api/3/${path}`;

export function categoryView(state: SiteState, key: StatusCategoryKey) {
  const category = CATEGORIES[key];
  return { self: rest(state, `statuscategory/${category.id}`), ...category };
}

export function statusView(state: SiteState, status: Status) {
  return {
    self: rest(state, `status/${status.id}`),
    description: '',
    iconUrl: `${state.baseUrl}/images/icons/status.png`,
    name: status.name,
    id: status.id,
    statusCategory: categoryView(state, status.category),
  };
}

export function typeView(state: SiteState, type: IssueType) {
  return {
    self: rest(state, `issuetype/${type.id}`),
    id: type.id,
    description: type.description,
    iconUrl: `${state.baseUrl}/images/icons/issuetype.svg`,
    name: type.name,
    subtask: type.subtask,
    hierarchyLevel: type.hierarchyLevel,
  };
}

export function priorityView(state: SiteState, priority: Priority) {
  return {
    self: rest(state, `priority/${priority.id}`),
    iconUrl: `${state.baseUrl}/images/icons/priority.svg`,
    name: priority.name,
    id: priority.id,
  };
}

export function resolutionView(state: SiteState, resolution: Resolution) {
  return {
    self: rest(state, `resolution/${resolution.id}`),
    id: resolution.id,
    description: '',
    name: resolution.name,
  };
}

export function linkTypeView(state: SiteState, type: LinkType) {
  return {
    id: type.id,
    name: type.name,
    inward: type.inward,
    outward: type.outward,
    self: rest(state, `issueLinkType/${type.id}`),
  };
}

export function componentView(state: SiteState, component: Component) {
  return { self: rest(state, `component/${component.id}`), id: component.id, name: component.name };
}

export function versionView(state: SiteState, version: Version) {
  return {
    self: rest(state, `version/${version.id}`),
    id: version.id,
    name: version.name,
    archived: version.archived,
    released: version.released,
    ...(version.startDate === null ? {} : { startDate: version.startDate }),
    ...(version.releaseDate === null ? {} : { releaseDate: version.releaseDate }),
  };
}

export function userView(state: SiteState, user: User) {
  return {
    self: rest(state, `user?accountId=${encodeURIComponent(user.accountId)}`),
    accountId: user.accountId,
    accountType: user.accountType,
    ...(user.email === '' ? {} : { emailAddress: user.email }),
    displayName: user.displayName,
    active: user.active,
    timeZone: 'Etc/UTC',
  };
}

/** The person of an account id; null for nobody. */
export function personView(state: SiteState, accountId: string | null) {
  const user = accountId === null ? undefined : state.users.get(accountId);
  return user === undefined ? null : userView(state, user);
}

export function projectView(state: SiteState, project: Project) {
  return {
    self: rest(state, `project/${project.id}`),
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.typeKey,
    simplified: false,
  };
}

export function roleUrl(state: SiteState, project: Project, role: ProjectRole): string {
  return rest(state, `project/${project.id}/role/${role.id}`);
}
