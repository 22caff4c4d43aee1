import { route } from '@forge/api';
import { z } from 'zod';
import type { IssueEdit, IssueEdits } from '../usecases/ports/issue-edits';
import type { JiraClient } from './client';

/** The one option of Jira's own field *Flagged*. */
const IMPEDIMENT = 'Impediment';

export function jiraIssueEdits({ call }: JiraClient): IssueEdits {
  return {
    async set(issueKey, edit) {
      await call({ route: route`/rest/api/3/issue/${issueKey}?notifyUsers=true`, method: 'PUT', body: { fields: fieldsOf(edit) }, answer: z.unknown(), doing: `setting the ${edit.kind} of ${issueKey}` });
    },
    flaggedField: (fields) => fields.find(({ name, type }) => name === 'Flagged' && type === 'array')?.id ?? null,
  };
}

function fieldsOf(edit: IssueEdit): Readonly<Record<string, unknown>> {
  switch (edit.kind) {
    case 'flag':
      return { [edit.fieldId]: [{ value: IMPEDIMENT }] };
    case 'number':
      return { [edit.fieldId]: edit.value };
    case 'due':
      return { duedate: edit.day };
    case 'assignee':
      return { assignee: { accountId: edit.accountId } };
  }
}
