import { route } from '@forge/api';
import { z } from 'zod';
import type { Block } from '../core/post-mortem/document';
import { Declined, Unsure } from '../usecases/ports/failures';
import type { Audience } from '../usecases/ports/post-mortem';
import type { JiraClient } from './client';
import { adfOf, wordsOf, type Adf } from './document';
import { cutToFit, fits, MOST_CHARACTERS } from './fit-comment';

export interface NewComment {
  readonly issueKey: string;
  readonly text: readonly Block[];
  readonly audience: Audience;
}

/** How far Jira's clock may be behind ours, in milliseconds. */
const SKEW_MS = 60_000;
/** Newer comments of others than so many hide one that was just posted. */
const LOOKED_AT = 20;

const jsdPublic = z.boolean().optional().catch(undefined);
const posted = z.looseObject({ jsdPublic });
const comments = z.looseObject({
  comments: z.array(z.looseObject({ created: z.string(), body: z.unknown(), jsdPublic })),
});

/**
 * Service management's own comment property, by which it tells a reply from an internal note; other projects take no notice. Without
 * it every comment of the REST API is a reply, which customers are mailed.
 */
const propertyFor = (audience: Audience) => [
  { key: 'sd.public.comment', value: { internal: audience === 'internal' } },
];

/**
 * Posts a comment once. After a lost answer it looks whether the issue has it.
 * @returns who reads it, as Jira says; null when it does not
 * @throws Unsure when the issue does not show it, or cannot be looked at; Declined for a public one that is too long
 */
export async function addComment(
  client: JiraClient,
  { issueKey, text, audience }: NewComment,
  clock: () => number,
): Promise<Audience | null> {
  const since = clock() - SKEW_MS;
  const body = adfOf(audience === 'internal' ? cutToFit(text, CUT) : text);
  if (audience === 'public' && !fits(text))
    throw new Declined(
      `The text is too long: Jira takes ${MOST_CHARACTERS.toLocaleString('en-GB')} characters in a comment`,
      'Shorten it, or send it in two parts.',
    );
  try {
    const answer = await client.call({
      route: route`/rest/api/3/issue/${issueKey}/comment`,
      method: 'POST',
      body: { body, properties: propertyFor(audience) },
      answer: posted,
      doing: `commenting on ${issueKey}`,
      once: true,
    });
    return readBy(answer);
  } catch (failure) {
    if (!(failure instanceof Unsure)) throw failure;
    const found = await findPosted(client, issueKey, body, since);
    if (found !== null) return readBy(found);
    throw new Unsure(
      `${failure.message}, and ${issueKey} does not show the comment so far: it may have got there all the same`,
      `Look at the comments of ${issueKey} before you send it again.`,
      { cause: failure },
    );
  }
}

const CUT = `The rest is left out, as Jira takes ${MOST_CHARACTERS.toLocaleString('en-GB')} characters in a comment: the whole text is in the Ballast panel of this issue.`;

function readBy({ jsdPublic }: z.infer<typeof posted>): Audience | null {
  if (jsdPublic === undefined) return null;
  return jsdPublic ? 'public' : 'internal';
}

/** Null also when Jira does not say. */
async function findPosted(
  { call }: JiraClient,
  issueKey: string,
  body: Adf,
  since: number,
): Promise<z.infer<typeof posted> | null> {
  const wanted = plain(body);
  try {
    const found = await call({
      route: route`/rest/api/3/issue/${issueKey}/comment?maxResults=${LOOKED_AT}&orderBy=-created`,
      method: 'GET',
      answer: comments,
      doing: `looking whether ${issueKey} has the comment`,
    });
    return (
      found.comments.find(
        (one) => Date.parse(one.created) >= since && plain(one.body) === wanted,
      ) ?? null
    );
  } catch {
    // Whatever keeps it from being seen, it stays unknown, and who asks hears that. So it is with the platform's request for consent:
    // after it the whole invocation is repeated, which would write the comment twice.
    return null;
  }
}

function plain(document: unknown): string {
  return wordsOf(document).replace(/\s+/gu, ' ').trim();
}
