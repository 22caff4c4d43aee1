import { route } from '@forge/api';
import { z } from 'zod';
import type { Naming } from '../usecases/ports/people';
import type { JiraClient } from './client';

const MOST_FOUND = 20;

const roleUrls = z.record(z.string(), z.string());
const siteRoles = z.array(z.looseObject({ name: z.string() }));
const people = z.array(
  z.looseObject({
    accountId: z.string(),
    displayName: z.string().catch(''),
    active: z.boolean().catch(true),
    accountType: z.string().catch('atlassian'),
  }),
);

/** `client` asks as the person: the site's list of roles is shown to Jira's administrators alone. */
export function jiraNaming({ call }: JiraClient): Naming {
  return {
    async roles(project) {
      if (project === null)
        return (
          await call({
            route: route`/rest/api/3/role`,
            method: 'GET',
            answer: siteRoles,
            doing: 'reading the roles of the site',
          })
        ).map(({ name }) => name);
      return Object.keys(
        await call({
          route: route`/rest/api/3/project/${project}/role`,
          method: 'GET',
          answer: roleUrls,
          doing: 'reading the roles of this project',
        }),
      );
    },
    async people(query) {
      // Jira refuses to list everybody here.
      if (query.trim() === '') return [];
      const parameters = new URLSearchParams({ query, maxResults: String(MOST_FOUND) });
      const found = await call({
        route: route`/rest/api/3/user/search?${parameters}`,
        method: 'GET',
        answer: people,
        identitiesIn: (found) => found.length,
        doing: 'looking for people of the site',
      });
      return found
        .filter(({ active, accountType }) => active && accountType === 'atlassian')
        .map(({ accountId, displayName }) => ({
          accountId,
          name: displayName === '' ? accountId : displayName,
        }));
    },
  };
}
