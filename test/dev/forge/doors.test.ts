import { asUser, route, webTrigger } from '@forge/api';
import type { Request } from '@forge/resolver';
import { aPanel, insideApp, NEW_YEARS_EVE, panelApp, tinyHost } from './tiny-host';

const MINUTE_MS = 60_000;

describe('the bridge', () => {
  it('brings a question of the UI to its resolver with the context of the surface', async () => {
    const { host } = tinyHost(
      panelApp((resolver) =>
        resolver.define('echo', ({ payload, context }: Request) => ({
          payload,
          issue: (context as { extension: Record<string, unknown> }).extension['issue'],
          who: context.accountId,
        })),
      ),
    );
    const answer = await host.bridge(aPanel, 'invoke', { functionKey: 'echo', payload: { n: 1 } });
    expect(answer).toEqual({ payload: { n: 1 }, issue: { key: 'TI-1' }, who: 'ada' });
  });

  it('gives the UI its context', async () => {
    const { host } = tinyHost(panelApp(() => undefined));
    expect(await host.bridge({ ...aPanel, theme: 'dark' }, 'getContext', undefined)).toMatchObject({
      accountId: 'ada',
      moduleKey: 'panel',
      theme: { colorMode: 'dark' },
      extension: { type: 'jira:issuePanel', issue: { key: 'TI-1' } },
    });
  });

  it('calls Jira as the person who looks', async () => {
    const { host, site } = tinyHost(panelApp(() => undefined));
    const response = await host.bridge(aPanel, 'fetchProduct', {
      product: 'jira',
      restPath: '/rest/api/3/myself',
      fetchRequestInit: { headers: [['X-Atlassian-Token', 'no-check']], body: null },
    });
    expect(response).toMatchObject({ status: 200, isAttachment: false });
    expect(site.requests).toMatchObject([
      {
        method: 'GET',
        headers: { 'x-atlassian-token': 'no-check' },
        principal: { accountId: 'ada' },
      },
    ]);
  });

  it('refuses commands it does not know, payloads above 500 KB, answers above 5 MB, and what takes longer than 25 s', async () => {
    const { host } = tinyHost(
      panelApp((resolver) =>
        resolver
          .define('big', () => ({ text: 'x'.repeat(5 * 1024 * 1024) }))
          .define('slow', async () => await new Promise((resolve) => setTimeout(resolve, 26_000)))
          .define('broken', () => {
            throw new Error('no such rubric');
          }),
      ),
    );
    const invoke = async (functionKey: string, payload?: unknown) =>
      await host.bridge(aPanel, 'invoke', { functionKey, payload });
    await expect(host.bridge(aPanel, 'openRovo', {})).rejects.toThrow(
      'The bridge command openRovo is not modelled',
    );
    await expect(invoke('big', { text: 'x'.repeat(500 * 1024) })).rejects.toThrow(
      '512000 are allowed',
    );
    await expect(invoke('big')).rejects.toThrow('5242880 are allowed');
    await expect(invoke('slow')).rejects.toThrow('ask did not answer within 25 s.');
    await expect(invoke('broken')).rejects.toThrow('no such rubric');
  });
});

describe('product events', () => {
  const listener = (filter?: object, options: Parameters<typeof tinyHost>[1] = {}) => {
    const seen: { event: Record<string, unknown>; at: number }[] = [];
    const app = {
      hear: (event: Record<string, unknown>) => void seen.push({ event, at: Date.now() }),
    };
    const trigger = {
      key: 'hear',
      function: 'hear',
      events: ['avi:jira:updated:issue'],
      ...(filter && { filter }),
    };
    return { seen, ...tinyHost({ app, modules: { trigger: [trigger] } }, options) };
  };

  it('reach the triggers that listen, as a copy of what the product said', async () => {
    const { host, site, seen } = listener();
    const issue = { key: 'TI-1', fields: { priority: 'High' } };
    site.emit({ payload: { issue, atlassianId: 'ada' } });
    site.emit({ name: 'avi:jira:deleted:issue' });
    issue.fields.priority = 'Low';
    await host.settle();
    expect(seen.map((each) => each.event)).toEqual([
      {
        eventType: 'avi:jira:updated:issue',
        selfGenerated: false,
        atlassianId: 'ada',
        issue: { key: 'TI-1', fields: { priority: 'High' } },
      },
    ]);
  });

  it('that the app caused itself are dropped with ignoreSelf, and only then', async () => {
    const deaf = listener({ ignoreSelf: true });
    const curious = listener();
    for (const { host, site } of [deaf, curious]) {
      site.emit({ selfGenerated: true });
      await host.settle();
    }
    expect([deaf.seen.length, curious.seen.length]).toEqual([0, 1]);
    expect(deaf.host.inspect().events).toMatchObject({ received: 1, ignored: 1 });
  });

  it('come late and twice when told to, also when told later', async () => {
    const { host, site, seen } = listener();
    host.setDelivery({ duplicate: true, eventDelayMs: 3 * MINUTE_MS });
    site.emit({});
    expect(host.inspect().events).toMatchObject({ delayed: 2 });
    await host.settle();
    expect(seen.map((each) => each.at)).toEqual([
      NEW_YEARS_EVE + 3 * MINUTE_MS,
      NEW_YEARS_EVE + 3 * MINUTE_MS,
    ]);
    expect(host.inspect().events).toEqual({
      received: 1,
      ignored: 0,
      tooLarge: 0,
      delayed: 0,
      waiting: 0,
      running: 0,
      delivered: 2,
    });
  });

  it('of more than 200 KB never come', async () => {
    const { host, site, seen } = listener();
    for (const length of [250 * 1024, 190 * 1024])
      site.emit({ payload: { description: 'x'.repeat(length) } });
    await host.settle();
    expect(seen).toHaveLength(1);
    expect(host.inspect().events).toMatchObject({ received: 2, tooLarge: 1, delivered: 1 });
  });

  it('come out of order when late and shuffled', async () => {
    const { host, site, seen } = listener(undefined, {
      delivery: { shuffle: 7, eventDelayMs: 3 * MINUTE_MS },
    });
    for (let n = 0; n < 20; n += 1) site.emit({ payload: { n } });
    await host.settle();
    const order = seen.map((each) => Number(each.event['n']));
    expect(order).not.toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(20);
  });

  it('no longer come after the host is closed', async () => {
    const { host, site, seen } = listener();
    host.close();
    site.emit({});
    await host.settle();
    expect(seen).toEqual([]);
  });
});

describe('schedules', () => {
  const scheduled = () => {
    const times: number[] = [];
    const tiny = tinyHost({
      app: {
        daily: () => void times.push(Date.now()),
        failing: () => Promise.reject(new Error('no')),
      },
      modules: {
        scheduledTrigger: [
          { key: 'daily', function: 'daily', interval: 'day' },
          { key: 'failing', function: 'failing', interval: 'week' },
        ],
      },
    });
    return { times, ...tiny };
  };

  it('run at their interval as time passes, until stopped', async () => {
    const { host, clock, times } = scheduled();
    const stop = host.startSchedules();
    await host.settle();
    expect(times).toEqual([]);
    await clock.advance(2 * 24 * 60 * MINUTE_MS + 6 * MINUTE_MS);
    stop();
    await clock.advance(48 * 60 * MINUTE_MS);
    expect(times.map((each) => (each - NEW_YEARS_EVE) / MINUTE_MS)).toEqual([
      5,
      24 * 60 + 5,
      48 * 60 + 5,
    ]);
  });

  it('run when asked, and say when they failed or do not exist', async () => {
    const { host, times } = scheduled();
    await host.runSchedule('daily');
    expect(times).toEqual([NEW_YEARS_EVE]);
    await expect(host.runSchedule('failing')).rejects.toThrow('no');
    await expect(host.runSchedule('monthly')).rejects.toThrow(
      'declares no scheduled trigger monthly',
    );
  });
});

describe('web triggers, actions and validators', () => {
  const aRequest = {
    method: 'POST',
    path: '',
    headers: { 'x-signature': ['s'] },
    queryParameters: {},
    body: '{"n":1}',
  };

  it('answers a web trigger with one of its static outputs, or as the app says', async () => {
    const { host } = tinyHost({
      app: {
        fixed: (request: { body: string }) => ({
          outputKey: request.body === '{"n":1}' ? 'taken' : 'other',
        }),
        free: () => ({ statusCode: 418, headers: { 'content-type': ['text/plain'] }, body: 'tea' }),
      },
      modules: {
        webtrigger: [
          {
            key: 'fixed',
            function: 'fixed',
            response: {
              type: 'static',
              outputs: [
                { key: 'taken', statusCode: 202, contentType: 'text/plain', body: 'thanks' },
              ],
            },
          },
          { key: 'free', function: 'free' },
        ],
      },
    });
    expect(await host.webTrigger('fixed', aRequest)).toEqual({
      statusCode: 202,
      headers: { 'content-type': ['text/plain'] },
      body: 'thanks',
    });
    expect(await host.webTrigger('free', aRequest)).toMatchObject({ statusCode: 418, body: 'tea' });
    expect(await host.webTrigger('absent', aRequest)).toMatchObject({ statusCode: 404 });
    await expect(host.webTrigger('fixed', { ...aRequest, body: '' })).rejects.toThrow(
      'the output other',
    );
  });

  it('tells the app the address of its web trigger', async () => {
    const url = await insideApp(
      async () => await webTrigger.getUrl('evidence'),
      { modules: { webtrigger: [{ key: 'evidence', function: 'run' }] } },
      { siteUrl: 'http://localhost:8080' },
    );
    expect(url).toBe('http://localhost:8080/x1/evidence');
  });

  it('runs an action as the person of the connection, and a validator', async () => {
    const { host, site } = tinyHost({
      app: {
        act: async (payload: object) => {
          await asUser().requestJira(route`/rest/api/3/myself`);
          return { errors: [{ message: `no evidence in ${JSON.stringify(payload)}` }] };
        },
        check: ({ issue }: { issue: { key: string } }) => ({
          result: false,
          errorMessage: `${issue.key} has no owner`,
        }),
      },
      modules: {
        action: [{ key: 'act', function: 'act' }],
        'jira:workflowValidator': [{ key: 'check', function: 'check' }],
      },
    });
    expect(await host.runAction('act', { a: 1 }, 'bot')).toEqual({
      errors: [{ message: 'no evidence in {"a":1}' }],
    });
    expect(site.requests[0]?.principal).toEqual({ kind: 'user', accountId: 'bot' });
    expect(await host.validate('check', { issue: { key: 'TI-1' } })).toEqual({
      result: false,
      errorMessage: 'TI-1 has no owner',
    });
  });
});
