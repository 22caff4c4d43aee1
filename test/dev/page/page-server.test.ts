import { mkdtempSync, mkdirSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InspectorView, LiveMessage, Session, StoreKeys } from '../../../dev/page/wire';
import { aPage, START, type PageUnderTest } from './a-page';

let page: PageUnderTest;
beforeEach(() => {
  page = aPage();
});
afterEach(() => {
  page.close();
});

const json = async <T>(response: Promise<Response>): Promise<T> =>
  (await (await response).json()) as T;
const basic = (login: string) => ({
  authorization: `Basic ${Buffer.from(login).toString('base64')}`,
});

describe('who gets in', () => {
  test('a name that was pointed at this machine is refused', async () => {
    const response = await page.ask('GET', '/__host/session', {
      headers: { host: 'evil.example:4520' },
    });
    expect(response.status).toBe(403);
  });

  test('a form of another site is refused, the page itself is not', async () => {
    const login = (origin: string) =>
      page.ask('POST', '/__host/login', { body: { accountId: 'ana' }, headers: { origin } });
    expect((await login('http://evil.example')).status).toBe(403);
    expect((await login('http://127.0.0.1:4520')).status).toBe(200);
  });

  test('a body beyond the limit is refused', async () => {
    const response = await page.ask('POST', '/rest/api/3/issue', {
      body: { text: 'x'.repeat(7 * 1024 * 1024) },
    });
    expect(response.status).toBe(413);
  });
});

test.each(['/%zz', '/%', '/%c0%ae%c0%ae/etc/passwd', '/a%00.js'])(
  'an address that nobody can read is refused as such: %s',
  async (path) => {
    expect((await page.ask('GET', path)).status).toBe(400);
  },
);

describe('who one is', () => {
  test('one begins as the administrator and may become anybody on the list', async () => {
    const session = await json<Session>(page.ask('GET', '/__host/session'));
    expect(session.user.displayName).toBe('Local Admin');
    expect(session.people.map(({ displayName, rights }) => [displayName, rights])).toEqual([
      ['Local Admin', ['site-admins']],
      ['Ana', ['Developers (OPEN)', 'Developers (SECRET)']],
      ['Ben', ['Developers (OPEN)']],
    ]);
    const login = await page.ask('POST', '/__host/login', { body: { accountId: 'ben' } });
    expect(login.headers.get('set-cookie')).toMatch(/ballast-user=ben;.*HttpOnly; SameSite=Strict/);
    expect((await page.ask('POST', '/__host/login', { body: { accountId: 'eve' } })).status).toBe(
      400,
    );
  });

  test('the page sees of Jira what its person may see', async () => {
    expect((await page.ask('GET', '/rest/api/3/issue/SECRET-1', { person: 'ana' })).status).toBe(
      200,
    );
    expect((await page.ask('GET', '/rest/api/3/issue/SECRET-1', { person: 'ben' })).status).toBe(
      404,
    );
  });

  test('other clients log in as on a real site', async () => {
    expect(
      await json(
        page.ask('GET', '/rest/api/3/myself', { headers: basic('ben@example.com:local') }),
      ),
    ).toMatchObject({ accountId: 'ben' });
    expect(
      (await page.ask('GET', '/rest/api/3/myself', { headers: basic('ben@example.com:wrong') }))
        .status,
    ).toBe(401);
  });
});

describe('the bridge of a frame', () => {
  const context = (person: string, issueKey: string, more: object = {}) =>
    page.ask('POST', '/__forge/bridge', {
      person,
      body: { surface: 'ballast-panel', issueKey, command: 'getContext', ...more },
    });

  test('speaks for the person of the page and the issue it stands on', async () => {
    expect(await json(context('ben', 'OPEN-1'))).toMatchObject({
      ok: true,
      value: {
        accountId: 'ben',
        moduleKey: 'ballast-panel',
        extension: {
          type: 'jira:issuePanel',
          issue: { key: 'OPEN-1', type: 'Bug' },
          project: { key: 'OPEN' },
        },
      },
    });
  });

  test('takes nobody’s word for who they are', async () => {
    expect((await context('ben', 'OPEN-1', { accountId: 'ana' })).status).toBe(400);
  });

  test('says no more of an issue that the person may not see than of one that does not exist', async () => {
    const hidden = await json(context('ben', 'SECRET-1'));
    expect(hidden).toEqual({ ok: false, error: 'The issue does not exist or you may not see it.' });
    expect(await json(context('ben', 'OPEN-99'))).toEqual(hidden);
  });

  test('opens the settings of a project for whoever sees the project, and of no other', async () => {
    const settings = (person: string, projectKey: string) =>
      page.ask('POST', '/__forge/bridge', {
        person,
        body: { surface: 'ballast-settings', projectKey, command: 'getContext' },
      });
    expect(await json(settings('ben', 'OPEN'))).toMatchObject({
      ok: true,
      value: {
        moduleKey: 'ballast-settings',
        extension: { type: 'jira:projectSettingsPage', project: { key: 'OPEN' } },
      },
    });
    const hidden = await json(settings('ben', 'SECRET'));
    expect(hidden).toEqual({
      ok: false,
      error: 'The project does not exist or you may not see it.',
    });
    expect(await json(settings('ben', 'NOWHERE'))).toEqual(hidden);
  });

  test('opens the settings of the site for its administrators only, and nothing without a place that it needs', async () => {
    const at = (person: string | undefined, surface: string) =>
      page.ask('POST', '/__forge/bridge', {
        ...(person === undefined ? {} : { person }),
        body: { surface, command: 'getContext' },
      });
    expect(await json(at(undefined, 'ballast-admin'))).toMatchObject({
      ok: true,
      value: { extension: { type: 'jira:adminPage' } },
    });
    expect(await json(at('ben', 'ballast-admin'))).toEqual({
      ok: false,
      error: 'Only administrators of Jira see its settings.',
    });
    for (const surface of ['ballast-panel', 'ballast-settings'])
      expect(await json(at('ben', surface))).toMatchObject({ ok: false });
  });

  test('says when the person has to consent first, and asks again once they did', async () => {
    const score = () =>
      json(
        page.ask('POST', '/__forge/bridge', {
          person: 'ben',
          body: {
            surface: 'ballast-panel',
            issueKey: 'OPEN-1',
            command: 'invoke',
            data: { functionKey: 'score.view', payload: { issueId: '10001' } },
          },
        }),
      );
    const faults = (await json<InspectorView>(page.ask('GET', '/__host/inspector'))).faults;
    const lever = (askConsent: boolean) =>
      page.ask('PUT', '/__host/faults', { body: { ...faults, askConsent } });
    await lever(true);
    expect(await score()).toMatchObject({ ok: false, needsConsent: true });
    expect((await page.ask('POST', '/__host/consent', { person: 'ana' })).status).toBe(204);
    expect(await score()).toMatchObject({ ok: false, needsConsent: true });
    await page.ask('POST', '/__host/consent', { person: 'ben' });
    expect(await score()).toMatchObject({ ok: true });
    await lever(true);
    await lever(false);
    expect(await score()).toMatchObject({ ok: true });
  });

  test('refuses a command that nobody models by its name', async () => {
    const reply = page.ask('POST', '/__forge/bridge', {
      person: 'ben',
      body: { surface: 'ballast-panel', issueKey: 'OPEN-1', command: 'openRovo' },
    });
    expect(await json(reply)).toEqual({ ok: false, error: expect.stringContaining('openRovo') });
  });
});

describe('a frame', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'page-'));
    mkdirSync(join(root, 'static/ui/dist/assets'), { recursive: true });
    copyFileSync(join(__dirname, '../../../manifest.yml'), join(root, 'manifest.yml'));
    writeFileSync(
      join(root, 'static/ui/dist/index.html'),
      '<html><head><script type="module" src="./assets/app.js"></script></head><body></body></html>',
    );
    writeFileSync(join(root, 'static/ui/dist/assets/app.js'), 'export {};');
    page.close();
    page = aPage(root);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  test('has its bridge before its bundle, and may run no other inline script', async () => {
    const response = await page.ask('GET', '/__forge/ui/ui/index.html');
    const html = await response.text();
    const nonce = /<head><script nonce="([^"]+)">/.exec(html)?.[1] ?? '';
    expect(html.indexOf('globalThis.__bridge')).toBeLessThan(html.indexOf('app.js'));
    expect(response.headers.get('content-security-policy')).toContain(
      `script-src 'self' 'nonce-${nonce}'`,
    );
  });

  test('gets its files and nothing beside them', async () => {
    expect(
      (await page.ask('GET', '/__forge/ui/ui/assets/app.js')).headers.get('content-type'),
    ).toBe('text/javascript; charset=utf-8');
    for (const path of [
      '/__forge/ui/ui/..%2f..%2f..%2fmanifest.yml',
      '/__forge/ui/ui/assets',
      '/__forge/ui/other/index.html',
    ]) {
      expect((await page.ask('GET', path)).status).toBe(404);
    }
  });

  test('gets Jira’s design tokens for either theme', async () => {
    const styles = await (await page.ask('GET', '/__forge/tokens.css')).text();
    expect(styles).toContain('data-theme~="dark:dark"');
    expect(styles).toContain('--ds-surface:');
  });
});

describe('the stream', () => {
  test('tells which issue changed, and nothing of what is in it', async () => {
    const reader = (await page.ask('GET', '/__host/stream', { person: 'ben' })).body?.getReader();
    await page.ask('PUT', '/rest/api/3/issue/SECRET-1', {
      person: 'ana',
      body: { fields: { summary: 'A takeover' } },
    });
    const heard = await firstMessage(reader);
    expect(heard).toEqual({
      kind: 'issue',
      event: 'avi:jira:updated:issue',
      issueIds: [String(page.dev.site.peek('SECRET-1')?.id)],
      selfGenerated: false,
    });
    await reader?.cancel();
  });
});

async function firstMessage(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
): Promise<LiveMessage> {
  let text = '';
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done) throw new Error(`The stream ended after ${text}`);
    text += Buffer.from(value).toString();
    const [, data] = /data: (.+)\n/.exec(text) ?? [];
    if (data !== undefined) return JSON.parse(data) as LiveMessage;
  }
}

describe('the inspector', () => {
  const faults = {
    limitEvery: 0,
    failEvery: 0,
    dropEvery: 0,
    latencyMs: 0,
    duplicate: false,
    shuffle: false,
    askConsent: false,
    eventDelayMs: 0,
    queryLagMs: 0,
    searchLagMs: 0,
  };
  const asApp = () =>
    page.dev.site.handle({
      method: 'GET',
      path: '/rest/api/3/field',
      headers: {},
      body: undefined,
      principal: { kind: 'app' },
    });

  test('closes an account, and says what the app reported', async () => {
    expect((await page.ask('POST', '/__host/accounts/close', { body: {} })).status).toBe(400);
    const body = { accountId: 'ben' };
    expect((await page.ask('POST', '/__host/accounts/close', { body })).status).toBe(204);
    const { accounts } = await json<InspectorView>(page.ask('GET', '/__host/inspector'));
    expect(accounts).toEqual({ reports: 0, people: 0, last: null, closed: ['ben'] });
  });

  test('counts what the app spends and leaves out what people do', async () => {
    await page.ask('GET', '/rest/api/3/issue/OPEN-1');
    const before = await json<InspectorView>(page.ask('GET', '/__host/inspector'));
    await asApp();
    const after = await json<InspectorView>(page.ask('GET', '/__host/inspector'));
    expect([before.quota.used, after.quota.used]).toEqual([0, 1]);
  });

  test('makes Jira fail for the app and spares the page', async () => {
    expect(
      (await page.ask('PUT', '/__host/faults', { body: { ...faults, limitEvery: 1 } })).status,
    ).toBe(200);
    expect((await asApp()).status).toBe(429);
    expect((await page.ask('GET', '/rest/api/3/field')).status).toBe(200);
    await page.ask('PUT', '/__host/faults', { body: faults });
    expect((await asApp()).status).toBe(200);
  });

  test('refuses levers it does not have', async () => {
    expect(
      (await page.ask('PUT', '/__host/faults', { body: { ...faults, limitEvery: -1 } })).status,
    ).toBe(400);
    expect(
      (await page.ask('PUT', '/__host/faults', { body: { ...faults, explode: true } })).status,
    ).toBe(400);
  });

  test('moves the clock on, never back', async () => {
    const now = async () => (await json<{ now: number }>(page.ask('GET', '/__host/clock'))).now;
    await page.ask('POST', '/__host/clock/advance', { body: { ms: 86_400_000 } });
    expect(await now()).toBeGreaterThanOrEqual(START + 86_400_000);
    expect((await page.ask('POST', '/__host/clock/advance', { body: { ms: -1 } })).status).toBe(
      400,
    );
  });

  test('shows what the app keeps, record by record', async () => {
    page.dev.announceInstalled();
    await page.dev.host.settle();
    const { keys } = await json<StoreKeys>(page.ask('GET', '/__host/storage/keys?entity=ledger'));
    expect(keys).toHaveLength(2);
    const record = await json(
      page.ask('GET', `/__host/storage/record?entity=ledger&key=${keys[0]?.key ?? ''}`),
    );
    expect(record).toMatchObject({ key: keys[0]?.key, value: { shelf: 'open' } });
    expect((await page.ask('GET', '/__host/storage/record?entity=ledger&key=none')).status).toBe(
      404,
    );
  });
});
