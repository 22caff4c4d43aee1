import { createJiraSite } from '../../../dev/jira/site';
import { aClock, anIssue, aSite, aSnapshot, SCORE_FIELDS } from './a-site';

test('loads silently, and creates what the lists do not have', async () => {
  const world = aSite([
    anIssue('NEW-3', {
      typeName: 'Idea',
      statusName: 'Parked',
      priority: 'Blocker',
      resolution: 'Overtaken',
      reporter: 'stranger',
      components: ['Door'],
      customs: { customfield_777: 'x' },
    }),
  ]);
  expect(world.events).toEqual([]);
  expect(world.site.peek('NEW-3')).toMatchObject({
    type: { name: 'Idea' },
    status: { name: 'Parked', category: 'indeterminate' },
    priority: { name: 'Blocker' },
    resolution: { name: 'Overtaken' },
  });
  expect((await world.ask('GET', '/user?accountId=stranger')).body).toMatchObject({
    displayName: 'stranger',
  });
  expect((await world.ask('GET', '/project/NEW')).body).toMatchObject({
    components: [{ name: 'Door' }],
  });
  expect((await world.ask('GET', '/issue/NEW-3?fields=customfield_777')).body).toMatchObject({
    fields: { customfield_777: 'x' },
  });
});

test("an import's lists take the place of a new site's, in their order", async () => {
  const world = aSite([anIssue('SHOP-1', { priority: 'Minor' })], {
    priorities: [{ name: 'Blocker' }, { id: '77', name: 'Minor' }],
    fields: [{ id: 'customfield_5', name: 'Story Points', type: 'number' }],
  });
  expect((await world.ask('GET', '/priority')).body).toMatchObject([
    { name: 'Blocker' },
    { id: '77', name: 'Minor' },
  ]);
  expect((await world.ask('GET', '/field/search?query=story')).body).toMatchObject({
    total: 1,
    values: [{ id: 'customfield_5' }],
  });
});

test('an issue known only by a link shows in the link, cannot be read, and keeps its key to itself', async () => {
  const world = aSite([anIssue('SHOP-1')], {
    links: [{ typeName: 'Blocks', sourceKey: 'SHOP-9', destinationKey: 'SHOP-1' }],
    stubs: [{ key: 'SHOP-9', summary: 'Elsewhere', statusName: 'Done' }],
  });
  expect((await world.ask('GET', '/issue/SHOP-1?fields=issuelinks')).body).toMatchObject({
    fields: {
      issuelinks: [
        {
          inwardIssue: {
            key: 'SHOP-9',
            fields: { summary: 'Elsewhere', status: { name: 'Done' } },
          },
        },
      ],
    },
  });
  expect((await world.ask('GET', '/issue/SHOP-9')).status).toBe(404);
  expect(
    (await world.ask('POST', '/search/jql', { jql: 'issue in linkedIssues(SHOP-1)' })).body,
  ).toMatchObject({ issues: [] });
  expect(
    (
      await world.ask('POST', '/issue', {
        fields: { project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: 'x' },
      })
    ).body,
  ).toMatchObject({ key: 'SHOP-10' });
});

test.each([
  [
    'the same key twice',
    { issues: [anIssue('SHOP-1'), anIssue('shop-1')] },
    'Issue shop-1 is there twice.',
  ],
  [
    'a date that is none',
    { issues: [anIssue('SHOP-1', { created: 'soon' })] },
    'Issue SHOP-1 has the date "soon", which is none.',
  ],
  [
    'a link that touches nothing',
    { issues: [], links: [{ typeName: 'Blocks', sourceKey: 'A-1', destinationKey: 'B-1' }] },
    'The link from A-1 to B-1 touches no issue of the import.',
  ],
])('refuses %s', (_, { issues, ...more }, reason) => {
  expect(() => createJiraSite({ clock: aClock() }).bulkLoad(aSnapshot(issues, more))).toThrow(
    reason,
  );
});

test("an import cannot take the id of one of the app's fields", () => {
  const site = createJiraSite({ clock: aClock() });
  site.installAppFields(SCORE_FIELDS);
  expect(() => {
    site.bulkLoad(
      aSnapshot([], { fields: [{ id: 'customfield_25001', name: 'Mine', type: 'string' }] }),
    );
  }).toThrow('belongs to the app');
});

test('keeps the old epic of an issue as its parent, and flag and sprint as fields', async () => {
  const world = aSite([
    anIssue('SHOP-1', { typeName: 'Epic' }),
    anIssue('SHOP-2', {
      epicKey: 'SHOP-1',
      flagged: true,
      sprints: [{ id: 4, name: 'Four', state: 'closed' }],
    }),
  ]);
  expect(
    (await world.ask('GET', '/issue/SHOP-2?fields=parent,customfield_10020,customfield_10021'))
      .body,
  ).toMatchObject({
    fields: {
      parent: { key: 'SHOP-1' },
      customfield_10020: [{ name: 'Four', state: 'closed' }],
      customfield_10021: [{ value: 'Impediment' }],
    },
  });
});

test('ten thousand issues are read page by page without searching again', async () => {
  const world = aSite(
    (function* () {
      for (let number = 1; number <= 10_000; number += 1)
        yield anIssue(`SHOP-${number}`, { priority: number % 2 === 0 ? 'High' : 'Low' });
    })(),
    {},
    { quota: false },
  );
  const seen = new Set<string>();
  let nextPageToken: string | undefined;
  const started = performance.now();
  do {
    const { body } = await world.ask('POST', '/search/jql', {
      jql: 'project = SHOP order by priority, key',
      nextPageToken,
      maxResults: 100,
      fields: ['summary'],
    });
    const page = body as { issues: { key: string }[]; nextPageToken?: string };
    for (const { key } of page.issues) seen.add(key);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  expect(seen.size).toBe(10_000);
  // A hundred pages that each searched and sorted anew would take several times as long.
  expect(performance.now() - started).toBeLessThan(5_000);
});
