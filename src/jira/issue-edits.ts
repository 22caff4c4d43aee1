import { route } from '@forge/api';
import { z } from 'zod';
import type { AllowedValue } from '../core/issue/editable-field';
import type { IssueEdit, IssueEdits } from '../usecases/ports/issue-edits';
import type { JiraClient } from './client';

/** The one option of Jira's own field *Flagged*, and the kind of field that it is. */
const IMPEDIMENT = 'Impediment';
const CHECKBOXES = 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes';

const rawValue: z.ZodType<RawValue> = z.looseObject({
  id: z.string().optional(),
  value: z.string().optional(),
  name: z.string().optional(),
  archived: z.boolean().optional(),
  disabled: z.boolean().optional(),
  get children() {
    return z.array(rawValue).optional();
  },
});
const editMeta = z.looseObject({
  fields: z.record(
    z.string(),
    z.looseObject({
      name: z.string(),
      schema: z.looseObject({ type: z.string(), items: z.string().optional() }),
      allowedValues: z.array(rawValue).optional().catch(undefined),
    }),
  ),
});

export function jiraIssueEdits({ call }: JiraClient): IssueEdits {
  const editable: IssueEdits['editable'] = async (issueKey) => {
    const { fields } = await call({
      route: route`/rest/api/3/issue/${issueKey}/editmeta`,
      method: 'GET',
      answer: editMeta,
      doing: `reading what may be edited on ${issueKey}`,
    });
    return Object.entries(fields).map(([id, { name, schema, allowedValues }]) => ({
      id,
      name,
      type: schema.type,
      items: schema.items,
      allowed: allowedValues?.flatMap(allowedValue),
    }));
  };

  return {
    async set(issueKey, edit) {
      await call({
        route: route`/rest/api/3/issue/${issueKey}?notifyUsers=true`,
        method: 'PUT',
        body: { fields: fieldsOf(edit) },
        answer: z.unknown(),
        doing: `setting the ${edit.kind} of ${issueKey}`,
      });
    },
    editable,
    async flaggedField(fields, issueKey) {
      const boxes = fields.filter(({ custom }) => custom === CHECKBOXES);
      const named = boxes.find(({ name }) => name === 'Flagged');
      if (named !== undefined || boxes.length === 0) return named?.id ?? null;
      const offered = await editable(issueKey);
      return (
        boxes.find(({ id }) =>
          offered.some(
            (field) =>
              field.id === id &&
              field.allowed?.length === 1 &&
              field.allowed[0]?.label === IMPEDIMENT,
          ),
        )?.id ?? null
      );
    },
  };
}

interface RawValue {
  readonly id?: string | undefined;
  readonly value?: string | undefined;
  readonly name?: string | undefined;
  readonly archived?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly children?: readonly RawValue[] | undefined;
}

/** What is archived or switched off stays on old issues but is no longer offered. */
function allowedValue({ id, value, name, archived, disabled, children }: RawValue): AllowedValue[] {
  const label = value ?? name;
  if (label === undefined || archived === true || disabled === true) return [];
  return [
    {
      label,
      ...(id === undefined ? {} : { id }),
      ...(children === undefined ? {} : { children: children.flatMap(allowedValue) }),
    },
  ];
}

function fieldsOf(edit: IssueEdit): Readonly<Record<string, unknown>> {
  switch (edit.kind) {
    case 'flag':
      return { [edit.fieldId]: [{ value: IMPEDIMENT }] };
    case 'field':
      return { [edit.fieldId]: edit.value };
    case 'due':
      return { duedate: edit.day };
    case 'assignee':
      return { assignee: { accountId: edit.accountId } };
  }
}
