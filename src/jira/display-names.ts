import { route } from '@forge/api';
import { z } from 'zod';
import { FORMER_USER, isFormerUser } from '../core/terms/former-user';
import type { People } from '../usecases/ports/people';
import type { JiraClient } from './client';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get takes 200. */
const MOST_PEOPLE = 200;
/** They stand in the address: of so many at once it stays below 8 KB whatever form their ids have. */
const PEOPLE_A_CALL = 90;

const users = z.object({
  values: z.array(z.looseObject({ accountId: z.string(), displayName: z.string().catch('') })),
});

/** `client` should ask as the user: whose profile that person may not see stays unknown. */
export function jiraDisplayNames(client: JiraClient): People {
  return {
    async names(accountIds) {
      const everybody = [...new Set(accountIds)];
      const names = new Map(
        everybody.filter(isFormerUser).map((id): [string, string] => [id, FORMER_USER]),
      );
      const wanted = everybody.filter((id) => !names.has(id)).slice(0, MOST_PEOPLE);
      for (let start = 0; start < wanted.length; start += PEOPLE_A_CALL) {
        const part = wanted.slice(start, start + PEOPLE_A_CALL);
        const query = new URLSearchParams(part.map((id): [string, string] => ['accountId', id]));
        const { values } = await client.call({
          route: route`/rest/api/3/user/bulk?maxResults=${PEOPLE_A_CALL}&${query}`,
          method: 'GET',
          answer: users,
          identitiesIn: ({ values: people }) => people.length,
          doing: `reading the names of ${part.length} people`,
        });
        for (const { accountId, displayName } of values) names.set(accountId, displayName);
      }
      return names;
    },
  };
}
