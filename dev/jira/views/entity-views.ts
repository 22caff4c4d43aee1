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
import { mayAdminister } from '../model/permissions';
import type { SiteState } from '../model/site-state';
import { usualPriority } from '../model/usual-priority';
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

/** From highest to lowest, the colours of a new site. */
const PRIORITY_COLOURS = ['#d04437', '#f15C75', '#f79232', '#707070', '#999999'];

/** What the lists of priorities tell of each, and an issue does not. */
export function describedPriority(state: SiteState, priority: Priority) {
  const at = Math.min(state.priorities.rank(priority), PRIORITY_COLOURS.length - 1);
  return {
    statusColor: PRIORITY_COLOURS[at],
    description: '',
    isDefault: priority === usualPriority(state),
  };
}

/** The pictures of a person or a project, in the sizes Jira has them in. */
function avatarUrls(state: SiteState, path: string) {
  const at = (size: string) =>
    `${state.baseUrl}/rest/api/3/universal_avatar/view/type/${path}?size=${size}`;
  return {
    '48x48': at('xlarge'),
    '24x24': at('small'),
    '16x16': at('xsmall'),
    '32x32': at('medium'),
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

/** As the lists of a project tell it; an issue shows less. */
export function projectComponentView(state: SiteState, project: Project, component: Component) {
  return {
    ...componentView(state, component),
    assigneeType: 'PROJECT_DEFAULT',
    realAssigneeType: 'PROJECT_DEFAULT',
    isAssigneeTypeValid: false,
    project: project.key,
    projectId: Number(project.id),
  };
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

/** As the lists of a project tell it; an issue shows less. */
export function projectVersionView(state: SiteState, project: Project, version: Version) {
  return { ...versionView(state, version), projectId: Number(project.id) };
}

export function userView(state: SiteState, user: User) {
  return {
    self: rest(state, `user?accountId=${encodeURIComponent(user.accountId)}`),
    accountId: user.accountId,
    accountType: user.accountType,
    avatarUrls: avatarUrls(state, `avatar/${encodeURIComponent(user.accountId)}`),
    displayName: user.displayName,
    active: user.active,
    timeZone: 'Etc/UTC',
  };
}

/** With the address, which Jira shows to the person and to whoever administers the site: neither to others nor to apps. */
export function userViewFor(state: SiteState, viewer: string, user: User) {
  const shown = user.email !== '' && (viewer === user.accountId || mayAdminister(state, viewer));
  return { ...userView(state, user), ...(shown ? { emailAddress: user.email } : {}) };
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
    avatarUrls: avatarUrls(state, `project/${project.id}`),
  };
}

/** As lists of projects tell it; an issue shows less. */
export function listedProjectView(state: SiteState, project: Project) {
  return {
    ...projectView(state, project),
    style: 'classic',
    isPrivate: project.roles.length > 0,
    properties: {},
    entityId: projectUuid(project),
    uuid: projectUuid(project),
  };
}

/** The same for a project whenever it is asked for. */
const projectUuid = ({ id }: Project): string => `00000000-0000-4000-9000-${id.padStart(12, '0')}`;

export function roleUrl(
  { state, version }: { readonly state: SiteState; readonly version: 2 | 3 },
  project: Project,
  role: ProjectRole,
): string {
  return `${state.baseUrl}/rest/api/${version}/project/${project.id}/role/${role.id}`;
}
