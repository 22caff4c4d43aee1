import type { Clock } from '../../clock';
import { createCatalogue, type Catalogue } from './catalogue';
import {
  DEFAULT_FIELDS,
  DEFAULT_ISSUE_TYPES,
  DEFAULT_LINK_TYPES,
  DEFAULT_PRIORITIES,
  DEFAULT_RESOLUTIONS,
  DEFAULT_STATUSES,
} from './defaults';
import type {
  CustomField,
  IssueType,
  LinkType,
  Priority,
  Resolution,
  Sprint,
  Status,
  User,
} from './entities';
import type { Project, Issue, IssueStub, Link } from './issue';
import type { ProjectScreens } from './screen';
import { createSearchIndex, type SearchIndex } from './search-index';

/** Everything the site knows. Only `model/` and `edit/` change it. */
export interface SiteState {
  readonly clock: Clock;
  readonly baseUrl: string;
  readonly appAccountId: string;
  readonly users: Map<string, User>;
  /** By upper-case key. */
  readonly projects: Map<string, Project>;
  /** Renamed projects by the upper-case keys that they had: these go on leading there until another project takes them. */
  readonly formerKeys: Map<string, Project>;
  /** Projects that are out of reach, by id: `hidden` from the app alone. */
  readonly away: Map<string, 'trashed' | 'archived' | 'hidden'>;
  readonly types: Catalogue<IssueType>;
  readonly statuses: Catalogue<Status>;
  readonly priorities: Catalogue<Priority>;
  readonly resolutions: Catalogue<Resolution>;
  readonly linkTypes: Catalogue<LinkType>;
  readonly fields: Catalogue<CustomField>;
  readonly sprints: Map<number, Sprint>;
  readonly issues: Map<number, Issue>;
  /** By upper-case key. */
  readonly issuesByKey: Map<string, Issue>;
  readonly stubsByKey: Map<string, IssueStub>;
  readonly links: Map<number, Link>;
  /** By project id, made when first looked at. */
  readonly screens: Map<string, ProjectScreens>;
  readonly index: SearchIndex;
  /** Grows with every change; what was computed under an older one may be stale. */
  revision: number;
  lastIssueId: number;
  lastLinkId: number;
  lastCommentId: number;
  lastChangeId: number;
  lastEntityId: number;
}

export function createSiteState(clock: Clock, baseUrl: string, app: User, admin: User): SiteState {
  return {
    clock,
    baseUrl,
    appAccountId: app.accountId,
    users: new Map([app, admin].map((user) => [user.accountId, user])),
    projects: new Map(),
    formerKeys: new Map(),
    away: new Map(),
    types: createCatalogue(10_000, DEFAULT_ISSUE_TYPES),
    statuses: createCatalogue(10_000, DEFAULT_STATUSES),
    priorities: createCatalogue(1, DEFAULT_PRIORITIES),
    resolutions: createCatalogue(10_000, DEFAULT_RESOLUTIONS),
    linkTypes: createCatalogue(10_000, DEFAULT_LINK_TYPES),
    fields: createCatalogue(0, DEFAULT_FIELDS),
    sprints: new Map(),
    issues: new Map(),
    issuesByKey: new Map(),
    stubsByKey: new Map(),
    links: new Map(),
    screens: new Map(),
    index: createSearchIndex(),
    revision: 0,
    lastIssueId: 10_000,
    lastLinkId: 10_000,
    lastCommentId: 10_000,
    lastChangeId: 10_000,
    lastEntityId: 10_000,
  };
}

/** An issue by its id or, in any case, its key. */
export function findIssue(state: SiteState, idOrKey: string): Issue | undefined {
  return /^\d+$/.test(idOrKey)
    ? state.issues.get(Number(idOrKey))
    : state.issuesByKey.get(idOrKey.toUpperCase());
}

export function findProject(state: SiteState, idOrKey: string): Project | undefined {
  if (!/^\d+$/.test(idOrKey))
    return state.projects.get(idOrKey.toUpperCase()) ?? state.formerKeys.get(idOrKey.toUpperCase());
  for (const project of state.projects.values()) if (project.id === idOrKey) return project;
  return undefined;
}
