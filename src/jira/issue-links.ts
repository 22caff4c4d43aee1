import { route } from '@forge/api';
import { z } from 'zod';
import type { IssueLinks } from '../usecases/ports/post-mortem';
import { Rejected } from '../usecases/ports/failures';
import type { JiraClient } from './client';

const PAGE = 100;
/** Of an issue with more changes the newest are looked at. */
const MOST_CHANGES = 500;

const text = z.string().nullish().catch(null);
const changes = z.looseObject({
  total: z.number(),
  values: z.array(
    z.looseObject({ items: z.array(z.looseObject({ field: z.string(), from: text, to: text })) }),
  ),
});
const types = z.looseObject({
  issueLinkTypes: z.array(
    z.looseObject({
      name: z.string(),
      inward: z.string().catch(''),
      outward: z.string().catch(''),
    }),
  ),
});

/** Makes links by the first of the wanted names that the site has, whether it is that of the type or of one of its ends. */
export function jiraIssueLinks({ call }: JiraClient): IssueLinks {
  return {
    async link(linkTypes, fromKey, toKey) {
      const { issueLinkTypes } = await call({
        route: route`/rest/api/3/issueLinkType`,
        method: 'GET',
        answer: types,
        doing: 'reading the types of links',
      });
      const same = (one: string, other: string): boolean =>
        one.trim().toLowerCase() === other.trim().toLowerCase();
      const found = linkTypes.flatMap(
        (wanted) =>
          issueLinkTypes.find(({ name, inward, outward }) =>
            [name, inward, outward].some((own) => same(own, wanted)),
          ) ?? [],
      );
      const type = found[0] ?? issueLinkTypes[0];
      if (type === undefined)
        throw new Rejected(
          'This site has no types of links: a Jira administrator has to switch issue linking on',
        );
      // Asked again after a lost answer it stays one link: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-links/#api-rest-api-3-issuelink-post
      await call({
        route: route`/rest/api/3/issueLink`,
        method: 'POST',
        body: {
          type: { name: type.name },
          inwardIssue: { key: fromKey },
          outwardIssue: { key: toKey },
        },
        answer: z.unknown(),
        doing: `linking ${fromKey} and ${toKey}`,
      });
    },

    async takenAway(issueKey) {
      const page = (start: number): Promise<z.infer<typeof changes>> =>
        call({
          route: route`/rest/api/3/issue/${issueKey}/changelog?startAt=${start}&maxResults=${PAGE}`,
          method: 'GET',
          answer: changes,
          doing: `reading which links of ${issueKey} were taken away`,
        });
      const first = await page(0);
      const pages = [first];
      // Jira gives the oldest first.
      for (
        let start = Math.max(PAGE, first.total - MOST_CHANGES);
        start < first.total;
        start += PAGE
      )
        pages.push(await page(start));
      return new Set(
        pages.flatMap(({ values }) =>
          values.flatMap(({ items }) =>
            items.flatMap(({ field, from, to }) =>
              field === 'Link' && (to ?? '') === '' && (from ?? '') !== '' ? [from ?? ''] : [],
            ),
          ),
        ),
      );
    },
  };
}
