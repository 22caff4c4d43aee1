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
  const issuesOf: Issues = {
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
      const all = [...issues, ...unreadable];
      const there = new Set(all.flatMap(({ id, key }) => [id, key]));
      const missing = wanted.filter((request) => !there.has(request));
      const unasked = all.filter(({ id, key }) => !wanted.includes(id) && !wanted.includes(key));
      const former =
        unasked.length === 0 ? [] : await formerKeys(missing, unasked.length, issuesOf.find);
      return { issues, unreadable, gone: missing.filter((request) => !former.includes(request)) };
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
  return issuesOf;
}

/** Looked at one by one; of more of them nobody is told. */
const MOST_FORMER = 20;

/**
 * Jira finds an issue by a key that it had before it was moved, or its project renamed, and answers with its key of today: so many
 * issues came that were asked for by none of their names. Which of these keys led to them.
 */
async function formerKeys(
  missing: readonly string[],
  unasked: number,
  find: Issues['find'],
): Promise<readonly string[]> {
  const keys = missing.filter((request) => !/^\d+$/u.test(request));
  if (keys.length <= unasked) return keys;
  const former: string[] = [];
  for (const key of keys.slice(0, MOST_FORMER))
    if ((await find([key], [])).issues.length > 0) former.push(key);
  return former;
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
