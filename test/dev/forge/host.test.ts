import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { kvs } from '@forge/kvs';
import { aPanel, manifestOf, NEW_YEARS_EVE, panelApp, tinyHost } from './tiny-host';

const MINUTE_MS = 60_000;

describe('the host', () => {
  it('stays apart from another one in the same process', async () => {
    const app = panelApp((resolver) =>
      resolver.define('count', async ({ payload }: { payload: { by: number } }) => {
        const count = ((await kvs.get<number>('count')) ?? 0) + payload.by;
        await kvs.set('count', count);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        return { count, now: Date.now() };
      }),
    );
    const [one, two] = [tinyHost(app), tinyHost(app)];
    await two.clock.advance(MINUTE_MS);
    const count = async ({ host }: typeof one, by: number) =>
      await host.bridge(aPanel, 'invoke', { functionKey: 'count', payload: { by } });
    const answers = await Promise.all([count(one, 1), count(two, 10)]);
    expect(answers).toEqual([
      { count: 1, now: NEW_YEARS_EVE + 1_000 },
      { count: 10, now: NEW_YEARS_EVE + MINUTE_MS + 1_000 },
    ]);
    expect([...one.host.dumpKvs()]).toMatchObject([{ entity: null, key: 'count', value: 1 }]);
  });

  it('copies what goes into and comes out of the app', async () => {
    const kept: unknown[] = [];
    const { host } = tinyHost({
      app: {
        act: (payload: object) => {
          kept.push(payload);
          return payload;
        },
      },
      modules: { action: [{ key: 'act', function: 'act' }] },
    });
    const sent = { list: [1] };
    const received = await host.runAction('act', sent, 'ada');
    sent.list.push(2);
    expect(kept).toEqual([{ list: [1] }]);
    expect(received).not.toBe(kept[0]);
  });

  it('makes the custom fields of the manifest known to the site', () => {
    const { site } = tinyHost({
      app: {},
      modules: {
        'jira:customField': [
          {
            key: 'score',
            name: 'Priority score',
            description: 'd',
            type: 'number',
            readOnly: true,
          },
        ],
      },
    });
    expect(site.fields).toEqual([
      {
        moduleKey: 'score',
        name: 'Priority score',
        description: 'd',
        type: 'number',
        readOnly: true,
      },
    ]);
  });

  it('tells its listeners of each invocation, until they leave', async () => {
    const { host } = tinyHost({
      app: { act: () => 1 },
      modules: { action: [{ key: 'act', function: 'act' }] },
    });
    const seen: string[] = [];
    const leave = host.invocations.subscribe((record) => seen.push(record.functionKey));
    await host.runAction('act', {}, 'ada');
    leave();
    await host.runAction('act', {}, 'ada');
    expect(seen).toEqual(['act']);
    expect(host.invocations.totalsByFunction()['act']).toMatchObject({ invocations: 2 });
  });

  // In a process of its own: what earlier suites left would hide the growth of this one when it is collected.
  it.each([
    ['20', 'Error: act needs more than 20 MB.'],
    ['1000', 'kept 100'],
  ])('gives an invocation %s MB', (memoryMb, ending) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(__dirname, 'hoarder.ts'), memoryMb],
      { encoding: 'utf8', timeout: 55_000 },
    );
    expect(stdout.trim() || stderr).toBe(ending);
  });

  it('reports a call that the app made after it had ended', async () => {
    let stray: Promise<unknown> = Promise.resolve();
    const { host } = tinyHost({
      app: {
        act: () => {
          stray = new Promise((resolve) => setImmediate(resolve))
            .then(async () => await kvs.get('k'))
            .catch((error: unknown) => error);
          return 1;
        },
      },
      modules: { action: [{ key: 'act', function: 'act' }] },
    });
    await host.runAction('act', {}, 'ada');
    expect(String(await stray)).toContain('act called /api/v1/get after it had ended');
  });

  it('reads what to run from manifest.yml', () => {
    expect(manifestOf({ app: {} })).toMatch(/manifest\.yml$/);
    expect(() => tinyHost({ app: {} }, { manifest: '/nowhere/manifest.yml' })).toThrow('ENOENT');
  });
});
