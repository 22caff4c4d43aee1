import type { ProjectRole } from './entities';
import type {
  Component,
  IssueType,
  LinkType,
  Priority,
  Resolution,
  Status,
  Version,
} from './entities';

/** Wiki or plain text as it came, or ADF kept as JSON text: parsed documents would take ten times the memory. */
export type StoredText = string | { readonly adf: string } | null;

export interface Issue {
  readonly stub: false;
  readonly id: number;
  key: string;
  number: number;
  project: Project;
  type: IssueType;
  status: Status;
  summary: string;
  description: StoredText;
  environment: StoredText;
  priority: Priority | null;
  resolution: Resolution | null;
  reporter: string | null;
  assignee: string | null;
  readonly creator: string | null;
  /** Times are milliseconds since the epoch. */
  readonly created: number;
  updated: number;
  /** As `updated`, but for what apps wrote into their own fields: Jira shows it to nobody. */
  edited: number;
  resolved: number | null;
  statusCategoryChanged: number;
  /** `YYYY-MM-DD`. */
  due: string | null;
  labels: readonly string[];
  components: readonly Component[];
  versions: readonly Version[];
  fixVersions: readonly Version[];
  parent: Issue | null;
  children: readonly Issue[];
  links: readonly Link[];
  comments: readonly Comment[];
  history: readonly Change[];
  /** Votes and watches an import only counted, without saying whose. */
  readonly anonymousVotes: number;
  readonly anonymousWatches: number;
  voters: readonly string[];
  watchers: readonly string[];
  readonly attachmentCount: number;
  originalEstimate: number | null;
  readonly timeSpent: number | null;
  /** Who may see it at all, of those who see its project; null for everybody. */
  security: IssueSecurity | null;
  customs: Readonly<Record<string, unknown>>;
  properties: Readonly<Record<string, unknown>>;
}

/** A level of an issue security scheme: whoever is named, administrators and apps included, and nobody else. */
export interface IssueSecurity {
  readonly name: string;
  readonly accountIds: readonly string[];
  /** Names of project roles. */
  readonly roles: readonly string[];
}

/** An issue known only from a link to it. */
export interface IssueStub {
  readonly stub: true;
  readonly id: number;
  readonly key: string;
  readonly summary: string;
  readonly type: IssueType | null;
  readonly status: Status | null;
  readonly priority: Priority | null;
}

export interface Link {
  readonly id: number;
  readonly type: LinkType;
  readonly source: Issue | IssueStub;
  readonly destination: Issue | IssueStub;
}

export interface Comment {
  readonly id: string;
  readonly author: string | null;
  readonly created: number;
  readonly updated: number;
  readonly body: StoredText;
  readonly isPublic: boolean;
}

export interface Change {
  readonly id: string;
  readonly author: string | null;
  readonly created: number;
  readonly items: readonly ChangeItem[];
}

export interface ChangeItem {
  readonly field: string;
  readonly fieldId: string | null;
  readonly from: string | null;
  readonly fromText: string | null;
  readonly to: string | null;
  readonly toText: string | null;
}

export interface Project {
  readonly id: string;
  key: string;
  readonly name: string;
  readonly typeKey: 'software' | 'business' | 'service_desk';
  readonly leadAccountId: string | null;
  readonly components: Component[];
  readonly versions: Version[];
  readonly roles: ProjectRole[];
  /** The workflow: every status can move to every other one. In board order. */
  readonly statuses: Status[];
  readonly issues: Set<Issue>;
  lastNumber: number;
}
