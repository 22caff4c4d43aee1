import type { FieldInfo, IssueHistory, IssueRecord } from '../../core/issue/issue-record';
import type { Project, ProjectId } from '../../core/terms/project';

/** An issue that Jira sent in a shape nobody knows: the others of its page are not held up by it. */
export interface Unreadable {
  readonly id: string;
  readonly key: string;
  readonly why: string;
}

/** Issues by id or key: those that exist, and the ids or keys of those that do not (or not for this requester). */
export interface Found {
  readonly issues: readonly IssueRecord[];
  readonly gone: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** One page of a search; `next` is null on the last. */
export interface IssuePage extends Pick<Found, 'issues' | 'unreadable'> {
  readonly next: string | null;
}

/** Reads Jira as the app. Every method costs quota: 1 point and 1 more an issue. */
export interface Issues {
  /** Any number of ids or keys; asked in pages of 100. `fieldIds` are the custom fields wanted besides the standard ones. */
  find(idsOrKeys: readonly string[], fieldIds: readonly string[]): Promise<Found>;
  /** One page of at most 100 issues. */
  page(jql: string, cursor: string | null, fieldIds: readonly string[]): Promise<IssuePage>;
  /** Ids alone, at most 5,000 a page. */
  ids(
    jql: string,
    cursor: string | null,
  ): Promise<{ readonly ids: readonly string[]; readonly next: string | null }>;
  /** What the changelogs of these issues tell, by id; only for rubrics that ask, since it costs as much again as the issues. */
  histories(ids: readonly string[]): Promise<ReadonlyMap<string, IssueHistory>>;
  /** About how many issues a search finds; one point. */
  count(jql: string): Promise<number>;
}

/** The site's projects, as far as the app sees them: neither archived ones nor those in the trash. */
export interface Projects {
  /** At most a hundred from `start` on; `next` is null on the last page. Costs a point. */
  page(
    start: number,
  ): Promise<{ readonly projects: readonly Project[]; readonly next: number | null }>;
  /** The key of a project today; null where the app does not see it. A point. */
  keyOf(project: ProjectId): Promise<string | null>;
  /** The project of a key, also of one that it had before; null where the app does not see it. A point. */
  byKey(key: string): Promise<Project | null>;
  /** Which of these keys, at most twenty, are of projects of this site, also as a project's former key; a point each. */
  among(keys: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What earlier versions kept under the keys of projects. */
export interface ProjectKeys {
  /** Writes down once which project had which key, so that it stays theirs. @throws Unavailable while Jira shows no project */
  writeDownKeys(): Promise<void>;
  /** Takes note of a key, for rubrics that name the project; true where another was known. */
  keyIs(project: Project): Promise<boolean>;
}

/** The site's fields, remembered for a while: a deleted field is noticed within ten minutes, or when writing to it fails. */
export interface SiteFields {
  all(): Promise<readonly FieldInfo[]>;
  forget(): Promise<void>;
}
