import { guardedJira } from '../../dev/guarded-jira';
import { realClock } from '../../dev/forge/clock-real';
import { createJiraSite } from '../../dev/jira/site';

const HERE = 'http://127.0.0.1:4551';
const login = { authorization: `Basic ${btoa('admin@example.com:local')}` };
const ask = (headers: Readonly<Record<string, string>>, init: RequestInit = {}) =>
  guardedJira(createJiraSite({ clock: realClock(), baseUrl: HERE })).request(
    `${HERE}/rest/api/3/myself`,
    { ...init, headers: { ...login, ...headers } },
  );

describe('the Jira stand-in alone', () => {
  it.each(['127.0.0.1:4551', 'localhost:4551', '[::1]:4551'])('answers to %s', async (host) => {
    expect((await ask({ host })).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:4551', '127.0.0.1.evil.example', ''])(
    'does not answer to a name that somebody pointed here: %j',
    async (host) => {
      const answer = await ask({ host });
      expect([answer.status, await answer.text()]).toEqual([
        403,
        'This server answers to 127.0.0.1 and localhost only.',
      ]);
    },
  );

  it('takes no form of another page, and no body without end', async () => {
    const host = '127.0.0.1:4551';
    const form = await ask({ host, origin: 'http://evil.example' }, { method: 'POST', body: '{}' });
    expect(form.status).toBe(403);
    const long = await ask({ host }, { method: 'POST', body: 'x'.repeat(7 * 1024 * 1024) });
    expect(long.status).toBe(413);
  });
});
