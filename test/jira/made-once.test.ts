import { addComment } from '../../src/jira/add-comment';
import { jiraClient, type JiraClient, type Requester } from '../../src/jira/client';
import { createOnce } from '../../src/jira/create-once';
import { jiraIssueLinks } from '../../src/jira/issue-links';
import { Limited, Rejected, Unavailable, Unsure } from '../../src/usecases/ports/failures';

const NOW = Date.parse('2026-11-16T09:00:00Z');
type Answer =
  | {
      readonly status: number;
      readonly json?: unknown;
      readonly text?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'lost';

/** Answers in this order, the last one again and again; `seen` is what was asked. */
function jiraThat(...answers: readonly Answer[]): {
  readonly client: JiraClient;
  readonly seen: { readonly method: string; readonly path: string; readonly body: unknown }[];
} {
  const seen: { method: string; path: string; body: unknown }[] = [];
  const requestJira = async (
    path: { readonly value: string },
    { method = 'GET', body }: { method?: string; body?: string },
  ) => {
    const answer = answers[Math.min(seen.length, answers.length - 1)] ?? 'lost';
    seen.push({
      method,
      path: path.value,
      body: body === undefined ? undefined : (JSON.parse(body) as unknown),
    });
    if (answer === 'lost') throw new Error('socket hang up');
    return {
      ok: answer.status < 300,
      status: answer.status,
      headers: new Map(Object.entries(answer.headers ?? {})),
      text: async () =>
        answer.text ?? (answer.json === undefined ? '' : JSON.stringify(answer.json)),
    };
  };
  const client = jiraClient({
    requester: { requestJira } as unknown as Requester,
    budget: {
      admit: async () => undefined,
      spend: () => undefined,
      heed: () => undefined,
      settle: async () => undefined,
    },
    random: () => 0,
    clock: () => NOW,
    remainingMs: () => 25_000,
    patienceMs: 4_000,
  });
  return { client, seen };
}

const text = [{ kind: 'text' as const, text: 'It is fixed.' }];
const shown = (words: string, created = '2026-11-16T09:00:00.000+0000') => ({
  status: 200,
  json: {
    comments: [
      {
        created,
        body: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
        },
      },
    ],
  },
});
const comment = (client: JiraClient) =>
  addComment(client, { issueKey: 'SUP-1', text, audience: 'public' }, () => NOW);
const methods = (seen: readonly { readonly method: string }[]) => seen.map(({ method }) => method);

describe('a comment', () => {
  it('is not posted again when the answer is lost, but looked for: found, it is posted', async () => {
    const { client, seen } = jiraThat('lost', shown('It is fixed.'));
    await comment(client);
    expect(methods(seen)).toEqual(['POST', 'GET']);
  });

  it.each<readonly [string, Answer]>([
    ['no answer at all', 'lost'],
    ['an error of Jira', { status: 503 }],
    ['a page of a proxy', { status: 200, text: '<html>' }],
  ])(
    'after %s, and not to be seen, perhaps got there, and the words say where to look',
    async (_what, answer) => {
      const { client, seen } = jiraThat(answer, shown('Something else'));
      const failure: unknown = await comment(client).catch((caught: unknown) => caught);
      expect(failure).toBeInstanceOf(Unsure);
      expect(failure).toMatchObject({
        message: expect.stringContaining(
          'SUP-1 does not show the comment so far: it may have got there all the same',
        ) as string,
        advice: 'Look at the comments of SUP-1 before you send it again.',
      });
      expect(methods(seen)).toEqual(['POST', 'GET']);
    },
  );

  it('of an hour ago in the same words is another one', async () => {
    const { client } = jiraThat('lost', shown('It is fixed.', '2026-11-16T08:00:00.000+0000'));
    await expect(comment(client)).rejects.toThrow(Unsure);
  });

  it('that cannot be looked for either is not posted again', async () => {
    const { client, seen } = jiraThat('lost');
    await expect(comment(client)).rejects.toThrow(Unsure);
    expect(methods(seen).filter((method) => method === 'POST')).toHaveLength(1);
  });

  it('is posted again where Jira asked to wait, as it did nothing then', async () => {
    const { client, seen } = jiraThat(
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 201, json: {} },
    );
    await comment(client);
    expect(methods(seen)).toEqual(['POST', 'POST']);
  });

  it('that Jira refuses is refused, and nothing is looked for', async () => {
    const { client, seen } = jiraThat({
      status: 400,
      json: { errorMessages: ['Comment body is not valid!'] },
    });
    await expect(comment(client)).rejects.toThrow(Rejected);
    expect(methods(seen)).toEqual(['POST']);
  });

  it('to customers is marked public, and one to the team is left to Jira', async () => {
    const { client, seen } = jiraThat({ status: 201, json: {} });
    await comment(client);
    await addComment(client, { issueKey: 'PAY-1', text }, () => NOW);
    expect(seen.map(({ body }) => (body as { properties?: unknown }).properties)).toEqual([
      [{ key: 'sd.public.comment', value: { internal: false } }],
      undefined,
    ]);
  });
});

describe('an issue', () => {
  const fields = { project: { key: 'PAY' }, summary: 'Add an alert' };
  const issue = (summary: string) => ({
    id: '9',
    key: 'PAY-9',
    fields: {
      project: { id: '1', key: 'PAY' },
      issuetype: { name: 'Task' },
      status: { name: 'To Do' },
      created: '2026-11-16T09:00:01.000+0000',
      summary,
    },
  });
  const create = (client: JiraClient) => createOnce(client, fields, () => NOW);

  it('is not created again when the answer is lost, but looked for', async () => {
    const { client, seen } = jiraThat('lost', {
      status: 200,
      json: { issues: [issue('Something else'), issue('Add an alert')] },
    });
    expect(await create(client)).toEqual({ id: '9', key: 'PAY-9' });
    expect(
      seen.filter(({ method, path }) => method === 'POST' && path.endsWith('/issue')),
    ).toHaveLength(1);
  });

  it('that is not found may exist all the same', async () => {
    const { client } = jiraThat({ status: 502 }, { status: 200, json: { issues: [] } });
    await expect(create(client)).rejects.toThrow('it may exist all the same');
  });
});

describe('a link', () => {
  const types = { status: 200, json: { issueLinkTypes: [{ name: 'Relates' }] } };
  it('is made again when the answer is lost: twice the same is one', async () => {
    const { client, seen } = jiraThat(types, { status: 500 }, { status: 201 });
    await jiraIssueLinks(client).link(['Relates'], 'PAY-1', 'SUP-1');
    expect(methods(seen)).toEqual(['GET', 'POST', 'POST']);
  });
});

describe('what is only read', () => {
  it('is asked for again, and is unavailable or limited when that is no use', async () => {
    const { client, seen } = jiraThat({ status: 500 });
    const failure: unknown = await jiraIssueLinks(client)
      .takenAway('PAY-1')
      .catch((caught: unknown) => caught);
    expect(failure).toBeInstanceOf(Unavailable);
    expect(failure).not.toBeInstanceOf(Limited);
    expect(seen.length).toBeGreaterThan(1);
  });
});
