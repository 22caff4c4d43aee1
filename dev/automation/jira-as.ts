import { z } from 'zod';
import type { JiraRequest, JiraSite } from '../jira/protocol';

/** Jira as the person sees it as whom a rule runs; costs the app nothing. */
export interface JiraAs {
  /** With its fields by id and by name, for smart values; null when there is none or the person may not see it. */
  issue(
    idOrKey: string,
  ): Promise<{ readonly key: string; readonly values: Readonly<Record<string, unknown>> } | null>;
  search(
    jql: string,
    most: number,
  ): Promise<
    | { readonly ok: true; readonly ids: readonly string[] }
    | { readonly ok: false; readonly error: string }
  >;
  /** What Jira has against the comment; null when it stands. */
  comment(key: string, text: string): Promise<string | null>;
}

const issueAnswer = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.record(z.string(), z.unknown()),
  names: z.record(z.string(), z.string()).default({}),
});
const searchAnswer = z.object({ issues: z.array(z.object({ id: z.string() })) });
const errorAnswer = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

export function jiraAs(site: Pick<JiraSite, 'handle'>, accountId: string): JiraAs {
  const ask = (method: string, path: string, body?: unknown) => {
    const request: JiraRequest = {
      method,
      path,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      principal: { kind: 'user', accountId },
      outsideQuota: true,
    };
    return site.handle(request);
  };
  return {
    async issue(idOrKey) {
      const { status, body } = await ask(
        'GET',
        `/rest/api/3/issue/${encodeURIComponent(idOrKey)}?expand=names`,
      );
      if (status !== 200) return null;
      const { id, key, fields, names } = issueAnswer.parse(JSON.parse(body));
      const named = Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [names[field] ?? field, value]),
      );
      return { key, values: { ...named, ...fields, id, key } };
    },
    async search(jql, most) {
      const { status, body } = await ask('POST', '/rest/api/3/search/jql', {
        jql,
        maxResults: most,
        fields: ['key'],
      });
      return status === 200
        ? { ok: true, ids: searchAnswer.parse(JSON.parse(body)).issues.map(({ id }) => id) }
        : { ok: false, error: problemIn(body) };
    },
    async comment(key, text) {
      const paragraphs = text.split('\n').map((line) => ({
        type: 'paragraph',
        content: line === '' ? [] : [{ type: 'text', text: line }],
      }));
      const { status, body } = await ask(
        'POST',
        `/rest/api/3/issue/${encodeURIComponent(key)}/comment`,
        { body: { type: 'doc', version: 1, content: paragraphs } },
      );
      return status < 300 ? null : `The comment was refused: ${problemIn(body)}`;
    },
  };
}

function problemIn(body: string): string {
  const parsed = errorAnswer.safeParse(JSON.parse(body));
  return parsed.success
    ? [...parsed.data.errorMessages, ...Object.values(parsed.data.errors)].join(' ')
    : 'Jira gave no reason';
}
