import type { JiraCall, JiraClient } from '../../src/jira/client';
import { statusHistories } from '../../src/jira/status-history';

const status = (created: number | string, from = 'Open', to = 'In Progress') => ({
  created,
  items: [
    { field: 'status', fieldId: 'status', from: '1', fromString: from, to: '3', toString: to },
  ],
});
const resolution = (created: number, from: string | null, to: string | null) => ({
  created,
  items: [{ field: 'resolution', fieldId: 'resolution', from, fromString: from, to, toString: to }],
});

/** A Jira that answers with these pages, and remembers what it was asked. */
function answering(
  ...pages: readonly (readonly {
    readonly issueId: string;
    readonly changeHistories: readonly object[];
  }[])[]
) {
  const asked: unknown[] = [];
  const client: JiraClient = {
    call: async <T>({ body, answer }: JiraCall<T>) => {
      asked.push(body);
      const at = asked.length - 1;
      return answer.parse({
        issueChangeLogs: pages[at] ?? [],
        ...(at + 1 < pages.length ? { nextPageToken: String(at + 1) } : {}),
      });
    },
  };
  return { client, asked };
}

describe('what changelogs tell', () => {
  it('is when the status last changed, whether Jira writes the moment in milliseconds or in words', async () => {
    const { client } = answering([
      {
        issueId: '1',
        changeHistories: [
          status(Date.UTC(2026, 9, 1)),
          status('2026-10-05T08:00:00.000+0000'),
          resolution(Date.UTC(2026, 10, 1), null, '6'),
        ],
      },
    ]);
    expect((await statusHistories(client, ['1'])).get('1')).toEqual({
      statusSince: '2026-10-05T08:00:00.000Z',
      reopened: 0,
    });
  });

  it('is how often an issue lost its resolution, once a change, and when last', async () => {
    const changes = [
      resolution(1, null, '6'),
      resolution(2, '6', null),
      resolution(3, null, '6'),
      { created: 4, items: [...resolution(4, '6', '').items, ...status(4, 'Done', 'Open').items] },
      resolution(5, '6', '7'),
    ];
    const { client } = answering([{ issueId: '1', changeHistories: changes }]);
    expect((await statusHistories(client, ['1'])).get('1')).toMatchObject({
      reopened: 2,
      reopenedAt: '1970-01-01T00:00:00.004Z',
    });
  });

  it('is gathered over all pages, and nothing is said of issues that were not asked for', async () => {
    const { client, asked } = answering(
      [{ issueId: '1', changeHistories: [status(1)] }],
      [
        { issueId: '1', changeHistories: [resolution(2, '6', null)] },
        { issueId: '9', changeHistories: [status(3)] },
      ],
    );
    const found = await statusHistories(client, ['1', '2']);
    expect([...found]).toEqual([
      [
        '1',
        {
          statusSince: '1970-01-01T00:00:00.001Z',
          reopened: 1,
          reopenedAt: '1970-01-01T00:00:00.002Z',
        },
      ],
      ['2', { statusSince: null, reopened: 0 }],
    ]);
    expect(asked).toEqual([
      { issueIdsOrKeys: ['1', '2'], fieldIds: ['status', 'resolution'], maxResults: 1000 },
      {
        issueIdsOrKeys: ['1', '2'],
        fieldIds: ['status', 'resolution'],
        maxResults: 1000,
        nextPageToken: '1',
      },
    ]);
  });

  it('is asked for a thousand issues at a time', async () => {
    const { client, asked } = answering();
    await statusHistories(
      client,
      Array.from({ length: 2001 }, (_, at) => String(at)),
    );
    expect(
      asked.map((body) => (body as { issueIdsOrKeys: unknown[] }).issueIdsOrKeys.length),
    ).toEqual([1000, 1000, 1]);
  });
});
