import { route } from '@forge/api';
import { z } from 'zod';
import type { IssueRecord } from '../core/issue/issue-record';
import type { IssuePage, Issues, Unreadable } from '../usecases/ports/issues';
import type { JiraClient } from './client';
import { parseIssue, standardFields } from './parse';
import { statusHistories } from './status-history';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post */
const BULK_FETCH_LIMIT = 100;
/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post with fields */
const PAGE_SIZE = 100;

/** The same search, asked for ids alone. */
const IDS_A_PAGE = 5_000;

const found = z.object({ issues: z.array(z.unknown()) });
const page = z.object({ issues: z.array(z.unknown()), nextPageToken: z.string().nullish() });
const idPage = z.object({
  issues: z.array(z.looseObject({ id: z.string() })),
  nextPageToken: z.string().nullish(),
});
const count = z.object({ count: z.number() });
const issuesIn = ({ issues }: { readonly issues: readonly unknown[] }): number => issues.length;

export function jiraIssues(client: JiraClient): Issues {
  const { call } = client;
  return {
    histories: (ids) => statusHistories(client, ids),

    async find(idsOrKeys, fieldIds) {
      const wanted = [...new Set(idsOrKeys)];
      const issues: IssueRecord[] = [];
      const unreadable: Unreadable[] = [];
      for (let start = 0; start < wanted.length; start += BULK_FETCH_LIMIT) {
        const part = wanted.slice(start, start + BULK_FETCH_LIMIT);
        const answer = await call({
          route: route`/rest/api/3/issue/bulkfetch`,
          method: 'POST',
          body: { issueIdsOrKeys: part, fields: [...standardFields, ...fieldIds] },
          answer: found,
          doing: `reading ${part.length} issues`,
          issuesIn,
        });
        const sorted = sortOut(answer.issues);
        issues.push(...sorted.issues);
        unreadable.push(...sorted.unreadable);
      }
      const there = new Set([...issues, ...unreadable].flatMap(({ id, key }) => [id, key]));
      return { issues, unreadable, gone: wanted.filter((request) => !there.has(request)) };
    },

    async page(jql, cursor, fieldIds) {
      const answer = await call({
        route: route`/rest/api/3/search/jql`,
        method: 'POST',
        body: {
          jql,
          maxResults: PAGE_SIZE,
          fields: [...standardFields, ...fieldIds],
          ...after(cursor),
        },
        answer: page,
        doing: `searching ${jql}`,
        issuesIn,
      });
      return { ...sortOut(answer.issues), next: answer.nextPageToken ?? null };
    },

    async ids(jql, cursor) {
      const answer = await call({
        route: route`/rest/api/3/search/jql`,
        method: 'POST',
        body: { jql, maxResults: IDS_A_PAGE, fields: ['id'], ...after(cursor) },
        answer: idPage,
        doing: `listing ${jql}`,
        issuesIn,
      });
      return { ids: answer.issues.map(({ id }) => id), next: answer.nextPageToken ?? null };
    },

    async count(jql) {
      const answer = await call({
        route: route`/rest/api/3/search/approximate-count`,
        method: 'POST',
        body: { jql },
        answer: count,
        doing: `counting ${jql}`,
      });
      return answer.count;
    },
  };
}

function after(cursor: string | null) {
  return cursor === null ? {} : { nextPageToken: cursor };
}

function sortOut(all: readonly unknown[]): Pick<IssuePage, 'issues' | 'unreadable'> {
  const read = all.map(parseIssue);
  return {
    issues: read.flatMap((one) => (one.ok ? [one.issue] : [])),
    unreadable: read.flatMap((one) =>
      one.ok
        ? []
        : [{ id: one.id, key: one.key, why: `Jira sent it in an unknown shape: ${one.problem}` }],
    ),
  };
}
