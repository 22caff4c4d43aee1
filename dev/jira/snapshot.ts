/**
 * A whole Jira as plain data: what an import produces and what `bulkLoad` takes.
 *
 * Issues name types, statuses, priorities, resolutions, components, versions and people by name or account id; whatever the
 * catalogues do not list is created while loading. Dates are anything `Date.parse` reads, with Jira's `+0000` zone allowed;
 * due dates are `YYYY-MM-DD`. `issues`, `links` and `stubs` are read once and in order, so a generator will do.
 */
export interface SiteSnapshot {
  readonly users: readonly SnapshotUser[];
  readonly projects: readonly SnapshotProject[];
  readonly issueTypes: readonly SnapshotIssueType[];
  readonly statuses: readonly SnapshotStatus[];
  /** Statuses that no issue stands in any more, only their changelogs name them: wanted for a day of the past. */
  readonly formerStatuses?: readonly SnapshotStatus[];
  readonly priorities: readonly SnapshotPriority[];
  readonly resolutions: readonly string[];
  readonly linkTypes: readonly SnapshotLinkType[];
  readonly fields: readonly SnapshotField[];
  readonly issues: Iterable<SnapshotIssue>;
  readonly links: Iterable<SnapshotLink>;
  /** Issues known only because another one links to them. They show in links and nowhere else: reading one is a 404. */
  readonly stubs?: Iterable<SnapshotStub>;
}

export interface SnapshotUser {
  readonly accountId: string;
  readonly displayName: string;
  readonly email?: string;
  readonly active?: boolean;
  readonly groups?: readonly string[];
}

export interface SnapshotProject {
  readonly id?: string;
  readonly key: string;
  readonly name: string;
  /** `software` when absent. */
  readonly typeKey?: 'software' | 'business' | 'service_desk';
  readonly leadAccountId?: string;
  readonly components?: readonly { readonly id?: string; readonly name: string }[];
  readonly versions?: readonly SnapshotVersion[];
  /** Names in the order of the workflow, for those that no issue has; the statuses of its issues are there anyway. */
  readonly statuses?: readonly string[];
  /** Members by role name. Without any role everybody who logs in may do everything in the project. */
  readonly roles?: readonly { readonly name: string; readonly accountIds: readonly string[] }[];
}

export interface SnapshotVersion {
  readonly id?: string;
  readonly name: string;
  readonly released?: boolean;
  readonly archived?: boolean;
  readonly startDate?: string;
  readonly releaseDate?: string;
}

export interface SnapshotIssueType {
  readonly id?: string;
  readonly name: string;
  readonly description?: string;
  readonly subtask?: boolean;
  /** -1 sub-task, 0 standard, 1 epic, above 1 for initiatives and the like. */
  readonly hierarchyLevel?: number;
}

export type StatusCategoryKey = 'new' | 'indeterminate' | 'done';

export interface SnapshotStatus {
  readonly id?: string;
  readonly name: string;
  readonly category: StatusCategoryKey;
}

/** Priorities are listed from highest to lowest: that is the order JQL compares and sorts by. */
export interface SnapshotPriority {
  readonly id?: string;
  readonly name: string;
}

export interface SnapshotLinkType {
  readonly id?: string;
  readonly name: string;
  /** How the source speaks of the destination: "blocks". */
  readonly outward: string;
  /** How the destination speaks of the source: "is blocked by". */
  readonly inward: string;
}

export interface SnapshotField {
  /** `customfield_NNNNN`, the id by which issues hold its value in `customs`. */
  readonly id: string;
  readonly name: string;
  readonly type: CustomFieldType;
}

/**
 * The shape of a custom field's values. `option` is `{id?, value}`, `array-option` a list of those, `sprint` a list of sprints,
 * `sla` an agreement of service management (`{name, completedCycles, ongoingCycle?}`), `organizations` a list of `{id, name}`,
 * `feedback` a `{rating}` from 1 to 5.
 */
export type CustomFieldType =
  | 'number'
  | 'string'
  | 'text'
  | 'date'
  | 'datetime'
  | 'user'
  | 'array-user'
  | 'group'
  | 'option'
  | 'array-option'
  | 'array-string'
  | 'sprint'
  | 'sla'
  | 'organizations'
  | 'feedback'
  | 'object'
  | 'any';

/** ADF (`{type: 'doc', …}`), or wiki or plain text, or nothing. */
export type SnapshotText = Readonly<Record<string, unknown>> | string | null;

export interface SnapshotIssue {
  /** Digits; given by the site when absent or already taken. */
  readonly id?: string;
  readonly key: string;
  readonly projectKey: string;
  readonly typeName: string;
  readonly statusName: string;
  readonly summary: string;
  readonly description?: SnapshotText;
  readonly environment?: SnapshotText;
  readonly priority?: string | null;
  readonly resolution?: string | null;
  readonly reporter?: string | null;
  readonly assignee?: string | null;
  readonly creator?: string | null;
  readonly created: string;
  readonly updated?: string;
  readonly resolutiondate?: string | null;
  readonly duedate?: string | null;
  readonly labels?: readonly string[];
  readonly components?: readonly string[];
  /** Affected versions. */
  readonly versions?: readonly string[];
  readonly fixVersions?: readonly string[];
  readonly parentKey?: string | null;
  /** Epic of an export older than the `parent` field; becomes the parent where there is none. */
  readonly epicKey?: string | null;
  readonly comments?: readonly SnapshotComment[];
  readonly changelog?: readonly SnapshotChange[];
  readonly votes?: number;
  readonly watches?: number;
  /** Account ids of those among the votes and watches who are known; an import only counts them. */
  readonly voters?: readonly string[];
  readonly watchers?: readonly string[];
  readonly attachmentCount?: number;
  readonly timeoriginalestimate?: number | null;
  readonly timespent?: number | null;
  readonly flagged?: boolean;
  readonly sprints?: readonly SnapshotSprint[];
  /** By field id. A field that `fields` does not list is created with the type `any`. */
  readonly customs?: Readonly<Record<string, unknown>>;
}

export interface SnapshotSprint {
  readonly id: number;
  readonly name: string;
  readonly state: 'active' | 'future' | 'closed';
  readonly startDate?: string;
  readonly endDate?: string;
  readonly completeDate?: string;
}

export interface SnapshotComment {
  readonly id?: string;
  readonly author?: string | null;
  readonly created: string;
  readonly updated?: string;
  readonly body: SnapshotText;
  /** False for an internal note of a service project. */
  readonly isPublic?: boolean;
}

export interface SnapshotChange {
  readonly id?: string;
  readonly author?: string | null;
  readonly created: string;
  readonly items: readonly SnapshotChangeItem[];
}

export interface SnapshotChangeItem {
  readonly field: string;
  readonly fieldId?: string;
  readonly from?: string | null;
  readonly fromText?: string | null;
  readonly to?: string | null;
  readonly toText?: string | null;
}

export interface SnapshotLink {
  readonly id?: string;
  readonly typeName: string;
  /** "SOURCE blocks DESTINATION" for a link type whose outward name is "blocks". At least one end must be a loaded issue. */
  readonly sourceKey: string;
  readonly destinationKey: string;
}

export interface SnapshotStub {
  readonly key: string;
  readonly id?: string;
  readonly summary?: string;
  readonly typeName?: string;
  readonly statusName?: string;
  readonly priority?: string | null;
}
