import { route } from '@forge/api';
import { z } from 'zod';
import type { People } from '../usecases/ports/people';
import type { JiraClient } from './client';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get */
const BULK_LIMIT = 200;

const users = z.object({
  values: z.array(z.looseObject({ accountId: z.string(), displayName: z.string().catch('') })),
});

/** `client` should ask as the user: whose profile that person may not see stays unknown. */
export function jiraDisplayNames(client: JiraClient): People {
  return {
    async names(accountIds) {
      const wanted = [...new Set(accountIds)].slice(0, BULK_LIMIT);
      if (wanted.length === 0) return new Map();
      const query = new URLSearchParams(wanted.map((id): [string, string] => ['accountId', id]));
      const { values } = await client.call({
        route: route`/rest/api/3/user/bulk?maxResults=${BULK_LIMIT}&${query}`,
        method: 'GET',
        answer: users,
        identitiesIn: ({ values: people }) => people.length,
        doing: `reading the names of ${wanted.length} people`,
      });
      return new Map(values.map(({ accountId, displayName }) => [accountId, displayName]));
    },
  };
}
