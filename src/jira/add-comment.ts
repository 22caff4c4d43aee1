import { route } from '@forge/api';
import { z } from 'zod';
import type { Block } from '../core/post-mortem/document';
import { Unsure } from '../usecases/ports/failures';
import type { JiraClient } from './client';
import { adfOf, wordsOf, type Adf } from './document';

export interface NewComment {
  readonly issueKey: string;
  readonly text: readonly Block[];
  /** Left out, Jira decides who reads it. */
  readonly audience?: 'public' | undefined;
}

/** How far Jira's clock may be behind ours, in milliseconds. */
const SKEW_MS = 60_000;
/** Newer comments of others than so many hide one that was just posted. */
const LOOKED_AT = 20;

const comments = z.looseObject({
  comments: z.array(z.looseObject({ created: z.string(), body: z.unknown() })),
});

/** Service management's own comment property, by which it tells a reply from an internal note. */
const PUBLIC = [{ key: 'sd.public.comment', value: { internal: false } }];

/** Posts a comment once. After a lost answer it looks whether the issue has it. @throws Unsure when it does not show it, or cannot be looked at */
export async function addComment(
  client: JiraClient,
  { issueKey, text, audience }: NewComment,
  clock: () => number,
): Promise<void> {
  const since = clock() - SKEW_MS;
  const body = adfOf(text);
  try {
    await client.call({
      route: route`/rest/api/3/issue/${issueKey}/comment`,
      method: 'POST',
      body: { body, ...(audience === 'public' ? { properties: PUBLIC } : {}) },
      answer: z.unknown(),
      doing: `commenting on ${issueKey}`,
      once: true,
    });
  } catch (failure) {
    if (!(failure instanceof Unsure)) throw failure;
    if (await isThere(client, issueKey, body, since)) return;
    throw new Unsure(
      `${failure.message}, and ${issueKey} does not show the comment so far: it may have got there all the same`,
      `Look at the comments of ${issueKey} before you send it again.`,
      { cause: failure },
    );
  }
}

/** False also when Jira does not say. */
async function isThere(
  { call }: JiraClient,
  issueKey: string,
  body: Adf,
  since: number,
): Promise<boolean> {
  const wanted = plain(body);
  try {
    const found = await call({
      route: route`/rest/api/3/issue/${issueKey}/comment?maxResults=${LOOKED_AT}&orderBy=-created`,
      method: 'GET',
      answer: comments,
      doing: `looking whether ${issueKey} has the comment`,
    });
    return found.comments.some(
      (one) => Date.parse(one.created) >= since && plain(one.body) === wanted,
    );
  } catch {
    // Whatever keeps it from being seen, it stays unknown, and who asks hears that. So it is with the platform's request for consent:
    // after it the whole invocation is repeated, which would write the comment twice.
    return false;
  }
}

function plain(document: unknown): string {
  return wordsOf(document).replace(/\s+/gu, ' ').trim();
}
