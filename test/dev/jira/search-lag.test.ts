import { aSite, anIssue, type TestSite } from './a-site';

/** The numbers of the issues that a query finds, with the summaries that the answer shows. */
async function find(
  { ask }: TestSite,
  jql: string,
  reconcileIssues: readonly number[] = [],
): Promise<readonly string[]> {
  const { body } = await ask('POST', '/search/jql', { jql, fields: ['summary'], reconcileIssues });
  return (body as { issues: { key: string; fields: { summary: string } }[] }).issues.map(
    ({ key, fields }) => `${key} ${fields.summary}`,
  );
}

const lagging = (ms = 5_000): TestSite => {
  const world = aSite([
    anIssue('SHOP-1', { summary: 'One', labels: ['old'] }),
    anIssue('SHOP-2', { summary: 'Two' }),
    anIssue('SHOP-3', { summary: 'Three' }),
  ]);
  world.site.setSearchLag(ms);
  return world;
};

test('searches find what was written only after a while, and then show it as it is', async () => {
  const world = lagging();
  await world.ask('PUT', '/issue/SHOP-1', { fields: { summary: 'Uno', labels: ['new'] } });
  await world.ask('DELETE', '/issue/SHOP-2');
  await world.ask('POST', '/issue', {
    fields: { project: { key: 'SHOP' }, issuetype: { name: 'Story' }, summary: 'Four' },
  });
  expect(await find(world, 'labels = old')).toEqual(['SHOP-1 Uno']);
  expect(await find(world, 'labels = new')).toEqual([]);
  expect(await find(world, 'project = SHOP ORDER BY key')).toEqual(['SHOP-1 Uno', 'SHOP-3 Three']);
  const count = async (): Promise<unknown> =>
    (await world.ask('POST', '/search/approximate-count', { jql: 'project = SHOP' })).body;
  expect(await count()).toEqual({ count: 3 });
  world.clock.advance(4_999);
  expect(await find(world, 'labels = new')).toEqual([]);
  world.clock.advance(1);
  expect(await find(world, 'labels = new')).toEqual(['SHOP-1 Uno']);
  expect(await find(world, 'project = SHOP ORDER BY key')).toEqual([
    'SHOP-1 Uno',
    'SHOP-3 Three',
    'SHOP-4 Four',
  ]);
  expect(await count()).toEqual({ count: 3 });
});

test('an issue by its key or id is always read as it stands', async () => {
  const world = lagging();
  await world.ask('PUT', '/issue/SHOP-1', { fields: { summary: 'Uno' } });
  expect((await world.ask('GET', '/issue/SHOP-1')).body).toMatchObject({
    fields: { summary: 'Uno' },
  });
});

test('issues that are reconciled are found as they stand', async () => {
  const world = lagging();
  const { body } = await world.ask('POST', '/issue', {
    fields: { project: { key: 'SHOP' }, issuetype: { name: 'Story' }, summary: 'Four' },
  });
  const made = Number((body as { readonly id: string }).id);
  const one = Number(world.site.peek('SHOP-1')?.id);
  await world.ask('PUT', '/issue/SHOP-1', { fields: { labels: ['new'] } });
  expect(await find(world, 'summary ~ four')).toEqual([]);
  expect(await find(world, 'summary ~ four', [made])).toEqual(['SHOP-4 Four']);
  expect(await find(world, 'labels = new', [one])).toEqual(['SHOP-1 One']);
  expect(await find(world, 'labels = old', [one])).toEqual([]);
  const asked = await world.ask('GET', `/search/jql?jql=labels=new&reconcileIssues=${one}`);
  expect(asked.body).toMatchObject({ issues: [{ id: String(one) }] });
  const many = Array.from({ length: 51 }, (_, at) => at + 1);
  const refused = await world.ask('POST', '/search/jql', { jql: 'a = 1', reconcileIssues: many });
  expect(refused.status).toBe(400);
});

test('comments, links, parents, votes and watchers are late too', async () => {
  const world = lagging();
  await world.ask('POST', '/rest/api/2/issue/SHOP-1/comment', { body: 'refund' });
  await world.ask('POST', '/issueLink', {
    type: { name: 'Blocks' },
    inwardIssue: { key: 'SHOP-1' },
    outwardIssue: { key: 'SHOP-2' },
  });
  await world.ask('POST', '/issue/SHOP-3/votes');
  await world.ask('POST', '/issue/SHOP-3/watchers', 'ann');
  const asked = [
    'comment ~ refund',
    'issueLinkType = blocks',
    'issueLink = SHOP-1',
    'votes = 1',
    'watcher = ann',
  ];
  for (const jql of asked) expect([jql, await find(world, jql)]).toEqual([jql, []]);
  world.clock.advance(5_000);
  for (const jql of asked) expect([jql, (await find(world, jql)).length > 0]).toEqual([jql, true]);
});

test('without a lag, or once it is taken back, everything is found at once', async () => {
  const world = lagging();
  await world.ask('PUT', '/issue/SHOP-1', { fields: { labels: ['new'] } });
  world.site.setSearchLag(0);
  expect(await find(world, 'labels = new')).toEqual(['SHOP-1 One']);
});
