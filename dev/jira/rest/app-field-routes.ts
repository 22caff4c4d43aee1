import { z } from 'zod';
import { FieldProblem } from '../edit/field-problem';
import { prepareEdit, type Edit } from '../edit/field-edits';
import { commitEdits } from '../edit/record-change';
import type { CustomField } from '../model/entities';
import type { FieldOwner } from '../protocol';
import type { Issue } from '../model/issue';
import { JiraError } from '../jira-error';
import { actorOf, noContent, param, readBody, type Answer, type Call, type Route } from './call';

const Ids = z.array(z.int()).min(1);
const ManyBody = z.object({
  updates: z.array(z.object({ customField: z.string(), issueIds: Ids, value: z.unknown() })).min(1),
});
const OneBody = z.object({
  updates: z.array(z.object({ issueIds: Ids, value: z.unknown() })).min(1),
});

interface Update {
  readonly field: CustomField;
  readonly issueIds: readonly number[];
  readonly value: unknown;
}

/** Only the app writes its own fields, all or none; each issue that differs gets one changelog entry and one event. */
function write(call: Call, updates: readonly Update[]): Answer {
  const edits = new Map<Issue, Edit[]>();
  const taken = new Set<string>();
  for (const { field, issueIds, value } of updates) {
    for (const id of issueIds) {
      const issue = call.state.issues.get(id);
      if (issue === undefined) throw new JiraError(400, [`Issue with id ${id} does not exist.`]);
      if (taken.has(`${field.id}/${id}`))
        throw new JiraError(400, [
          `The combination of field ${field.id} and issue ${id} is not unique within the request.`,
        ]);
      taken.add(`${field.id}/${id}`);
      const known = edits.get(issue) ?? [];
      known.push(accept(call, issue, field, value ?? null));
      edits.set(issue, known);
    }
  }
  const telling = {
    changelog: call.query.get('generateChangelog') !== 'false',
    events: call.query.get('generateAppEvents') !== 'false',
    ownFields: true,
  };
  for (const [issue, own] of edits) commitEdits(call.state, actorOf(call), issue, own, telling);
  return noContent;
}

function accept(call: Call, issue: Issue, field: CustomField, value: unknown): Edit {
  try {
    return prepareEdit(
      { state: call.state, version: call.version, ownFields: true },
      issue,
      field.id,
      value,
    );
  } catch (problem) {
    if (problem instanceof FieldProblem)
      throw new JiraError(400, [], { [field.id]: problem.message });
    throw problem;
  }
}

function ownField(call: Call, idOrKey: string): CustomField {
  const field = call.state.fields.all().find((each) => each.id === idOrKey || each.key === idOrKey);
  if (field === undefined)
    throw new JiraError(404, [`The custom field with id or key '${idOrKey}' was not found.`]);
  if (!call.isApp || field.app === null || !isOwner(field.app.owner, call.installation))
    throw new JiraError(403, [
      'The request is not authenticated as the app that provided the field.',
    ]);
  return field;
}

/** The same app in another environment is another app to Jira. */
function isOwner(owner: FieldOwner, by: Call['installation']): boolean {
  return by === undefined || (by.appId === owner.appId && by.environmentId === owner.environmentId);
}

export const APP_FIELD_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    pattern: '/app/field/value',
    kind: 'write',
    handle: (call) =>
      write(
        call,
        readBody(call, ManyBody).updates.map((each) => ({
          field: ownField(call, each.customField),
          issueIds: each.issueIds,
          value: each.value,
        })),
      ),
  },
  {
    method: 'PUT',
    pattern: '/app/field/{fieldIdOrKey}/value',
    kind: 'write',
    handle: (call) => {
      const field = ownField(call, param(call, 'fieldIdOrKey'));
      return write(
        call,
        readBody(call, OneBody).updates.map((each) => ({
          field,
          issueIds: each.issueIds,
          value: each.value,
        })),
      );
    },
  },
];
