import { ConnectionDropped } from '../../../dev/jira/faults';
import type { Principal } from '../../../dev/jira/protocol';
import { APP, as, aSite, anIssue } from './a-site';
import { overHttp } from './http-site';

describe("the app's quota", () => {
  const manyIssues = () => aSite(Array.from({ length: 100 }, (_, at) => anIssue(`SHOP-${at + 1}`)));

  test('a read costs a point and one for each issue shown, a write one', async () => {
    const world = manyIssues();
    const costs = [
      await world.ask('GET', '/issue/SHOP-1', undefined, APP),
      await world.ask('POST', '/search/jql', { jql: 'project = SHOP', fields: ['summary'] }, APP),
      await world.ask('PUT', '/issue/SHOP-1', { fields: { summary: 'x' } }, APP),
      await world.ask('GET', '/field', undefined, APP),
      await world.ask('GET', '/issue/NONE-1', undefined, APP),
    ].map(({ points }) => points);
    expect(costs).toEqual([2, 51, 1, 1, 0]);
    expect(world.site.quotaUsed()).toBe(55);
  });

  test('used up, it refuses with the reason and the wait until the next hour', async () => {
    const world = manyIssues();
    let last = await world.ask('GET', '/serverInfo', undefined, APP);
    while (last.status === 200) {
      world.clock.advance(1_000);
      last = await world.ask(
        'POST',
        '/search/jql',
        { jql: 'project = SHOP', fields: ['summary'], maxResults: 100 },
        APP,
      );
    }
    expect(last).toMatchObject({
      status: 429,
      headers: {
        'ratelimit-reason': 'jira-quota-global-based',
        'retry-after': expect.stringMatching(/^\d{4}$/),
      },
    });
    world.clock.advance(Number(last.headers['retry-after']) * 1_000);
    expect((await world.ask('GET', '/serverInfo', undefined, APP)).status).toBe(200);
    expect(world.site.quotaUsed()).toBe(1);
  });

  test('bursts are counted by the second, operation and method', async () => {
    const world = manyIssues();
    const statuses = async (times: number, method: string, path: string, body?: unknown) => {
      const answers = await Promise.all(
        Array.from({ length: times }, () => world.ask(method, path, body, APP)),
      );
      return answers
        .filter(({ status }) => status === 429)
        .map(({ headers }) => headers['ratelimit-reason']);
    };
    expect(await statuses(101, 'GET', '/field')).toEqual(['jira-burst-based']);
    expect(await statuses(100, 'GET', '/priority')).toEqual([]);
    expect(await statuses(51, 'DELETE', '/issueLink/1')).toEqual(['jira-burst-based']);
    world.clock.advance(1_000);
    expect(await statuses(1, 'GET', '/field')).toEqual([]);
  });

  test('twenty writes on one issue within two seconds are enough', async () => {
    const world = manyIssues();
    const write = (key: string) =>
      world.ask('PUT', `/issue/${key}`, { fields: { summary: `at ${world.clock.now()}` } }, APP);
    for (let written = 0; written < 20; written += 1)
      expect((await write('SHOP-1')).status).toBe(204);
    expect(await write('SHOP-1')).toMatchObject({
      status: 429,
      headers: { 'ratelimit-reason': 'jira-per-issue-on-write', 'retry-after': '2' },
    });
    expect((await write('SHOP-2')).status).toBe(204);
    world.clock.advance(2_000);
    expect((await write('SHOP-1')).status).toBe(204);
  });

  test('people over HTTP are outside of it unless they are to count', async () => {
    const { site } = manyIssues();
    const headers = {
      authorization: `Basic ${Buffer.from('ann@example.com:local').toString('base64')}`,
    };
    for (const [countedAsApp, used] of [
      [false, 0],
      [true, 2],
    ] as const) {
      const http = await overHttp(site, { countedAsApp });
      expect((await fetch(`${http.url}/rest/api/3/issue/SHOP-1`, { headers })).status).toBe(200);
      expect(site.quotaUsed()).toBe(used);
      await http.close();
    }
  });
});

describe('faults on request', () => {
  test('strike every n-th request that fits, as often as told', async () => {
    const world = aSite([anIssue('SHOP-1')]);
    world.site.faults.set({
      faults: [
        {
          every: 2,
          path: '/field',
          times: 2,
          effect: { kind: 'status', status: 429, retryAfterSeconds: 7, reason: 'jira-burst-based' },
        },
      ],
    });
    const answers = [];
    for (let asked = 0; asked < 8; asked += 1)
      answers.push(await world.ask('GET', '/field', undefined, APP));
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 200, 429, 200, 200, 200, 200]);
    expect(answers[1]?.headers).toMatchObject({
      'retry-after': '7',
      'ratelimit-reason': 'jira-burst-based',
    });
    expect(world.site.faults.struck).toEqual([2]);
    world.site.faults.clear();
    expect(world.site.faults.plan.faults).toEqual([]);
  });

  test('by chance are the same for the same seed', async () => {
    const draw = async (seed: number) => {
      const world = aSite();
      world.site.faults.set({
        seed,
        faults: [{ chance: 0.5, effect: { kind: 'status', status: 503 } }],
      });
      const statuses = [];
      for (let asked = 0; asked < 30; asked += 1)
        statuses.push((await world.ask('GET', '/field', undefined, APP)).status);
      return statuses;
    };
    expect(await draw(1)).toEqual(await draw(1));
    expect(await draw(1)).not.toEqual(await draw(2));
  });

  test('a dropped connection may hide that the work was done', async () => {
    const world = aSite([anIssue('SHOP-1'), anIssue('SHOP-2')]);
    world.site.faults.set({
      faults: [
        { method: 'PUT', times: 1, effect: { kind: 'drop', when: 'before' } },
        { method: 'PUT', times: 2, effect: { kind: 'drop', when: 'after' } },
      ],
    });
    await expect(
      world.ask('PUT', '/issue/SHOP-1', { fields: { summary: 'new' } }, APP),
    ).rejects.toThrow(ConnectionDropped);
    await expect(
      world.ask('PUT', '/issue/SHOP-2', { fields: { summary: 'new' } }, APP),
    ).rejects.toThrow(ConnectionDropped);
    expect(['SHOP-1', 'SHOP-2'].map((key) => world.site.peek(key)?.summary)).toEqual([
      'Summary of SHOP-1',
      'new',
    ]);
  });

  test('latency passes on the clock of the site', async () => {
    const world = aSite();
    world.site.faults.set({ faults: [{ effect: { kind: 'latency', ms: 750 } }] });
    const before = world.clock.now();
    await world.ask('GET', '/field', undefined, APP);
    expect(world.clock.now() - before).toBe(750);
  });

  test('break the socket over HTTP, and spare people unless everybody is meant', async () => {
    const world = aSite();
    const http = await overHttp(world.site);
    const headers = {
      authorization: `Basic ${Buffer.from('ann@example.com:local').toString('base64')}`,
    };
    world.site.faults.set({ faults: [{ effect: { kind: 'drop', when: 'before' } }] });
    expect((await fetch(`${http.url}/rest/api/3/field`, { headers })).status).toBe(200);
    world.site.faults.set({
      everybody: true,
      faults: [{ effect: { kind: 'drop', when: 'before' } }],
    });
    await expect(fetch(`${http.url}/rest/api/3/field`, { headers })).rejects.toThrow(
      'fetch failed',
    );
    await http.close();
  });
});

describe('refusals', () => {
  test('what is not modelled is named', async () => {
    expect(await aSite().ask('GET', '/dashboard')).toMatchObject({
      status: 501,
      body: { errorMessages: ['The stand-in does not model GET /rest/api/3/dashboard.'] },
    });
  });

  test('who has not logged in is answered where Jira does, and sees no project; a wrong name is refused', async () => {
    const world = aSite([anIssue('SHOP-1')]);
    const anonymous = { kind: 'anonymous' } as const;
    const statusOf = async (path: string, who: Principal): Promise<number> =>
      (await world.ask('GET', path, undefined, who)).status;
    expect(await statusOf('/issue/SHOP-1', as('stranger'))).toBe(401);
    expect(await statusOf('/issue/SHOP-1', anonymous)).toBe(404);
    expect(await statusOf('/myself', anonymous)).toBe(401);
    expect(await statusOf('/priority', anonymous)).toBe(401);
    expect(await statusOf('/serverInfo', anonymous)).toBe(200);
    expect(await statusOf('/field', anonymous)).toBe(200);
    expect((await world.ask('GET', '/project', undefined, anonymous)).body).toEqual([]);
    expect(
      (await world.ask('POST', '/search/jql', { jql: 'created < now()' }, anonymous)).body,
    ).toMatchObject({ issues: [] });
    const made = await world.ask('POST', '/issue', { fields: {} }, anonymous);
    expect(made.status).toBe(401);
  });

  test('the head of an answer is that of GET', async () => {
    const world = aSite([anIssue('SHOP-1')]);
    expect(await world.ask('HEAD', '/issue/SHOP-1')).toMatchObject({
      status: 200,
      body: undefined,
    });
    expect((await world.ask('HEAD', '/issue/SHOP-9')).status).toBe(404);
  });

  test('a body must be sent as JSON', async () => {
    const { site } = aSite([anIssue('SHOP-1')]);
    const sent = async (headers: Readonly<Record<string, string>>): Promise<number> =>
      (
        await site.handle({
          method: 'POST',
          path: '/rest/api/3/search/jql',
          headers,
          body: '{"jql":"project = SHOP"}',
          principal: as('ann'),
        })
      ).status;
    expect(await sent({})).toBe(415);
    expect(await sent({ 'content-type': 'text/plain' })).toBe(415);
    expect(await sent({ 'content-type': 'application/x-www-form-urlencoded' })).toBe(415);
    expect(await sent({ 'content-type': 'application/json; charset=utf-8' })).toBe(200);
  });

  test('a role may do what it may, and an issue one may not see does not exist', async () => {
    const world = aSite([anIssue('SHOP-1')], {
      users: ['ann', 'bob', 'cid', 'eve'].map((accountId) => ({
        accountId,
        displayName: accountId,
      })),
      projects: [
        {
          key: 'SHOP',
          name: 'Shop',
          roles: [
            { name: 'Administrators', accountIds: ['ann'] },
            { name: 'Developers', accountIds: ['bob'] },
            { name: 'Viewers', accountIds: ['cid'] },
          ],
        },
      ],
    });
    const acts = [
      ['GET', '/issue/SHOP-1', undefined],
      ['PUT', '/issue/SHOP-1', { fields: { labels: ['x'] } }],
      ['DELETE', '/issue/SHOP-1', undefined],
    ] as const;
    const statuses: Record<string, number[]> = {};
    for (const who of ['eve', 'cid', 'bob', 'ann'])
      for (const [method, path, body] of acts)
        (statuses[who] ??= []).push((await world.ask(method, path, body, as(who))).status);
    expect(statuses).toEqual({
      eve: [404, 404, 404],
      cid: [200, 403, 403],
      bob: [200, 204, 403],
      ann: [200, 204, 204],
    });
  });

  test('a body that is no JSON, or not of the form', async () => {
    const { site, ask } = aSite();
    const broken = await site.handle({
      method: 'POST',
      path: '/rest/api/3/issue',
      headers: { 'content-type': 'application/json' },
      body: '{',
      principal: as('ann'),
    });
    expect([broken.status, (await ask('POST', '/search/jql', { jql: 5 })).status]).toEqual([
      400, 400,
    ]);
  });
});
