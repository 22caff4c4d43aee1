import { route } from '@forge/api';
import { z } from 'zod';
import { Unavailable } from '../usecases/ports/failures';
import type { Viewer } from '../usecases/ports/world';
import type { JiraClient } from './client';
import { jiraIssues } from './issues';
import { projectsFrom } from './site-catalogue';
import { parseIssue } from './parse';
import { projectSeen } from './projects';

const permissions = z.object({
  permissions: z.record(z.string(), z.looseObject({ havePermission: z.boolean() })),
});

const doing = 'asking what you may do';
const looked = z.object({ issues: z.array(z.unknown()) });
/** What an issue is held against, and what reading it needs in any case. */
const SIGHT = [
  'project',
  'issuetype',
  'status',
  'created',
  'updated',
  'votes',
  'watches',
  'issuelinks',
];

/** The client must ask `asUser()`: the answers are that person's own. */
export function jiraViewer(client: JiraClient): Viewer {
  return {
    async visible(idsOrKeys) {
      if (idsOrKeys.length === 0) return new Set();
      const { gone } = await jiraIssues(client).find(idsOrKeys, []);
      const hidden = new Set(gone);
      return new Set(idsOrKeys.filter((one) => !hidden.has(one)));
    },

    async look(issueId) {
      const { issues } = await client.call({
        route: route`/rest/api/3/issue/bulkfetch`,
        method: 'POST',
        body: { issueIdsOrKeys: [issueId], fields: SIGHT },
        answer: looked,
        doing: 'looking at the issue',
        issuesIn: ({ issues: found }) => found.length,
      });
      const [first] = issues;
      if (first === undefined) return null;
      const read = parseIssue(first);
      if (!read.ok)
        throw new Unavailable(`Jira sent ${read.key} in an unknown shape: ${read.problem}`);
      const { project, updated, votes, watchers, links } = read.issue;
      return {
        project: project.id,
        updated,
        votes,
        watchers,
        linked: new Set(links.map(({ other }) => other.key)),
      };
    },

    async may(permission, project) {
      const answer = await client.call({
        route:
          project === null
            ? route`/rest/api/3/mypermissions?permissions=${permission}`
            : route`/rest/api/3/mypermissions?permissions=${permission}&projectId=${project}`,
        method: 'GET',
        answer: permissions,
        identitiesIn: ({ permissions: asked }) => Object.keys(asked).length,
        doing,
      });
      return answer.permissions[permission]?.havePermission ?? false;
    },

    async projects() {
      return (await projectsFrom(0, client.call)).map(({ id }) => id);
    },

    project: (key) => projectSeen(client.call, key),

    async mayOn(permission, idOrKey) {
      const answer = await client.call({
        route: /^\d+$/u.test(idOrKey)
          ? route`/rest/api/3/mypermissions?permissions=${permission}&issueId=${idOrKey}`
          : route`/rest/api/3/mypermissions?permissions=${permission}&issueKey=${idOrKey}`,
        method: 'GET',
        answer: permissions,
        identitiesIn: ({ permissions: asked }) => Object.keys(asked).length,
        doing,
      });
      return answer.permissions[permission]?.havePermission ?? false;
    },
  };
}
