import { z } from 'zod';
import { APP, as, aSite, anIssue, SCORE_FIELDS, type TestSite } from './a-site';
import type { Principal } from '../../../dev/jira/protocol';

const Found = z.object({ issues: z.array(z.object({ key: z.string() })) });
const Page = z.object({
  isLast: z.boolean(),
  issues: z.array(z.record(z.string(), z.unknown())),
  nextPageToken: z.string().optional(),
});
const Refused = z.object({ errorMessages: z.array(z.string()) });

/** What a query finds, by number; or why it is refused. */
async function find(world: TestSite, jql: string, principal?: Principal): Promise<string> {
  const { status, body } = await world.ask(
    'POST',
    '/search/jql',
    { jql, fields: ['summary'] },
    principal,
  );
  return status === 200
    ? Found.parse(body)
        .issues.map(({ key }) => key.replace('SHOP-', ''))
        .join(' ')
    : Refused.parse(body).errorMessages.join(' ');
}

const backlog = () => {
  const world = aSite(
    [
      anIssue('SHOP-1', {
        typeName: 'Epic',
        summary: 'Checkout without an account',
        created: '2026-01-05T08:00:00Z',
        priority: 'High',
      }),
      anIssue('SHOP-2', {
        typeName: 'Bug',
        summary: 'Payments are charged twice',
        description: 'The card is charged when the page reloads.',
        priority: 'Highest',
        statusName: 'In Progress',
        assignee: 'ann',
        reporter: 'bob',
        labels: ['Payments', 'urgent'],
        components: ['Cart'],
        versions: ['1.0'],
        fixVersions: ['1.1'],
        duedate: '2026-03-10',
        parentKey: 'SHOP-1',
        created: '2026-02-20T08:00:00Z',
        updated: '2026-03-04T09:30:00Z',
        votes: 4,
        customs: {
          customfield_10016: 3,
          customfield_10050: { value: 'Gold' },
          customfield_10051: 'ACME Corp',
        },
        sprints: [{ id: 3, name: 'Sprint 3', state: 'active' }],
        comments: [
          {
            author: 'bob',
            created: '2026-03-01T00:00:00Z',
            body: {
              type: 'doc',
              version: 1,
              content: [
                { type: 'paragraph', content: [{ type: 'text', text: 'Refund them today' }] },
              ],
            },
          },
        ],
      }),
      anIssue('SHOP-3', {
        summary: 'Gift cards',
        priority: 'Low',
        assignee: 'bob',
        created: '2026-03-04T08:00:00Z',
        customs: { customfield_10016: 8 },
        parentKey: 'SHOP-1',
        labels: ['urgent'],
      }),
      anIssue('SHOP-4', {
        typeName: 'Bug',
        statusName: 'Done',
        summary: 'Typo on the home page',
        priority: 'Lowest',
        resolution: 'Done',
        resolutiondate: '2026-03-01T12:00:00Z',
        created: '2025-12-24T08:00:00Z',
        duedate: '2026-03-04',
      }),
    ],
    {
      fields: [
        { id: 'customfield_10050', name: 'Customer tier', type: 'option' },
        { id: 'customfield_10051', name: 'Customer', type: 'string' },
      ],
      links: [
        { typeName: 'Blocks', sourceKey: 'SHOP-2', destinationKey: 'SHOP-3' },
        { typeName: 'Duplicate', sourceKey: 'SHOP-4', destinationKey: 'SHOP-2' },
      ],
    },
  );
  world.site.installAppFields(SCORE_FIELDS);
  return world;
};

test.each([
  ['project = SHOP', '4 3 2 1'],
  ['project = shop AND type = Bug', '4 2'],
  ['issuetype in (Epic, Story)', '3 1'],
  ['key = SHOP-2 OR id = 10001', '2 1'],
  ['issuekey in (SHOP-1, shop-4)', '4 1'],
  ['status = "In Progress"', '2'],
  ['statusCategory != Done', '3 2 1'],
  ['priority >= High', '2 1'],
  ['priority < High AND priority != Low', '4'],
  ['resolution = Unresolved', '3 2 1'],
  ['resolution is not EMPTY', '4'],
  ['assignee = ann OR assignee is EMPTY', '4 2 1'],
  ['assignee != ann', '3'],
  ['NOT assignee = ann', '3'],
  ['NOT (type = Bug OR type = Epic)', '3'],
  ['assignee = "Bob" OR reporter = "bob@example.com"', '3 2'],
  ['labels = payments', '2'],
  ['labels in (urgent) AND labels not in (payments)', '3'],
  ['component = Cart AND affectedVersion = "1.0" AND fixVersion = "1.1"', '2'],
  ['created < 2026-01-01', '4'],
  ['created >= "2026/03/04" AND created < "2026-03-04 08:01"', '3'],
  ['created >= -30d', '3 2'],
  ['created >= startOfYear() AND created <= endOfMonth("-1")', '2 1'],
  ['created > startOfDay()', '3'],
  ['due = now()', '4'],
  ['due > now() AND due <= 1w', '2'],
  ['resolved >= "2026-03-01 12:00"', '4'],
  ['updated > -1h', '2'],
  ['summary ~ payment', '2'],
  ['summary ~ "gift card"', '3'],
  ['text ~ "charg* card"', '2'],
  ['description ~ "\\"page reloads\\""', '2'],
  ['comment ~ refund', '2'],
  ['summary !~ the', '3 2 1'],
  ['parent = SHOP-1', '3 2'],
  ['parent is EMPTY', '4 1'],
  ['sprint in openSprints()', '2'],
  ['sprint = "Sprint 3"', '2'],
  ['votes > 3', '2'],
  ['issue in linkedIssues(SHOP-2)', '4 3'],
  ['issue in linkedIssues(SHOP-2, "is duplicated by")', '4'],
  ['issueLinkType = "is blocked by"', '3'],
  ['cf[10016] > 3', '3'],
  ['"Story Points" <= 3', '2'],
  ['"Story Points[Number]" in (3, 8)', '3 2'],
  ['"Customer tier" = gold', '2'],
  ['Customer ~ acme', '2'],
  ['hierarchyLevel = 1', '1'],
])('%s finds %s', async (jql, expected) => {
  expect(await find(backlog(), jql)).toBe(expected);
});

test.each([
  ['priority DESC, key', '2 1 3 4'],
  ['priority, key', '4 3 1 2'],
  ['created', '4 1 2 3'],
  ['due ASC, key DESC', '4 2 3 1'],
  ['"Story Points" DESC, key', '1 4 3 2'],
  ['status, summary', '4 2 1 3'],
  ['assignee', '2 3 4 1'],
])('ORDER BY %s gives %s', async (order, expected) => {
  expect(await find(backlog(), `project = SHOP ORDER BY ${order}`)).toBe(expected);
});

test.each([
  [
    '',
    'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
  ],
  [
    'order by key',
    'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
  ],
  ['project = NONE', "The value 'NONE' does not exist for the field 'project'."],
  ['flavour = sweet', "Field 'flavour' does not exist or you do not have permission to view it."],
  [
    'issue.property[ballast].lane = x',
    "Field 'issue.property' does not exist or you do not have permission to view it.",
  ],
  ['status ~ Open', "The operator '~' is not supported by the 'status' field."],
  ['summary = "Gift cards"', "The operator '=' is not supported by the 'summary' field."],
  ['"Backlog lane" ~ hot', "The operator '~' is not supported by the 'Backlog lane' field."],
  ['status was Done', "The operator 'was' is not supported by the 'status' field."],
  ['status changed', "The operator 'changed' is not supported by the 'status' field."],
  ['project = SHOP order by comment', "Not able to sort using field 'comment'."],
  ['created > yesterday', "Date value 'yesterday' for field 'created' is invalid."],
  ['created > "2026-02-30"', "Date value '2026-02-30' for field 'created' is invalid."],
  [
    'assignee in membersOf(staff)',
    "Unable to find JQL function 'membersOf(staff)' for the field 'assignee'.",
  ],
  ['key = SHOP-99', "An issue with key 'SHOP-99' does not exist for field 'key'."],
  ['votes > many', "The value 'many' for the field 'votes' is not a valid number."],
  ['project =', 'Error in the JQL Query'],
  ['status = (Done)', 'Error in the JQL Query'],
  ['status in Done', 'Error in the JQL Query'],
])('refuses %s', async (jql, reason) => {
  expect(await find(backlog(), jql)).toContain(reason);
});

test("sorts and filters by the app's fields", async () => {
  const world = backlog();
  const [score, lane] = ['customfield_25001', 'customfield_25002'];
  const id = (key: string) => world.site.peek(key)?.id;
  await world.ask(
    'POST',
    '/app/field/value',
    {
      updates: [
        { customField: score, issueIds: [id('SHOP-2')], value: 81.5 },
        { customField: score, issueIds: [id('SHOP-3')], value: 9 },
        { customField: lane, issueIds: [id('SHOP-2')], value: 'Hot fix' },
      ],
    },
    APP,
  );
  expect(await find(world, '"Priority score" is not EMPTY ORDER BY "Priority score" DESC')).toBe(
    '2 3',
  );
  expect(await find(world, '"Priority score" > 9')).toBe('2');
  expect(await find(world, '"Backlog lane" = "hot fix"')).toBe('2');
  expect(await find(world, `cf[25002] is EMPTY AND cf[25001] is not EMPTY`)).toBe('3');
});

test('gives ids alone unless fields are asked for, and then no more than a hundred issues', async () => {
  const world = aSite(Array.from({ length: 150 }, (_, at) => anIssue(`SHOP-${at + 1}`)));
  const ids = await world.ask('POST', '/search/jql', { jql: 'project = SHOP', maxResults: 5_000 });
  expect(Page.parse(ids.body)).toMatchObject({ isLast: true });
  expect(Page.parse(ids.body).issues.map(Object.keys).flat()).toEqual(
    Array.from({ length: 150 }, () => 'id'),
  );
  const full = await world.ask('POST', '/search/jql', {
    jql: 'project = SHOP',
    maxResults: 5_000,
    fields: ['*all'],
  });
  expect(Page.parse(full.body).issues).toHaveLength(100);
  expect([ids.points, full.points]).toEqual([151, 101]);
});

test('pages stand still while issues change', async () => {
  const world = aSite([
    anIssue('SHOP-1', { priority: 'High' }),
    anIssue('SHOP-2', { priority: 'Low' }),
    anIssue('SHOP-3', { priority: 'Lowest' }),
  ]);
  const ask = { jql: 'project = SHOP order by priority desc', maxResults: 1, fields: ['key'] };
  const first = Page.parse((await world.ask('POST', '/search/jql', ask)).body);
  await world.ask('PUT', '/issue/SHOP-1', { fields: { priority: { name: 'Lowest' } } });
  await world.ask('DELETE', '/issue/SHOP-2');
  const second = Page.parse(
    (await world.ask('POST', '/search/jql', { ...ask, nextPageToken: first.nextPageToken })).body,
  );
  const third = Page.parse(
    (await world.ask('POST', '/search/jql', { ...ask, nextPageToken: second.nextPageToken })).body,
  );
  expect([first, second, third].map(({ issues }) => issues.map(({ key }) => key))).toEqual([
    ['SHOP-1'],
    [],
    ['SHOP-3'],
  ]);
  expect(third.isLast).toBe(true);
});

test.each([
  [
    'a token of nobody',
    { jql: 'project = SHOP', nextPageToken: 'zzz' },
    'The nextPageToken is not one of this search.',
  ],
  [
    'six properties',
    { jql: 'project = SHOP', properties: ['a', 'b', 'c', 'd', 'e', 'f'] },
    'The maximum number of properties is 5.',
  ],
  [
    'eight fields to order by',
    { jql: 'project = SHOP order by key, key, key, key, key, key, key, key' },
    'at most 7 fields',
  ],
])('refuses %s', async (_, body, reason) => {
  const { status, body: answer } = await aSite([anIssue('SHOP-1')]).ask(
    'POST',
    '/search/jql',
    body,
  );
  expect([status, Refused.parse(answer).errorMessages.join()]).toEqual([
    400,
    expect.stringContaining(reason),
  ]);
});

test('the search of old is gone', async () => {
  expect((await aSite().ask('GET', '/search?jql=project=SHOP')).status).toBe(410);
  expect((await aSite().ask('POST', '/search', { jql: 'project = SHOP' })).status).toBe(410);
});

test('currentUser() is whoever asks, and nobody finds what they may not see', async () => {
  const world = aSite(
    [
      anIssue('SHOP-1', { assignee: 'ann' }),
      anIssue('SHOP-2', { assignee: 'bob' }),
      anIssue('SECRET-1', { assignee: 'ann' }),
    ],
    {
      projects: [
        { key: 'SHOP', name: 'Shop' },
        { key: 'SECRET', name: 'Secret', roles: [{ name: 'Members', accountIds: ['bob'] }] },
      ],
    },
  );
  expect(await find(world, 'assignee = currentUser()', as('ann'))).toBe('1');
  expect(await find(world, 'assignee = ann', as('bob'))).toBe('SECRET-1 1');
  expect(await find(world, 'project = SECRET', as('ann'))).toContain(
    "The value 'SECRET' does not exist",
  );
});
