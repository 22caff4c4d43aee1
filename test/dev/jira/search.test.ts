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
  ['summary ~ "gift OR payments"', '3 2'],
  ['summary ~ "gift || typo"', '4 3'],
  ['summary ~ "page -typo"', ''],
  ['summary ~ "charged NOT card"', '2'],
  ['summary ~ "+payments +twice"', '2'],
  ['summary ~ "+payments -twice"', ''],
  ['summary ~ "(gift OR typo) AND NOT cards"', '4'],
  ['summary ~ "NOT payments"', ''],
  ['summary ~ "ch*ed"', '2'],
  ['summary ~ "ty?o"', '4'],
  ['summary ~ "checkou*"', '1'],
  ['summary ~ "payment~ twice^3"', '2'],
  ['summary ~ "\\"charged twice\\""', '2'],
  ['summary ~ "\\"twice charged\\""', ''],
  ['description !~ refund', '2'],
  ['comment !~ refund', '4 3 1'],
  ['issue in votedIssues()', ''],
  ['issuetype in standardIssueTypes()', '4 3 2 1'],
  ['issueLink = SHOP-2', '4 3'],
  ['attachments is EMPTY', '4 3 2 1'],
  ['fixVersion in unreleasedVersions()', '2'],
  ['timespent is EMPTY', '4 3 2 1'],
  ['assignee in membersOf("site-admins")', ''],
])('%s finds %s', async (jql, expected) => {
  expect(await find(backlog(), jql)).toBe(expected);
});

test.each([
  ['priority DESC, key', '2 1 3 4'],
  ['priority ASC, key', '4 3 1 2'],
  ['priority, key', '2 1 3 4'],
  ['created', '3 2 1 4'],
  ['created ASC', '4 1 2 3'],
  ['updated, key DESC', '2 3 1 4'],
  ['resolved', '3 2 1 4'],
  ['votes, key', '2 1 3 4'],
  ['key', '1 2 3 4'],
  ['due', '4 2 3 1'],
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
    "The stand-in does not model the entity property 'issue.property' in JQL.",
  ],
  ['status ~ Open', "The operator '~' is not supported by the 'status' field."],
  ['summary = "Gift cards"', "The operator '=' is not supported by the 'summary' field."],
  ['"Backlog lane" ~ hot', "The operator '~' is not supported by the 'Backlog lane' field."],
  ['status was Done', "The stand-in does not model the operator 'was' in JQL."],
  ['status changed', "The stand-in does not model the operator 'changed' in JQL."],
  ['lastViewed > -1d', "The stand-in does not model the field 'lastViewed' in JQL."],
  ['"Epic Link" = SHOP-1', "The stand-in does not model the field 'Epic Link' in JQL."],
  ['project = SHOP ORDER BY Rank', "The stand-in does not model the field 'Rank' in JQL."],
  ['key > SHOP-1', "The stand-in does not model the operator '>' of the field 'key' in JQL."],
  ['fixVersion >= "1.0"', "The stand-in does not model the operator '>=' of the field"],
  ['issue in updatedBy(ann)', "The stand-in does not model the function 'updatedBy' in JQL."],
  ['issue in madeUp()', "Unable to find JQL function 'madeUp()' for the field 'key'."],
  ['"Customer tier" = Platinum', "The option 'Platinum' for field 'Customer tier' does not exist."],
  ['customfield_10016 > 3', "Field 'customfield_10016' does not exist"],
  ['created >= "2026-11-01T10:00:00.000Z"', "Date value '2026-11-01T10:00:00.000Z' for field"],
  ['created >= "2026-11-01 10:30:15"', "Date value '2026-11-01 10:30:15' for field"],
  ['created >= "2026-11/01"', "Date value '2026-11/01' for field"],
  ['created >= "2026-11-01 24:00"', "Date value '2026-11-01 24:00' for field"],
  ['summary ~ "*ment"', "is not allowed to start with '*'."],
  ['summary ~ "?ayment"', "is not allowed to start with '?'."],
  ['summary ~ "AND"', 'has nothing to search for'],
  ['project = SHOP order by comment', "Not able to sort using field 'comment'."],
  ['created > yesterday', "Date value 'yesterday' for field 'created' is invalid."],
  ['created > "2026-02-30"', "Date value '2026-02-30' for field 'created' is invalid."],
  [
    'assignee in membersOf(staff)',
    "Function 'membersOf' can not generate a list of usernames for group 'staff'",
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

test('a page is of one to five thousand issues, and its token goes on with no other query', async () => {
  const { ask } = aSite([anIssue('SHOP-1'), anIssue('SHOP-2')]);
  const statusOf = async (more: object): Promise<number> =>
    (await ask('POST', '/search/jql', { jql: 'project = SHOP', ...more })).status;
  expect(await statusOf({ maxResults: 0 })).toBe(400);
  expect(await statusOf({ maxResults: 5_001 })).toBe(400);
  expect(await statusOf({ maxResults: 5_000 })).toBe(200);
  expect((await ask('GET', '/search/jql?jql=project=SHOP&maxResults=0')).status).toBe(400);
  const { body } = await ask('POST', '/search/jql', { jql: 'project = SHOP', maxResults: 1 });
  const { nextPageToken } = Page.parse(body);
  expect(await statusOf({ nextPageToken })).toBe(200);
  expect(await statusOf({ nextPageToken, jql: 'project = shop' })).toBe(400);
});

test('queries are taken apart, and looked at as strictly as is asked', async () => {
  const { ask } = aSite([anIssue('SHOP-1')]);
  const parsed = async (validation: string, query: string): Promise<unknown> =>
    (
      (await ask('POST', `/jql/parse?validation=${validation}`, { queries: [query] })).body as {
        readonly queries: readonly unknown[];
      }
    ).queries[0];
  expect(
    await parsed('strict', 'project = SHOP AND NOT labels in (a, "b c") ORDER BY created DESC'),
  ).toEqual({
    query: 'project = SHOP AND NOT labels in (a, "b c") ORDER BY created DESC',
    structure: {
      where: {
        operator: 'and',
        clauses: [
          {
            field: { name: 'project', encodedName: 'project' },
            operator: '=',
            operand: { value: 'SHOP', encodedValue: 'SHOP' },
          },
          {
            operator: 'not',
            clauses: [
              {
                field: { name: 'labels', encodedName: 'labels' },
                operator: 'in',
                operand: {
                  values: [
                    { value: 'a', encodedValue: 'a' },
                    { value: 'b c', encodedValue: '"b c"' },
                  ],
                },
              },
            ],
          },
        ],
      },
      orderBy: {
        fields: [{ field: { name: 'created', encodedName: 'created' }, direction: 'desc' }],
      },
    },
  });
  expect(await parsed('strict', 'foo = bar')).toEqual({
    query: 'foo = bar',
    errors: [expect.stringContaining("Field 'foo' does not exist")],
  });
  expect(await parsed('warn', 'project = NOPE')).toMatchObject({
    structure: { where: { operator: '=' } },
    errors: [expect.stringContaining("'NOPE' does not exist")],
  });
  expect(await parsed('none', 'foo = bar')).not.toHaveProperty('errors');
  expect(await parsed('none', 'foo =')).not.toHaveProperty('structure');
  expect((await ask('POST', '/jql/parse?validation=perhaps', { queries: ['x'] })).status).toBe(400);
});

test('whatever a field is said to be searched by, JQL knows', async () => {
  const world = backlog();
  const { body } = await world.ask('GET', '/field');
  const clauses = (body as { readonly clauseNames: readonly string[] }[]).flatMap(
    ({ clauseNames }) => clauseNames,
  );
  const { body: answer } = await world.ask('POST', '/jql/parse?validation=strict', {
    queries: clauses.map((name) => `"${name}" is not EMPTY`),
  });
  const refusals = (
    answer as { readonly queries: readonly { readonly errors?: string[] }[] }
  ).queries
    .flatMap(({ errors }) => errors ?? [])
    .filter((each) => !each.includes("The operator 'is not' is not supported"));
  expect(refusals).toEqual([]);
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
