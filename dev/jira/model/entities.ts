import type { FieldOwner } from '../protocol';
import type { CustomFieldType, SnapshotSprint, StatusCategoryKey } from '../snapshot';

export interface User {
  readonly accountId: string;
  readonly accountType: 'atlassian' | 'app';
  readonly displayName: string;
  readonly email: string;
  readonly active: boolean;
  readonly groups: readonly string[];
}

export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly subtask: boolean;
  readonly hierarchyLevel: number;
}

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategoryKey;
}

export interface Priority {
  readonly id: string;
  readonly name: string;
}

export interface Resolution {
  readonly id: string;
  readonly name: string;
}

export interface LinkType {
  readonly id: string;
  readonly name: string;
  readonly outward: string;
  readonly inward: string;
}

export interface Component {
  readonly id: string;
  readonly name: string;
}

export interface Version {
  readonly id: string;
  readonly name: string;
  readonly released: boolean;
  readonly archived: boolean;
  readonly startDate: string | null;
  readonly releaseDate: string | null;
}

export interface ProjectRole {
  readonly id: string;
  readonly name: string;
  readonly accountIds: Set<string>;
}

export type Sprint = SnapshotSprint;

export interface CustomField {
  /** `customfield_NNNNN`. */
  readonly id: string;
  /** The module's ARI for a field of the app, else the id. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: CustomFieldType;
  /** Given when the field belongs to the app. */
  readonly app: {
    readonly moduleKey: string;
    readonly readOnly: boolean;
    /** The app in one environment: the same app in another has fields of its own. */
    readonly owner: FieldOwner;
  } | null;
}
