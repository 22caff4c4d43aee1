import { route } from '@forge/api';
import { z } from 'zod';
import { Rejected } from '../usecases/ports/failures';
import type { NewAction, PersonsJira } from '../usecases/ports/post-mortem';
import { assignableIn } from './assignable';
import type { JiraClient } from './client';
import { addComment } from './add-comment';
import { audienceIn } from './audience';
import { createOnce } from './create-once';
import { historyOf } from './history';
import { jiraIssueLinks } from './issue-links';
import { jiraIssues } from './issues';
import { ownMember } from '../core/terms/own-member';

const permissions = z.object({
  permissions: z.record(z.string(), z.looseObject({ havePermission: z.boolean() })),
});
const issueTypes = z.looseObject({
  issueTypes: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      subtask: z.boolean().catch(false),
      hierarchyLevel: z.number().catch(0),
    }),
  ),
});

/** What a project may keep off its create screen; the action is made without it then. */
const OPTIONAL = ['duedate', 'labels', 'assignee'] as const;

/** The client must ask `asUser()`: it shows and does what that person may, in that person's name. */
export function personsJira(client: JiraClient, clock: () => number): PersonsJira {
  const { call } = client;
  return {
    issues: jiraIssues(client),
    history: (issueKey) => historyOf(client, issueKey),
    link: jiraIssueLinks(client).link,
    assignable: (project, query) => assignableIn(client, project, query),

    async rights(at) {
      const answer = await call({
        route:
          'issue' in at
            ? route`/rest/api/3/mypermissions?permissions=EDIT_ISSUES,CREATE_ISSUES,ADD_COMMENTS&issueKey=${at.issue}`
            : route`/rest/api/3/mypermissions?permissions=EDIT_ISSUES,CREATE_ISSUES,ADD_COMMENTS&projectKey=${at.project}`,
        method: 'GET',
        answer: permissions,
        identitiesIn: ({ permissions: asked }) => Object.keys(asked).length,
        doing: 'asking what you may do',
      });
      const may = (permission: string): boolean =>
        ownMember(answer.permissions, permission)?.havePermission ?? false;
      return {
        edit: may('EDIT_ISSUES'),
        create: may('CREATE_ISSUES'),
        comment: may('ADD_COMMENTS'),
      };
    },

    async createAction(action) {
      const fields = fieldsOf(action, await workType(client, action.project));
      try {
        return await createOnce(client, fields, clock);
      } catch (failure) {
        const off =
          failure instanceof Rejected
            ? OPTIONAL.filter((name) => failure.message.includes(`${name}:`))
            : [];
        if (off.length === 0) throw failure;
        return createOnce(
          client,
          Object.fromEntries(
            Object.entries(fields).filter(([name]) => !off.some((each) => each === name)),
          ),
          clock,
        );
      }
    },

    audienceIn: (project) => audienceIn(client, project),
    comment: (issueKey, text, audience) => addComment(client, { issueKey, text, audience }, clock),
  };
}

function fieldsOf(
  { project, summary, owner, due, label }: NewAction,
  typeId: string,
): Readonly<Record<string, unknown>> {
  return {
    project: { key: project },
    issuetype: { id: typeId },
    summary,
    assignee: { accountId: owner },
    duedate: due,
    labels: [label],
  };
}

/** A task where the project has such a type, else any that is neither a sub-task nor an epic. */
async function workType({ call }: JiraClient, project: string): Promise<string> {
  const answer = await call({
    route: route`/rest/api/3/issue/createmeta/${project}/issuetypes?maxResults=200`,
    method: 'GET',
    answer: issueTypes,
    doing: `reading the issue types of ${project}`,
  });
  const standard = answer.issueTypes.filter(
    ({ subtask, hierarchyLevel }) => !subtask && hierarchyLevel === 0,
  );
  const chosen = standard.find(({ name }) => name.toLowerCase() === 'task') ?? standard[0];
  if (chosen === undefined) throw new Rejected(`You may create no issues in ${project}`);
  return chosen.id;
}
