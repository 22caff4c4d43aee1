import type { IssueRecord, LinkRecord, StatusCategory } from '../core/issue/issue-record';
import { issueJson, type IssueJson, type LinkedJson } from './issue-json';

/** Fields that the record carries under names of its own; all others go to `fields` as they are. */
const STANDARD = new Set([
  'project',
  'summary',
  'issuetype',
  'status',
  'priority',
  'labels',
  'components',
  'fixVersions',
  'assignee',
  'reporter',
  'parent',
  'created',
  'updated',
  'resolutiondate',
  'duedate',
  'votes',
  'watches',
  'issuelinks',
]);

/** Asked for only when a rubric counts comments: Jira sends their texts along. */
const ON_REQUEST = 'comment';

/** The standard fields to ask Jira for; the custom ones come from the rubric. */
export const standardFields: readonly string[] = [...STANDARD];

/** One issue of a REST answer, or what is wrong with it. */
export type Parsed =
  | { readonly ok: true; readonly issue: IssueRecord }
  | { readonly ok: false; readonly id: string; readonly key: string; readonly problem: string };

export function parseIssue(json: unknown): Parsed {
  const result = issueJson.safeParse(json);
  if (result.success) return { ok: true, issue: recordOf(result.data) };
  const first = result.error.issues[0];
  return {
    ok: false,
    id: textOf(json, 'id') ?? '?',
    key: textOf(json, 'key') ?? 'an issue without a key',
    problem: `${first?.path.join('.') ?? 'issue'}: ${first?.message ?? 'not an issue'}`,
  };
}

function recordOf({ id, key, fields }: IssueJson): IssueRecord {
  return {
    id,
    key,
    project: { id: fields.project.id, key: fields.project.key },
    summary: fields.summary ?? '',
    type: {
      name: fields.issuetype.name,
      level: fields.issuetype.hierarchyLevel ?? levelOf(fields.issuetype),
    },
    status: { name: fields.status.name, category: categoryOf(fields.status) },
    priority: fields.priority?.name ?? null,
    labels: fields.labels ?? [],
    components: (fields.components ?? []).map(({ name }) => name),
    fixVersions: (fields.fixVersions ?? []).map(({ name, released }) => ({
      name,
      released: released ?? false,
    })),
    assignee: fields.assignee?.accountId ?? null,
    reporter: fields.reporter
      ? { id: fields.reporter.accountId, name: fields.reporter.displayName }
      : null,
    parentKey: fields.parent?.key ?? null,
    created: fields.created,
    updated: fields.updated ?? fields.created,
    resolved: fields.resolutiondate ?? null,
    due: fields.duedate ?? null,
    votes: fields.votes?.votes ?? null,
    watchers: fields.watches?.watchCount ?? null,
    comments: fields.comment?.total ?? null,
    links: (fields.issuelinks ?? []).flatMap(linkOf),
    fields: Object.fromEntries(
      Object.entries(fields).filter(
        ([name, value]) => !STANDARD.has(name) && name !== ON_REQUEST && value !== null,
      ),
    ),
  };
}

/** Jira before hierarchy levels says only whether a type is a sub-task. */
function levelOf(type: { readonly name: string; readonly subtask?: boolean | undefined }): number {
  if (type.subtask === true) return -1;
  return type.name.toLowerCase() === 'epic' ? 1 : 0;
}

/** Jira has just three categories; a status of an unknown one is work not begun. */
function categoryOf(
  status:
    { readonly statusCategory?: { readonly key: string } | null | undefined } | null | undefined,
): StatusCategory {
  const key = status?.statusCategory?.key;
  return key === 'done' || key === 'indeterminate' ? key : 'new';
}

type LinkJson = NonNullable<IssueJson['fields']['issuelinks']>[number];

function linkOf({ type, inwardIssue, outwardIssue }: LinkJson): LinkRecord[] {
  if (outwardIssue)
    return [
      {
        type: type.name,
        direction: 'outward',
        phrase: type.outward,
        reverse: type.inward,
        other: otherOf(outwardIssue),
      },
    ];
  return inwardIssue
    ? [
        {
          type: type.name,
          direction: 'inward',
          phrase: type.inward,
          reverse: type.outward,
          other: otherOf(inwardIssue),
        },
      ]
    : [];
}

function otherOf({ id, key, fields }: LinkedJson): LinkRecord['other'] {
  return {
    id,
    key,
    summary: fields.summary ?? '',
    type: fields.issuetype?.name ?? '',
    status: { name: fields.status?.name ?? '', category: categoryOf(fields.status) },
    priority: fields.priority?.name ?? null,
  };
}

function textOf(json: unknown, name: 'id' | 'key'): string | null {
  if (typeof json !== 'object' || json === null) return null;
  const text = (json as Readonly<Record<string, unknown>>)[name];
  return typeof text === 'string' ? text : null;
}
