import { route } from '@forge/api';
import { z } from 'zod';
import type { HistoryFact } from '../core/post-mortem/timeline';
import type { JiraClient } from './client';
import { wordsOf } from './document';

const PAGE = 100;
/** Of an issue with more changes than this the first are read, which tell how soon somebody began, and the newest, which a timeline shows. */
const MOST_CHANGES = 500;

const person = z.looseObject({ accountId: z.string() }).nullish().catch(null);
const text = z.string().nullish().catch(null);
/** An item's `toString` is a member of that name, not the method that every object has. */
const item = z.looseObject({ field: z.string(), fromString: text, toString: text });
const changes = z.looseObject({
  total: z.number(),
  values: z.array(z.looseObject({ author: person, created: z.string(), items: z.array(item) })),
});
const comments = z.looseObject({
  comments: z.array(z.looseObject({ author: person, created: z.string(), body: z.unknown() })),
});

/** What Jira shows this requester of an issue's changelog and comments. */
export async function historyOf(
  { call }: JiraClient,
  issueKey: string,
): Promise<readonly HistoryFact[]> {
  const page = (start: number): Promise<z.infer<typeof changes>> =>
    call({
      route: route`/rest/api/3/issue/${issueKey}/changelog?startAt=${start}&maxResults=${PAGE}`,
      method: 'GET',
      answer: changes,
      doing: `reading the changelog of ${issueKey}`,
    });
  const first = await page(0);
  const pages = [first];
  // Jira gives the oldest first.
  for (
    let start = Math.max(PAGE, first.total - (MOST_CHANGES - PAGE));
    start < first.total;
    start += PAGE
  )
    pages.push(await page(start));
  const facts = pages.flatMap(({ values }) =>
    values.flatMap(({ author, created, items }) =>
      items.map((one): HistoryFact => ({
        at: created,
        by: author?.accountId ?? null,
        field: one.field,
        from: one.fromString ?? '',
        to: one.toString ?? '',
      })),
    ),
  );
  const said = await call({
    route: route`/rest/api/3/issue/${issueKey}/comment?maxResults=${PAGE}&orderBy=-created`,
    method: 'GET',
    answer: comments,
    doing: `reading the comments on ${issueKey}`,
  });
  facts.push(
    ...said.comments.map(({ author, created, body }) => ({
      at: created,
      by: author?.accountId ?? null,
      field: 'comment',
      from: '',
      to: wordsOf(body),
    })),
  );
  return facts.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
