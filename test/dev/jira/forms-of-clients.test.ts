import { aSite, anIssue, as, type Asked, type TestSite } from './a-site';

const messages = ({ body }: Asked): string => {
  const { errorMessages = [], errors = {} } = body as {
    readonly errorMessages?: readonly string[];
    readonly errors?: Readonly<Record<string, string>>;
  };
  return [...errorMessages, ...Object.values(errors)].join(' ');
};
const GDPR = /GDPR strict mode/;
const world = (): TestSite =>
  aSite([
    anIssue('SHOP-1', { assignee: 'bob' }),
    anIssue('SHOP-2', { typeName: 'Sub-task', parentKey: 'SHOP-1' }),
  ]);

test('links lead back to the version that was asked, in every answer', async () => {
  const { ask, events } = world();
  await ask('POST', '/rest/api/2/issue/SHOP-1/comment', { body: 'Hello' });
  for (const version of [2, 3]) {
    for (const path of [
      'issue/SHOP-1',
      'issue/SHOP-1/comment',
      'issue/SHOP-1/watchers',
      'issue/SHOP-1/transitions',
      'issue/SHOP-1/changelog',
      'project/SHOP',
      'project/search',
      'project',
      'priority',
      'status',
      'myself',
      'user?accountId=ann',
      'search/jql?jql=project=SHOP&fields=*all',
    ]) {
      const { status, body } = await ask('GET', `/rest/api/${version}/${path}`);
      const links = [...JSON.stringify(body).matchAll(/"self":"([^"]*)"/g)].map(([, self]) => self);
      expect([
        path,
        status,
        links.filter((self) => self?.includes(`/api/${5 - version}/`)),
      ]).toEqual([path, 200, []]);
    }
  }
  expect(JSON.stringify(events)).not.toContain('"self":"https://ballast.example.net/rest/api/3');
});

test('a number will do as the id of a transition', async () => {
  const { ask, site } = world();
  expect((await ask('POST', '/issue/SHOP-1/transitions', { transition: { id: 31 } })).status).toBe(
    204,
  );
  expect(site.peek('SHOP-1')?.status.name).toBe('Done');
});

test('a switch of the query is read in any case', async () => {
  const { ask } = world();
  expect((await ask('DELETE', '/issue/SHOP-1?deleteSubtasks=False')).status).toBe(400);
  expect((await ask('DELETE', '/issue/SHOP-1?deleteSubtasks=True')).status).toBe(204);
});

test('people are named by account id alone, and nobody is unassigned by another name', async () => {
  const { ask, site } = world();
  for (const [method, path, body] of [
    ['PUT', '/issue/SHOP-1/assignee', { name: 'mara' }],
    ['PUT', '/issue/SHOP-1/assignee', { key: 'mara' }],
    ['PUT', '/issue/SHOP-1', { fields: { assignee: { name: 'mara' } } }],
    ['PUT', '/issue/SHOP-1', { fields: { reporter: { emailAddress: 'ann@example.com' } } }],
    ['PUT', '/issue/SHOP-1', { update: { assignee: [{ set: { name: 'mara' } }] } }],
    ['GET', '/user?username=mara', undefined],
    ['GET', '/user/search?username=mara', undefined],
    ['GET', '/user/assignable/search?project=SHOP&username=mara', undefined],
    ['DELETE', '/issue/SHOP-1/watchers?username=mara', undefined],
  ] as const) {
    const answer = await ask(method, path, body);
    expect([path, answer.status, messages(answer)]).toEqual([
      path,
      400,
      expect.stringMatching(GDPR),
    ]);
  }
  expect((await ask('PUT', '/issue/SHOP-1/assignee', {})).status).toBe(400);
  expect((await ask('PUT', '/issue/SHOP-1', { fields: { assignee: 'ann' } })).status).toBe(400);
  expect(site.peek('SHOP-1')?.assignee).toBe('bob');
  expect((await ask('PUT', '/issue/SHOP-1/assignee', { accountId: null })).status).toBe(204);
  expect(site.peek('SHOP-1')?.assignee).toBeNull();
});

const visibility = { type: 'role', value: 'Administrators' };

test.each([
  ['POST', '/rest/api/2/issue/SHOP-1/comment', { body: 'Secret', visibility }],
  [
    'PUT',
    '/rest/api/2/issue/SHOP-1',
    { update: { comment: [{ add: { body: 'Secret', visibility } }] } },
  ],
  [
    'POST',
    '/rest/api/2/issueLink',
    {
      type: { name: 'Relates' },
      inwardIssue: { key: 'SHOP-1' },
      outwardIssue: { key: 'SHOP-2' },
      comment: { body: 'Secret', visibility },
    },
  ],
])('%s %s shows no comment to all that was for some', async (method, path, body) => {
  const { ask, site } = world();
  const answer = await ask(method, path, body);
  expect([answer.status, messages(answer)]).toEqual([501, expect.stringContaining('visibility')]);
  expect(site.peek('SHOP-1')).toMatchObject({ comments: [], links: [] });
});

test('properties that come with an issue, an edit or a move are kept', async () => {
  const { ask } = world();
  const { body } = await ask('POST', '/issue', {
    fields: { project: { key: 'SHOP' }, issuetype: { name: 'Story' }, summary: 'New' },
    properties: [{ key: 'one', value: { n: 1 } }],
  });
  const { key } = body as { readonly key: string };
  await ask('PUT', `/issue/${key}`, { properties: [{ key: 'two', value: 2 }] });
  await ask('POST', `/issue/${key}/transitions`, {
    transition: { id: '31' },
    properties: [{ key: 'three', value: [3] }],
  });
  expect((await ask('GET', `/issue/${key}?properties=*all&fields=key`)).body).toMatchObject({
    properties: { one: { n: 1 }, two: 2, three: [3] },
  });
});

test.each([
  ['POST', '/issue', { fields: {}, historyMetadata: {} }, 'historyMetadata'],
  ['POST', '/issue', { fields: {}, transition: { id: '11' } }, 'transition'],
  [
    'PUT',
    '/issue/SHOP-1',
    { fields: { timetracking: { originalEstimate: '1d' } } },
    'timetracking',
  ],
  ['PUT', '/issue/SHOP-1', { update: { worklog: [{ add: { timeSpent: '1h' } }] } }, 'worklog'],
  ['PUT', '/issue/SHOP-1', { update: { comment: [{ remove: { id: '1' } }] } }, 'comment'],
])('%s %s with %j is refused by name', async (method, path, body, name) => {
  const answer = await world().ask(method, path, body);
  expect([answer.status, messages(answer)]).toEqual([501, expect.stringContaining(name)]);
});

test('lists of projects honour their filters, orders and expansions', async () => {
  const { ask } = aSite([anIssue('SHOP-1'), anIssue('HELP-1'), anIssue('HELP-2')], {
    projects: [
      { key: 'SHOP', name: 'Shop', id: '20001', leadAccountId: 'bob' },
      {
        key: 'HELP',
        name: 'Help desk',
        id: '20002',
        typeKey: 'service_desk',
        leadAccountId: 'ann',
      },
      { key: 'MUTE', name: 'Quiet', roles: [{ name: 'Viewers', accountIds: ['ann'] }] },
    ],
  });
  const keys = async (query: string): Promise<string> =>
    (
      (await ask('GET', `/project/search${query}`, undefined, as('ann'))).body as {
        values: { key: string }[];
      }
    ).values
      .map(({ key }) => key)
      .join(' ');
  expect(await keys('')).toBe('HELP MUTE SHOP');
  expect(await keys('?typeKey=service_desk')).toBe('HELP');
  expect(await keys('?typeKey=software,service_desk&orderBy=-key')).toBe('SHOP MUTE HELP');
  expect(await keys('?id=20001&id=20002&orderBy=key')).toBe('HELP SHOP');
  expect(await keys('?keys=SHOP&keys=MUTE')).toBe('MUTE SHOP');
  expect(await keys('?status=archived')).toBe('');
  expect(await keys('?status=live&status=archived')).toBe('HELP MUTE SHOP');
  expect(await keys('?action=create')).toBe('HELP SHOP');
  expect(await keys('?orderBy=-issueCount')).toBe('HELP SHOP MUTE');
  expect(await keys('?orderBy=owner&action=create')).toBe('HELP SHOP');
  expect(await keys('?query=help')).toBe('HELP');
  expect((await ask('GET', '/project/search?orderBy=category')).status).toBe(501);
  expect((await ask('GET', '/project/search?action=fly')).status).toBe(400);
  const expanded = await ask('GET', '/project/search?expand=lead,insight&keys=HELP');
  expect(expanded.body).toMatchObject({
    values: [{ lead: { accountId: 'ann' }, insight: { totalIssueCount: 2 } }],
  });
  expect((await ask('GET', '/project?expand=issueTypes,projectKeys')).body).toMatchObject([
    { projectKeys: ['HELP'], issueTypes: expect.arrayContaining([]) },
    {},
    {},
  ]);
});

test('lists of priorities, resolutions and fields honour their filters', async () => {
  const { ask } = world();
  const names = async (path: string): Promise<string> =>
    ((await ask('GET', path)).body as { values: { name: string }[] }).values
      .map(({ name }) => name)
      .join(', ');
  expect(await names('/priority/search?id=1&id=5')).toBe('Highest, Lowest');
  expect(await names('/priority/search?priorityName=low')).toBe('Low, Lowest');
  expect(await names('/priority/search?onlyDefault=true')).toBe('Medium');
  expect(await names('/resolution/search?id=10002')).toBe('Duplicate');
  expect(await names('/resolution/search?onlyDefault=true')).toBe('');
  expect(await names('/field/search?query=sum&orderBy=-name')).toBe('Summary');
  expect(await names('/field/search?type=custom&orderBy=-name')).toBe(
    'Story Points, Sprint, Flagged',
  );
  expect((await ask('GET', '/field/search?orderBy=lastUsed')).status).toBe(501);
});

test('what is missing from a question about people is missed', async () => {
  const { ask } = world();
  expect((await ask('GET', '/user/search')).status).toBe(400);
  expect((await ask('GET', '/user/bulk')).status).toBe(400);
  expect((await ask('DELETE', '/issue/SHOP-1/watchers')).status).toBe(400);
  expect((await ask('DELETE', '/issue/SHOP-1/watchers?accountId=ghost')).status).toBe(404);
  expect((await ask('POST', '/issue/SHOP-1/watchers', { accountId: 'ann' })).status).toBe(400);
});

test('an address is shown to its owner and to administrators', async () => {
  const { ask } = world();
  const addressOf = async (accountId: string, viewer: string): Promise<unknown> =>
    (
      (await ask('GET', `/user?accountId=${accountId}`, undefined, as(viewer))).body as {
        readonly emailAddress?: string;
      }
    ).emailAddress;
  expect(await addressOf('ann', 'ann')).toBe('ann@example.com');
  expect(await addressOf('ann', 'bob')).toBeUndefined();
  expect(await addressOf('ann', 'local-admin')).toBe('ann@example.com');
});

test('fields that nothing here fills are empty in their own shape, not missing', async () => {
  const { ask } = aSite([
    anIssue('SHOP-1'),
    anIssue('SHOP-2', { timeoriginalestimate: 36_000, timespent: 9_000 }),
  ]);
  const names =
    'worklog,timetracking,progress,aggregateprogress,workratio,security,lastViewed,issuerestriction,timeestimate,aggregatetimespent';
  const fieldsOf = async (key: string): Promise<unknown> =>
    ((await ask('GET', `/issue/${key}?fields=${names}`)).body as { readonly fields: unknown })
      .fields;
  expect(await fieldsOf('SHOP-1')).toEqual({
    worklog: { startAt: 0, maxResults: 20, total: 0, worklogs: [] },
    timetracking: {},
    progress: { progress: 0, total: 0 },
    aggregateprogress: { progress: 0, total: 0 },
    workratio: -1,
    security: null,
    lastViewed: null,
    issuerestriction: { issuerestrictions: {}, shouldDisplay: false },
    timeestimate: null,
    aggregatetimespent: null,
  });
  expect(await fieldsOf('SHOP-2')).toMatchObject({
    timetracking: {
      originalEstimate: '1d 2h',
      originalEstimateSeconds: 36_000,
      remainingEstimate: '7h 30m',
      timeSpent: '2h 30m',
    },
    progress: { progress: 9_000, total: 36_000, percent: 25 },
    workratio: 25,
  });
});

test('an issue offers to expand what it then tells', async () => {
  const { ask } = world();
  const { body } = await ask('GET', '/issue/SHOP-1');
  const { expand } = body as { readonly expand: string };
  const whole = (await ask('GET', `/issue/SHOP-1?expand=${expand}`)).body;
  for (const name of expand.split(',')) expect(whole).toHaveProperty(name);
  const found = await ask('POST', '/search/jql', { jql: 'key = SHOP-1', expand, fields: ['key'] });
  expect(found.body).toMatchObject({
    names: {},
    issues: [
      {
        changelog: {},
        transitions: expect.arrayContaining([expect.objectContaining({ id: '11' })]),
        editmeta: { fields: {} },
      },
    ],
  });
});

test('who creates an issue or comments on it watches it, an app does not', async () => {
  const { ask, site } = world();
  const made = await ask(
    'POST',
    '/rest/api/2/issue',
    { fields: { project: { key: 'SHOP' }, issuetype: { name: 'Story' }, summary: 'New' } },
    as('ann'),
  );
  const { key } = made.body as { readonly key: string };
  await ask('POST', `/rest/api/2/issue/${key}/comment`, { body: 'One' }, as('bob'));
  await ask('POST', `/rest/api/2/issue/${key}/comment`, { body: 'Two' }, { kind: 'app' });
  expect(site.peek(key)?.watchers).toEqual(['ann', 'bob']);
});
