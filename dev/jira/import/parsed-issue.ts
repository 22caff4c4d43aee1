import type {
  CustomFieldType,
  SnapshotIssue,
  SnapshotIssueType,
  SnapshotLink,
  SnapshotLinkType,
  SnapshotProject,
  SnapshotStub,
  SnapshotUser,
  SnapshotVersion,
  StatusCategoryKey,
} from '../snapshot';

/** One issue of an export, and what it tells about the site around it. */
export interface ParsedIssue {
  readonly issue: SnapshotIssue;
  readonly project: Pick<SnapshotProject, 'id' | 'key' | 'name' | 'typeKey'>;
  readonly type: SnapshotIssueType;
  readonly status: ParsedStatus;
  readonly priority?: { readonly id?: string; readonly name: string };
  readonly users: readonly SnapshotUser[];
  readonly components: readonly { readonly id?: string; readonly name: string }[];
  readonly versions: readonly SnapshotVersion[];
  readonly links: readonly ParsedLink[];
  readonly stubs: readonly SnapshotStub[];
  /** CSV names a parent by its id. */
  readonly parentId?: string;
  readonly subtaskKeys: readonly string[];
  /** Where the export says when nothing happened to the issue, the creation date is not known. */
  readonly createdIsKnown: boolean;
  readonly fieldNames: Readonly<Record<string, string>>;
  readonly fieldTypes: Readonly<Record<string, CustomFieldType>>;
  readonly warnings: readonly string[];
}

export interface ParsedStatus {
  readonly id?: string;
  readonly name: string;
  /** Absent in Server and CSV exports. */
  readonly category?: StatusCategoryKey;
}

export interface ParsedLink {
  readonly link: SnapshotLink;
  readonly type: Pick<SnapshotLinkType, 'id' | 'name'> & Partial<SnapshotLinkType>;
}

export type IssueReading =
  | { readonly ok: true; readonly parsed: ParsedIssue }
  | {
      readonly ok: false;
      readonly key?: string;
      readonly reasons: readonly string[];
      readonly remedy: string;
    };
