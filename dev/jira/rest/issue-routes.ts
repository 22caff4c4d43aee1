import { z } from 'zod';
import { createIssue, projectOfCreate } from '../edit/create-issue';
import { deleteIssue } from '../edit/delete-issue';
import { prepareEdits } from '../edit/prepare-edits';
import { commitEdits } from '../edit/record-change';
import type { Project, Issue } from '../model/issue';
import { findIssue } from '../model/site-state';
import { mayInProject, mayOnIssue } from '../model/permissions';
import { rest } from '../views/entity-views';
import { selectFields } from '../views/field-selection';
import { issueView } from '../views/issue-view';
import {
  actorOf,
  created,
  noContent,
  ok,
  readBody,
  requireOnIssue,
  requirePermission,
  viewableIssue,
  type Answer,
  type Call,
  type Route,
} from './call';
import { badRequest, invalidPayload, JiraError, notModelled } from '../jira-error';
import { CommentBody, prepareComment } from './comment-routes';
import { LinkOperation, prepareLink } from './link-routes';
import { prepareProperty } from './property-routes';
import { isOn, listed } from './query';
import { MOST_PROPERTIES } from './search-routes';

/** Jira takes no more issues in one bulk fetch. */
const MOST_FETCHED = 100;
/** And shows no more changes of each. */
const MOST_CHANGES = 40;

const Operations = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));
export const EditBody = z.object({
  fields: z.record(z.string(), z.unknown()).nullish(),
  update: Operations.nullish(),
  // Many clients write the id as a number.
  transition: z.object({ id: z.union([z.string(), z.int()]).transform(String) }).nullish(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).nullish(),
});
const BulkBody = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1),
  fields: z.array(z.string()).nullish(),
  fieldsByKeys: z.boolean().nullish(),
  expand: z.array(z.string()).nullish(),
  properties: z.array(z.string()).nullish(),
});

const viewing = (call: Call) => ({ state: call.state, viewer: call.viewer, version: call.version });

function getIssue(call: Call): Answer {
  const fields = selectFields(
    call.state,
    listed(call, 'fields'),
    '*all',
    isOn(call, 'fieldsByKeys'),
  );
  const issue = viewableIssue(call);
  const asked = listed(call, 'properties');
  const properties = asked.includes('*all') ? Object.keys(issue.properties) : asked;
  return ok(
    issueView(viewing(call), issue, {
      fields: { ...fields, idOnly: false },
      expand: new Set(listed(call, 'expand')),
      properties,
    }),
    1,
  );
}

function create(call: Call): Answer {
  const body = readBody(call, EditBody);
  const { fields, update } = body;
  const project = projectOfCreate(call.state, fields ?? {});
  if (!mayInProject(call.state, call.viewer, project, 'CREATE_ISSUES'))
    throw new JiraError(400, [], {
      project: 'You do not have permission to create issues in this project.',
    });
  const addOthers = prepareOthers(call, project, body);
  const issue = createIssue(
    call.state,
    actorOf(call),
    call.version,
    project,
    fields ?? {},
    update ?? {},
  );
  addOthers(issue);
  return created({
    id: String(issue.id),
    key: issue.key,
    self: rest(call.state, `issue/${issue.id}`),
  });
}

function edit(call: Call): Answer {
  const issue = viewableIssue(call);
  requireOnIssue(
    call,
    issue,
    'EDIT_ISSUES',
    'You do not have permission to edit issues in this project.',
  );
  const body = readBody(call, EditBody);
  const { fields, update, properties } = body;
  if ([fields, update, properties].every((each) => each === null || each === undefined))
    throw badRequest("one of 'fields' or 'update' required");
  const edits = prepareEdits(
    { state: call.state, version: call.version, ownFields: false },
    issue,
    fields ?? {},
    update ?? {},
  );
  const addOthers = prepareOthers(call, issue.project, body);
  commitEdits(call.state, actorOf(call), issue, edits);
  addOthers(issue);
  if (!isOn(call, 'returnIssue')) return noContent;
  return ok(
    issueView(viewing(call), issue, {
      fields: { ...selectFields(call.state, [], '*all'), idOnly: false },
      expand: new Set(listed(call, 'expand')),
      properties: [],
    }),
  );
}

/** Checks what rides along: comments and links in `update`, and properties. What it returns adds them. */
export function prepareOthers(
  call: Call,
  project: Project,
  { update, properties }: z.infer<typeof EditBody>,
): (issue: Issue) => void {
  const added = (field: string): readonly unknown[] =>
    (update?.[field] ?? []).map((operation) => {
      const other = Object.keys(operation).find((name) => name !== 'add');
      if (other !== undefined) throw notModelled(`'${other}' in the update of '${field}'`);
      return operation['add'];
    });
  const additions = [
    ...added('comment').map((each) => prepareComment(call, project, accepted(CommentBody, each))),
    ...added('issuelinks').map((each) => prepareLink(call, project, accepted(LinkOperation, each))),
    ...(properties ?? []).map(({ key, value }) => prepareProperty(key, value)),
  ];
  return (issue) => {
    for (const add of additions) add(issue);
  };
}

function accepted<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidPayload();
  return parsed.data;
}

function remove(call: Call): Answer {
  const issue = viewableIssue(call);
  requirePermission(
    call,
    issue.project,
    'DELETE_ISSUES',
    'You do not have permission to delete issues in this project.',
  );
  if (issue.children.some((child) => child.type.subtask) && !isOn(call, 'deleteSubtasks')) {
    throw badRequest(
      `The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
    );
  }
  deleteIssue(call.state, actorOf(call), issue);
  return noContent;
}

function bulkFetch(call: Call): Answer {
  const asked = readBody(call, BulkBody);
  if (asked.issueIdsOrKeys.length > MOST_FETCHED)
    throw badRequest(`The maximum number of issues to fetch is ${MOST_FETCHED}.`);
  if ((asked.properties ?? []).length > MOST_PROPERTIES)
    throw badRequest(`The maximum number of properties is ${MOST_PROPERTIES}.`);
  const { state, viewer } = call;
  const found = new Map(
    asked.issueIdsOrKeys.map((idOrKey) => [idOrKey, findIssue(state, idOrKey)]),
  );
  const visible = [...new Set(found.values())]
    .filter((issue) => issue !== undefined)
    .filter((issue) => mayOnIssue(state, viewer, issue, 'BROWSE_PROJECTS'));
  const missing = [...found]
    .filter(([, issue]) => issue === undefined || !visible.includes(issue))
    .map(([idOrKey]) => idOrKey);
  const fields = selectFields(state, asked.fields ?? [], '*all', asked.fieldsByKeys ?? false);
  const detail = {
    fields,
    expand: new Set(asked.expand ?? []),
    properties: asked.properties ?? [],
    changes: MOST_CHANGES,
  };
  const issues = visible
    .sort((a, b) => a.id - b.id)
    .map((issue) => issueView(viewing(call), issue, detail));
  const issueErrors = missing.map((id) => ({
    id,
    errorMessage: 'Issue does not exist or you do not have permission to see it.',
  }));
  return ok({ issues, issueErrors }, issues.length);
}

export const ISSUE_ROUTES: readonly Route[] = [
  { method: 'POST', pattern: '/issue', kind: 'write', handle: create },
  { method: 'POST', pattern: '/issue/bulkfetch', kind: 'read', handle: bulkFetch },
  { method: 'GET', pattern: '/issue/{issueIdOrKey}', kind: 'read', handle: getIssue },
  { method: 'PUT', pattern: '/issue/{issueIdOrKey}', kind: 'write', handle: edit },
  { method: 'DELETE', pattern: '/issue/{issueIdOrKey}', kind: 'write', handle: remove },
];
