import { LATENCY, PEER_FIELD_ID, type LargeSite } from './large-site';
import type { Work } from './measured';

const MEMORY_GB = 0.5;

interface FoundIssue {
  readonly fields: {
    readonly issuelinks: readonly {
      readonly inwardIssue?: {
        readonly id: string;
        readonly fields: { readonly issuetype: { readonly name: string } };
      };
    }[];
  };
}

/**
 * The same work as an automation rule or a scripted field does it: search, then for each issue read it and the incidents linked
 * to it, and write a number into a field of it. On the same stand-in, with the same latency and the same quota.
 */
export async function oneByOne({ dev }: LargeSite): Promise<Work> {
  const { site, clock } = dev;
  const started = clock.now();
  let calls = 0;
  let points = 0;
  let written = 0;
  let waited = 0;

  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    for (;;) {
      calls += 1;
      await clock.sleep(LATENCY.jiraMs);
      const answer = await site.handle({
        method,
        path,
        headers: { 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
        principal: { kind: 'app' },
      });
      points += answer.points;
      if (answer.status < 300)
        return answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown);
      if (answer.status !== 429)
        throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
      const wait = Number(answer.headers['retry-after'] ?? 1) * 1000;
      waited += wait;
      await clock.sleep(wait);
    }
  };

  for (let nextPageToken: string | undefined; ;) {
    const page = (await call('POST', '/rest/api/3/search/jql', {
      jql: 'statusCategory != Done ORDER BY created ASC, key ASC',
      fields: ['key'],
      maxResults: 100,
      nextPageToken,
    })) as {
      issues: { id: string }[];
      nextPageToken?: string;
    };
    for (const { id } of page.issues) {
      const issue = (await call('GET', `/rest/api/3/issue/${id}`)) as FoundIssue;
      const incidents = issue.fields.issuelinks.flatMap(({ inwardIssue }) =>
        inwardIssue?.fields.issuetype.name === 'Incident' ? [inwardIssue.id] : [],
      );
      for (const incident of incidents) await call('GET', `/rest/api/3/issue/${incident}`);
      await call('PUT', `/rest/api/3/issue/${id}`, {
        fields: { [PEER_FIELD_ID]: Number(id) % 100 },
      });
      written += 1;
    }
    if (page.nextPageToken === undefined) break;
    nextPageToken = page.nextPageToken;
  }
  const seconds = (clock.now() - started) / 1000;
  // A rule that is refused ends and is started again: its waits cost no computing.
  return {
    jiraCalls: calls,
    points,
    storageUnits: 0,
    invocations: 0,
    gbSeconds: (seconds - waited / 1000) * MEMORY_GB,
    seconds,
    written,
  };
}
