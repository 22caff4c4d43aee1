import { asApp, asUser, fetch as forgeFetch, getAppContext, requestJira, route } from '@forge/api';
import http from 'node:http';
import { connect } from 'node:net';
import { inspect } from 'node:util';
import { offsetClock } from '../../../dev/forge/clock-real';
import type { JiraRequest } from '../../../dev/jira/protocol';
import { aPanel, echoSite, insideApp, NEW_YEARS_EVE, panelApp, tinyHost } from './tiny-host';

const earlierFetch = globalThis.fetch;

describe('calls to Jira', () => {
  it('go out as the app or as the person who asked, and are counted with their points', async () => {
    const { host, site } = tinyHost(
      panelApp((resolver) =>
        resolver.define('go', async () => {
          await asApp().requestJira(route`/rest/api/3/issue/${'TI 1'}`, {
            headers: { Accept: 'application/json' },
          });
          await asUser().requestJira(route`/rest/api/3/issue/TI-2`, {
            method: 'put',
            body: '{"fields":{}}',
          });
          return {};
        }),
      ),
    );
    await host.bridge(aPanel, 'invoke', { functionKey: 'go' });
    const scopes = ['storage:app', 'read:jira-work', 'read:jira-user', 'write:jira-work'];
    expect(site.requests).toEqual([
      {
        method: 'GET',
        path: '/rest/api/3/issue/TI%201',
        headers: { accept: 'application/json' },
        body: undefined,
        principal: {
          kind: 'app',
          installation: { appId: 'tiny', environmentId: '6c1f4a52-0f3e-4e0b-8f6e-3a2d9b7c5e22' },
        },
        byApp: true,
        scopes,
      },
      {
        method: 'PUT',
        path: '/rest/api/3/issue/TI-2',
        headers: {},
        body: '{"fields":{}}',
        principal: { kind: 'user', accountId: 'ada' },
        byApp: true,
        scopes,
      },
    ] satisfies JiraRequest[]);
    expect(host.invocations.recent()[0]).toMatchObject({
      door: 'resolver',
      moduleKey: 'panel',
      jiraCalls: 2,
      points: 4,
      outcome: 'ok',
    });
  });

  it('need a person to be made as one', async () => {
    const failure = await insideApp(
      async () =>
        await asUser()
          .requestJira(route`/rest/api/3/myself`)
          .catch((error: unknown) => error),
    );
    expect(failure).toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR', status: 401 });
  });

  it('carry neither the app nor a person when neither is named', async () => {
    const site = echoSite();
    await insideApp(
      async () => await requestJira(route`/rest/api/3/serverInfo`),
      {},
      { jira: site },
    );
    expect(site.requests[0]?.principal).toEqual({ kind: 'anonymous' });
  });

  it('give status, headers and body once', async () => {
    const site = echoSite({ status: 429, headers: { 'retry-after': '7' }, body: '{"a":1}' });
    const seen = await insideApp(
      async () => {
        const response = await asApp().requestJira(route`/rest/api/3/myself`);
        const body: unknown = await response.json();
        const again = await response.text().catch((error: unknown) => error);
        return {
          ok: response.ok,
          status: response.status,
          statusText: response.statusText,
          wait: response.headers.get('Retry-After'),
          body,
          again,
        };
      },
      {},
      { jira: site },
    );
    expect(seen).toMatchObject({
      ok: false,
      status: 429,
      statusText: 'Too Many Requests',
      wait: '7',
      body: { a: 1 },
      again: expect.any(TypeError),
    });
  });
});

describe('what is not modelled', () => {
  it.each([
    [
      'another product',
      () => asApp().requestConfluence(route`/wiki/api`),
      'Not modelled by the dev host: fpp/app/confluence /wiki/api',
    ],
    [
      'an unknown GraphQL query',
      () => asApp().requestGraph('query { me }'),
      'Not modelled by the dev host: this GraphQL query',
    ],
    [
      'egress',
      () => globalThis.fetch('https://example.com/'),
      'URL not included in the external fetch backend permissions: https://example.com/',
    ],
    [
      'a call as somebody else',
      () => asUser('eve').requestJira(route`/rest/api/3/myself`),
      'asUser(eve)',
    ],
  ])('is refused by name: %s', async (_name, attempt, message) => {
    const failure = await insideApp(async () => await attempt().catch((error: unknown) => error));
    expect(String(failure)).toContain(message);
  });

  it('is named in the manifest: filter expressions, remote endpoints, missing functions and exports', () => {
    const run = () => undefined;
    const withModules = (modules: Record<string, object[]>) => () =>
      tinyHost({ app: { run }, modules });
    expect(
      withModules({
        trigger: [{ key: 't', function: 'run', events: [], filter: { expression: 'x' } }],
      }),
    ).toThrow(/expression/);
    expect(
      withModules({ consumer: [{ key: 'c', endpoint: 'e', queue: 'q', function: 'run' }] }),
    ).toThrow('consumer/c calls a remote endpoint');
    expect(withModules({ action: [{ key: 'a', function: 'nowhere' }] })).toThrow(
      'module a names the function nowhere',
    );
    expect(() => tinyHost({ app: { run } }, { app: {} })).toThrow(
      "function run names the handler index.run, which the app doesn't export",
    );
    expect(() =>
      tinyHost({
        app: { run },
        timeouts: { run: 60 },
        modules: { webtrigger: [{ key: 'w', function: 'run' }] },
      }),
    ).toThrow('timeoutSeconds');
  });

  it.each(['jira:workflowPostFunction', 'sql', 'rovo:agent', 'jira:customFieldType'])(
    'is refused by the name of its kind where nobody models it: %s',
    (kind) => {
      expect(() =>
        tinyHost({
          app: { run: () => undefined },
          modules: { [kind]: [{ key: 'p', function: 'run' }] },
        }),
      ).toThrow(`modules of the kind ${kind} are not modelled`);
    },
  );

  it.each([
    ['a fetch that was taken before', () => earlierFetch('http://example.com/')],
    ['the fetch of @forge/api', () => forgeFetch('http://example.com/')],
    [
      'node:http',
      () =>
        new Promise((_, reject) => {
          http.get('http://example.com/').on('error', reject);
        }),
    ],
    [
      'node:net',
      () =>
        new Promise((_, reject) => {
          connect(80, 'example.com').on('error', reject);
        }),
    ],
  ])('is egress however it is tried: %s', async (_name, attempt) => {
    const failure = await insideApp(async () =>
      attempt().then(
        () => null,
        (thrown: unknown) => inspect(thrown),
      ),
    );
    expect(failure).toContain('URL not included in the external fetch backend permissions');
    expect(failure).toContain('example.com');
  });

  it('is listening to Jira without the scope for it', () => {
    expect(() =>
      tinyHost({
        app: { run: () => undefined },
        scopes: ['storage:app'],
        modules: { trigger: [{ key: 't', function: 'run', events: ['avi:jira:created:issue'] }] },
      }),
    ).toThrow('trigger/t listens to avi:jira:created:issue without the scope that it needs');
  });

  it('is a product event that is larger than the platform sends', async () => {
    const sizes: number[] = [];
    const { host, site } = tinyHost({
      app: { hear: (event: { text: string }) => void sizes.push(event.text.length) },
      modules: {
        trigger: [{ key: 't', function: 'hear', events: ['avi:jira:updated:issue'] }],
      },
    });
    for (const length of [190 * 1024, 201 * 1024])
      site.emit({ payload: { text: 'x'.repeat(length) } });
    await host.settle();
    expect(sizes).toEqual([190 * 1024]);
    expect(host.inspect().events).toMatchObject({ received: 2, tooLarge: 1 });
  });
});

describe('time inside the app', () => {
  it("is the host's time, and outside it is real time", async () => {
    const before = new Date();
    const seen = await insideApp(async () => {
      const start = Date.now();
      const date = new Date();
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      return {
        start,
        iso: date.toISOString(),
        passed: Date.now() - start,
        isDate: date instanceof Date,
        older: before instanceof Date,
        text: Date().slice(0, 15),
      };
    });
    expect(seen).toMatchObject({
      start: NEW_YEARS_EVE,
      iso: '2017-12-31T12:00:00.000Z',
      passed: 10_000,
      isDate: true,
      older: true,
    });
    expect(seen.text).toContain('2017');
    expect(new Date().getFullYear()).toBeGreaterThan(2020);
    expect(new Date(2020, 1, 29).getMonth()).toBe(1);
  });

  it('repeats intervals and forgets cleared ones', async () => {
    const ticks = await insideApp(async () => {
      const times: number[] = [];
      const never = setTimeout(() => times.push(-1), 500);
      clearTimeout(never);
      await new Promise<void>((resolve) => {
        const interval = setInterval(() => {
          times.push(Date.now() - NEW_YEARS_EVE);
          if (times.length === 3) {
            clearInterval(interval);
            resolve();
          }
        }, 1_000);
      });
      return times;
    });
    expect(ticks).toEqual([1_000, 2_000, 3_000]);
  });

  it('can start in the past and then run as real time does', async () => {
    const seen = await insideApp(
      async () => {
        const start = Date.now();
        await new Promise((resolve) => setTimeout(resolve, 50));
        return [start, Date.now() - start];
      },
      {},
      { clock: offsetClock(NEW_YEARS_EVE) },
    );
    expect(Number(seen[0]) - NEW_YEARS_EVE).toBeLessThan(5_000);
    expect(seen[1]).toBeGreaterThanOrEqual(45);
    expect(seen[1]).toBeLessThan(5_000);
  });

  it('tells how much of it is left', async () => {
    const left = await insideApp(
      async () => {
        const remaining = getAppContext().invocationRemainingTimeInMillis;
        const before = remaining();
        await new Promise((resolve) => setTimeout(resolve, 10_000));
        return [before, remaining()];
      },
      { timeouts: { run: 60 } },
    );
    expect(left).toEqual([60_000, 50_000]);
  });
});
