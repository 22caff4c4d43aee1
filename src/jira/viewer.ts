import { route } from '@forge/api';
import { z } from 'zod';
import type { Viewer } from '../usecases/ports/world';
import type { JiraClient } from './client';
import { jiraIssues } from './issues';

const permissions = z.object({
  permissions: z.record(z.string(), z.looseObject({ havePermission: z.boolean() })),
});

const doing = 'asking what you may do';

/** The client must ask `asUser()`: the answers are that person's own. */
export function jiraViewer(client: JiraClient): Viewer {
  return {
    async visible(idsOrKeys) {
      if (idsOrKeys.length === 0) return new Set();
      const { gone } = await jiraIssues(client).find(idsOrKeys, []);
      const hidden = new Set(gone);
      return new Set(idsOrKeys.filter((one) => !hidden.has(one)));
    },

    async may(permission, project) {
      const answer = await client.call({
        route:
          project === null
            ? route`/rest/api/3/mypermissions?permissions=${permission}`
            : route`/rest/api/3/mypermissions?permissions=${permission}&projectKey=${project}`,
        method: 'GET',
        answer: permissions,
        doing,
      });
      return answer.permissions[permission]?.havePermission ?? false;
    },

    async mayOn(permission, idOrKey) {
      const answer = await client.call({
        route: /^\d+$/u.test(idOrKey)
          ? route`/rest/api/3/mypermissions?permissions=${permission}&issueId=${idOrKey}`
          : route`/rest/api/3/mypermissions?permissions=${permission}&issueKey=${idOrKey}`,
        method: 'GET',
        answer: permissions,
        doing,
      });
      return answer.permissions[permission]?.havePermission ?? false;
    },
  };
}
