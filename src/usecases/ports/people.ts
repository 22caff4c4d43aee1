import type { Person } from '../../core/post-mortem/view';
import type { Project, ProjectId } from '../../core/terms/project';

/** Who people are, as the person who asks may know it. */
export interface People {
  /** Display names by account id; who is unknown or deleted is left out. */
  names(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Who and which roles a rubric can name, as the person who asks sees them. */
export interface Naming {
  /** Names of a project's roles; of the whole site's for null. */
  roles(project: ProjectId | null): Promise<readonly string[]>;
  /** People of the site by the beginning of a name, 20 at most; nobody for an empty one. */
  people(query: string): Promise<readonly Person[]>;
}

export interface RolesOfPerson {
  readonly roles: readonly string[];
  readonly unread: readonly string[];
}

/** Project roles, read as the app: Jira shows their members to administrators only. */
export interface Roles {
  /**
   * Which of these roles of a project somebody has, by name; through a group too. Roles that the project lacks are left out; `unread` are
   * those of which Jira does not tell the app.
   */
  ofPerson(project: ProjectId, accountId: string, names: readonly string[]): Promise<RolesOfPerson>;
}

/** What one look at an issue tells, as the person who asks sees it. */
export interface IssueSight {
  /** The project that it is in now. */
  readonly project: ProjectId;
  /** Jira's `updated`, ISO time. */
  readonly updated: string;
  /** Jira's `updated` does not move with these; null where the site does not show them. */
  readonly votes: number | null;
  readonly watchers: number | null;
  /** Keys of the linked issues: Jira shows only those that the person may see. */
  readonly linked: ReadonlySet<string>;
}

/** What the person who asks may do, asked of Jira as that person. */
export interface Viewer {
  /** Which of these ids or keys they may see. */
  visible(idsOrKeys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Costs no more than `visible`; null when they may not see it, or it is gone. */
  look(issueId: string): Promise<IssueSight | null>;
  /** Jira's permission keys, in a project or on the whole site. */
  may(
    permission: 'ADMINISTER' | 'ADMINISTER_PROJECTS' | 'EDIT_ISSUES' | 'BROWSE_PROJECTS',
    project: ProjectId | null,
  ): Promise<boolean>;
  /** The same on one issue, by its id or key: a permission scheme may give it to whoever reported the issue, or is assigned to it. */
  mayOn(permission: 'EDIT_ISSUES', idOrKey: string): Promise<boolean>;
  /** The projects that they may browse, at most a thousand. */
  projects(): Promise<readonly ProjectId[]>;
  /** The project of a key that somebody wrote, also of one that it had before; null when they may not see it. A point. */
  project(key: string): Promise<Project | null>;
}
