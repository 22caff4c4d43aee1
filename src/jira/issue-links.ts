import { route } from '@forge/api';
import { z } from 'zod';
import type { IssueLinks } from '../usecases/ports/post-mortem';
import { Rejected } from '../usecases/failures';
import type { JiraClient } from './client';

const types = z.looseObject({ issueLinkTypes: z.array(z.looseObject({ name: z.string(), inward: z.string().catch(''), outward: z.string().catch('') })) });

/** Links by the first of the wanted names that the site has, whether it is that of the type or of one of its ends. */
export function jiraIssueLinks({ call }: JiraClient): IssueLinks {
  return {
    async link(linkTypes, fromKey, toKey) {
      const { issueLinkTypes } = await call({ route: route`/rest/api/3/issueLinkType`, method: 'GET', answer: types, doing: 'reading the types of links' });
      const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
      const found = linkTypes.flatMap((wanted) => issueLinkTypes.find(({ name, inward, outward }) => [name, inward, outward].some((own) => same(own, wanted))) ?? []);
      const type = found[0] ?? issueLinkTypes[0];
      if (type === undefined) throw new Rejected('This site has no types of links: a Jira administrator has to switch issue linking on');
      await call({
        route: route`/rest/api/3/issueLink`,
        method: 'POST',
        body: { type: { name: type.name }, inwardIssue: { key: fromKey }, outwardIssue: { key: toKey } },
        answer: z.unknown(),
        doing: `linking ${fromKey} and ${toKey}`,
      });
    },
  };
}
