import { route } from '@forge/api';
import { z } from 'zod';
import type { IssueHistory } from '../core/issue/issue-record';
import type { JiraClient } from './client';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-changelog-bulkfetch-post */
const MOST_ISSUES = 1_000;
const MOST_CHANGES = 1_000;

const text = z.string().nullish().catch(null);
/** An item's `toString` is a member of that name, not the method that every object has. */
const item = z.looseObject({ fieldId: text, field: text, from: text, to: text, toString: text });
const history = z.looseObject({ created: z.union([z.number(), z.string()]), items: z.array(item) });
const answer = z.object({
  issueChangeLogs: z.array(
    z.looseObject({ issueId: z.string(), changeHistories: z.array(history) }),
  ),
  nextPageToken: z.string().nullish(),
});
type StatusChanges = z.infer<typeof history>;

/** When each issue's status last changed, how often it was reopened and when last, by id; costs a point an issue. An issue without changes is there too. */
export async function statusHistories(
  { call }: JiraClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, IssueHistory>> {
  const changes = new Map<string, StatusChanges[]>(ids.map((id) => [id, []]));
  for (let start = 0; start < ids.length; start += MOST_ISSUES) {
    const issueIdsOrKeys = ids.slice(start, start + MOST_ISSUES);
    let nextPageToken: string | null = null;
    do {
      const page: z.infer<typeof answer> = await call({
        route: route`/rest/api/3/changelog/bulkfetch`,
        method: 'POST',
        body: {
          issueIdsOrKeys,
          fieldIds: ['status', 'resolution'],
          maxResults: MOST_CHANGES,
          ...(nextPageToken === null ? {} : { nextPageToken }),
        },
        answer,
        doing: `reading the history of ${issueIdsOrKeys.length} issues`,
        issuesIn: ({ issueChangeLogs }) => issueChangeLogs.length,
      });
      for (const { issueId, changeHistories } of page.issueChangeLogs)
        changes.get(issueId)?.push(...changeHistories);
      nextPageToken = page.nextPageToken ?? null;
    } while (nextPageToken !== null);
  }
  return new Map([...changes].map(([id, all]) => [id, historyOf(all)]));
}

function historyOf(changes: readonly StatusChanges[]): IssueHistory {
  const reopenings = changes.filter(({ items }) => items.some(reopens));
  const reopenedAt = lastOf(reopenings);
  return {
    statusSince: lastOf(
      changes.filter(({ items }) => items.some((one) => fieldOf(one) === 'status')),
    ),
    reopened: reopenings.length,
    ...(reopenedAt === null ? {} : { reopenedAt }),
  };
}

function lastOf(changes: readonly StatusChanges[]): string | null {
  const moments = changes.map(({ created }) => momentOf(created)).filter((at) => !Number.isNaN(at));
  return moments.length === 0 ? null : new Date(Math.max(...moments)).toISOString();
}

/** Whatever a site calls its statuses, an issue that is taken up again loses its resolution. */
function reopens(one: StatusChanges['items'][number]): boolean {
  return fieldOf(one) === 'resolution' && (one.from ?? '') !== '' && (one.to ?? '') === '';
}

function fieldOf({ fieldId, field }: StatusChanges['items'][number]): string | undefined {
  return (fieldId ?? field)?.toLowerCase();
}

/** Unlike everywhere else, Jira writes these moments in milliseconds. */
function momentOf(created: number | string): number {
  return typeof created === 'number' ? created : Date.parse(created);
}
