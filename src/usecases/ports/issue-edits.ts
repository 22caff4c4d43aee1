import type { EditableField } from '../../core/issue/editable-field';
import type { FieldInfo } from '../../core/issue/issue-record';

/** One thing that is set on an issue: by Ballast itself when the issue becomes urgent, or by a person who answers in the panel. */
export type IssueEdit =
  | { readonly kind: 'flag'; readonly fieldId: string }
  /** `value` as Jira's REST API takes it for the field. */
  | { readonly kind: 'field'; readonly fieldId: string; readonly value: unknown }
  /** Day. */
  | { readonly kind: 'due'; readonly day: string }
  | { readonly kind: 'assignee'; readonly accountId: string };

/** Edits as the app, or as a person. */
export interface IssueEdits {
  /** @throws Rejected when the issue's screen has no such field, or the project takes no such assignee */
  set(issueKey: string, edit: IssueEdit): Promise<void>;
  /** The fields that may be edited on the issue, and what they take; none without the right to edit it. */
  editable(issueKey: string): Promise<readonly EditableField[]>;
  /**
   * The site's field *Flagged*, which is called otherwise where the site was set up in another language; null when it has none, and when
   * neither its name nor the issue's edit screen tells.
   */
  flaggedField(fields: readonly FieldInfo[], issueKey: string): Promise<string | null>;
}
