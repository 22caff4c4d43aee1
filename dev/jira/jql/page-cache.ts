import { createHash } from 'node:crypto';
import { searchIssues } from './search-issues';
import type { JqlEnvironment } from './jql-field';

/** How many result lists are remembered at once; 100,000 ids are about a megabyte. */
const MOST_LISTS = 20;

/**
 * Keeps the ids a search found, so that a search read page by page is answered once and stands still while issues change.
 * A list that was pushed out is searched again, at its place.
 */
export interface PageCache {
  page(
    jql: string,
    env: JqlEnvironment,
    token: string | undefined,
    size: number,
  ): { readonly ids: readonly number[]; readonly next: string | undefined };
  count(jql: string, env: JqlEnvironment): number;
}

export class BadPageToken extends Error {}

export function createPageCache(): PageCache {
  const lists = new Map<string, readonly number[]>();

  // The moment belongs to the key because a query may speak of now().
  const listFor = (jql: string, env: JqlEnvironment, moment: string): readonly number[] => {
    const key = `${moment}|${env.viewer}|${reconciledIn(env)}|${jql}`;
    const ids = lists.get(key) ?? searchIssues(jql, env);
    lists.delete(key);
    lists.set(key, ids);
    const [oldest] = lists.keys();
    if (lists.size > MOST_LISTS && oldest !== undefined) lists.delete(oldest);
    return ids;
  };

  return {
    page(jql, env, token, size) {
      const { moment, offset } =
        token === undefined ? { moment: momentOf(env), offset: 0 } : readToken(token, jql);
      const ids = listFor(jql, env, moment);
      const end = offset + size;
      return {
        ids: ids.slice(offset, end),
        next: end < ids.length ? writeToken(moment, end, jql) : undefined,
      };
    },
    count: (jql, env) => listFor(jql, env, momentOf(env)).length,
  };
}

const momentOf = (env: JqlEnvironment): string => `${env.state.revision}@${env.now}`;

/** A token goes on with the query it came from, and with no other. */
function writeToken(moment: string, offset: number, jql: string): string {
  return Buffer.from(`${moment}:${offset}:${markOf(jql)}`).toString('base64url');
}

function readToken(
  token: string,
  jql: string,
): { readonly moment: string; readonly offset: number } {
  const [, moment, offset, mark] =
    /^(\d+@\d+):(\d+):(\w+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (moment === undefined || offset === undefined || mark !== markOf(jql))
    throw new BadPageToken('The nextPageToken is not one of this search.');
  return { moment, offset: Number(offset) };
}

const markOf = (jql: string): string => createHash('sha256').update(jql).digest('hex').slice(0, 12);
const reconciledIn = ({ reconciled }: JqlEnvironment): string =>
  [...(reconciled ?? [])].sort((a, b) => a - b).join(',');
