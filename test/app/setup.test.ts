import type { Reply } from '../../src/contract';
import type { SetupCheck, SetupView } from '../../src/contract/setup';
import { smallSite, type SmallSite } from './small-site';

async function ask<T>(
  site: SmallSite,
  question: string,
  payload: unknown,
  accountId: string = site.dev.adminId,
): Promise<T> {
  const reply = (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId,
  })) as Reply<T>;
  if (!reply.ok) throw new Error(`${reply.refusal.kind}: ${reply.refusal.what}`);
  return reply.value;
}

async function checkOf(
  site: SmallSite,
  id: SetupCheck['id'],
  accountId?: string,
): Promise<SetupCheck> {
  const { checks } = await ask<SetupView>(site, 'setup.check', { project: 'PAY' }, accountId);
  const found = checks.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no check ${id}`);
  return found;
}

const ANN = { accountId: 'ann', displayName: 'Ann' };
const PEOPLE = {
  users: [ANN, { accountId: 'bob', displayName: 'Bob' }],
  projects: [
    {
      key: 'PAY',
      name: 'Payments',
      roles: [
        { name: 'Administrators', accountIds: ['ann'] },
        { name: 'Members', accountIds: ['bob'] },
      ],
    },
  ],
};

describe('the setup check', () => {
  it('finds that the fields are on no screen, and adds them when asked, once', async () => {
    const site = smallSite([{}]);
    const before = await checkOf(site, 'screens');
    expect(before).toMatchObject({
      state: 'attention',
      repair: { kind: 'button', label: 'Add 4 fields to 2 screens' },
    });
    expect(before.details).toContain(
      '“PAY: Bug Screen” lacks Priority score, Backlog lane, Time horizon, Score reasons',
    );
    await ask(site, 'setup.repair', { project: 'PAY', id: 'screens' });
    expect(await checkOf(site, 'screens')).toMatchObject({ state: 'ok', repair: null });
    expect(await ask(site, 'setup.repair', { project: 'PAY', id: 'screens' })).toEqual({
      done: 'Every field was on every screen already, and Jira offers them in the project',
    });
    expect(site.badRequests).toEqual([]);
  });

  it('tells a project administrator what only a Jira administrator can look at, and lets them change no screen', async () => {
    const site = smallSite([{}], [], PEOPLE);
    expect(await checkOf(site, 'screens', 'ann')).toMatchObject({
      state: 'unknown',
      says: 'Only a Jira administrator can look at screens.',
    });
    await expect(
      ask(site, 'setup.repair', { project: 'PAY', id: 'screens' }, 'ann'),
    ).rejects.toThrow('Only a Jira administrator');
    await expect(ask(site, 'setup.check', { project: 'PAY' }, 'bob')).rejects.toThrow('forbidden');
  });

  it('finds that nothing was scored yet, and scores it when asked', async () => {
    const site = smallSite([{ priority: 'High' }]);
    expect(await checkOf(site, 'ledger')).toMatchObject({ state: 'attention' });
    await ask(site, 'setup.repair', { project: 'PAY', id: 'ledger' });
    await site.settle();
    expect((await site.fields('PAY-1')).score).not.toBeNull();
  });

  it('is content with the ledger once the installation has scored everything', async () => {
    const site = smallSite([{}]);
    site.dev.announceInstalled();
    await site.settle();
    expect(await checkOf(site, 'ledger')).toMatchObject({ state: 'ok' });
    expect(await checkOf(site, 'events')).toMatchObject({ state: 'ok' });
    expect(await checkOf(site, 'quota')).toMatchObject({ state: 'ok' });
    expect(await checkOf(site, 'app')).toMatchObject({ state: 'ok' });
  });

  it('has gone through every open issue after the button, so that a preview is complete and publishing reads nothing', async () => {
    const site = smallSite([{ priority: 'High' }, { priority: 'Low' }]);
    expect(await checkOf(site, 'ledger')).toMatchObject({
      state: 'attention',
      repair: { kind: 'button' },
    });
    await ask(site, 'setup.repair', { project: 'PAY', id: 'ledger' });
    await site.settle();
    expect(await checkOf(site, 'ledger')).toMatchObject({ state: 'ok', repair: null });
    expect(
      await ask(site, 'rubric.preview', { project: 'PAY', document: { name: 'Another' } }),
    ).toMatchObject({ preview: { complete: true, issues: 2, cost: { reads: 0 } } });
  });

  it('names a field that the published rubric reads and the site lacks', async () => {
    const site = smallSite([{}]);
    expect(await checkOf(site, 'rubric')).toMatchObject({ state: 'ok' });
    const source = {
      from: 'field',
      fields: ['MoSCoW'],
      names: { must: ['Must'], should: ['Should'], could: ['Could'], wont: ["Won't"] },
    };
    const published = await ask<{ ok: boolean }>(site, 'rubric.publish', {
      project: 'PAY',
      reason: 'trying',
      document: { name: 'With MoSCoW', moscow: { source } },
    });
    expect(published).toMatchObject({ ok: true });
    expect(await checkOf(site, 'rubric')).toMatchObject({
      state: 'attention',
      details: [expect.stringContaining('field MoSCoW')],
    });
  });

  it('is content where evidence is told by work types, and names the project whose other issues are not told', async () => {
    const site = smallSite([
      {},
      { key: 'SUP-1', projectKey: 'SUP', typeName: 'Support request' },
      { key: 'INC-1', projectKey: 'INC', typeName: 'Incident' },
    ]);
    expect(await checkOf(site, 'evidence')).toMatchObject({ state: 'ok', repair: null });
    await site.create('SUP', 'Story');
    const found = await checkOf(site, 'evidence');
    expect(found).toMatchObject({
      state: 'attention',
      says: 'This site has something that the rubric does not look for yet.',
    });
    expect(found.details).toEqual([
      'Support project “SUP”: “Support” is a service project, and the work types of 1 issue in it do not tell',
    ]);
    expect(site.badRequests).toEqual([]);
  });

  it('says the exact steps where Jira lets no app look at the fields', async () => {
    const site = smallSite([{}]);
    const { handle } = site.dev.site;
    site.dev.site.handle = async (request) => {
      const answer = await handle(request);
      return /^\/rest\/api\/3\/project\/(PAY|\d+)$/u.test(request.path)
        ? {
            ...answer,
            body: JSON.stringify({
              ...(JSON.parse(answer.body) as object),
              simplified: true,
              style: 'next-gen',
            }),
          }
        : answer;
    };
    const { state, repair } = await checkOf(site, 'screens');
    expect({ state, kind: repair?.kind }).toEqual({ state: 'unknown', kind: 'steps' });
    const said = repair?.kind === 'steps' ? repair.steps.join(' ') : '';
    for (const words of [
      'Space settings, then Work types',
      'Priority score, Backlog lane, Time horizon, Score reasons',
      'Context fields',
      'Save changes',
    ])
      expect(said).toContain(words);
  });

  it('has a button or steps for whatever is not in order', async () => {
    const site = smallSite([{}], [], {
      linkTypes: [],
      issueTypes: [{ name: 'Story' }],
      projects: [{ key: 'PAY', name: 'Payments' }],
    });
    const { checks } = await ask<SetupView>(site, 'setup.check', { project: 'PAY' });
    expect(checks.filter(({ state, repair }) => state !== 'ok' && repair === null)).toEqual([]);
    expect(checks.find(({ id }) => id === 'evidence')).toMatchObject({ state: 'attention' });
  });

  it('writes figures as people read them', async () => {
    const site = smallSite([{}]);
    expect((await checkOf(site, 'quota')).says).toMatch(
      / of 65,000 points used this hour; about /u,
    );
  });

  it('says how to search where another field has the name of one of Ballast’s', async () => {
    const site = smallSite([{}], [], {
      fields: [{ id: 'customfield_10099', name: 'priority score', type: 'number' }],
    });
    const check = await checkOf(site, 'names');
    expect(check).toMatchObject({ state: 'attention', repair: { kind: 'steps' } });
    expect(check.details).toEqual([
      expect.stringMatching(/^Ballast’s “Priority score” is cf\[\d+\] in JQL$/u),
    ]);
    const alone = smallSite([{}]);
    expect(await checkOf(alone, 'names')).toMatchObject({ state: 'ok', details: [] });
  });

  it('tells Jira administrators, and nobody else, where evidence is sent to', async () => {
    const site = smallSite([{}], [], PEOPLE);
    const { repair } = await checkOf(site, 'secret');
    expect(repair).toMatchObject({ kind: 'secret' });
    const address = repair?.kind === 'secret' ? repair.address : null;
    expect(address).toMatch(/^http.*\/x1\//u);
    expect(JSON.stringify(await checkOf(site, 'secret', 'ann'))).not.toContain(address);
  });

  it('has Jira offer its fields in the project, and does not mind where Jira knows nothing of that', async () => {
    const site = smallSite([{}]);
    const asked: string[] = [];
    const { handle } = site.dev.site;
    site.dev.site.handle = async (request) => {
      if (!request.path.includes('/field/association')) return handle(request);
      asked.push(request.body ?? '');
      return { status: 404, headers: {}, body: '{"errorMessages":["no such thing"]}', points: 0 };
    };
    await ask(site, 'setup.repair', { project: 'PAY', id: 'screens' });
    expect(asked).toHaveLength(1);
    expect(JSON.parse(asked[0] ?? '')).toMatchObject({
      fields: Array.from({ length: 4 }, () => ({ type: 'FIELD_ID' })),
    });
    expect(await checkOf(site, 'screens')).toMatchObject({ state: 'ok' });
  });

  it('knows whether the secret for outside tools is set', async () => {
    const site = smallSite([{}]);
    expect(await checkOf(site, 'secret')).toMatchObject({
      state: 'unknown',
      repair: { kind: 'secret' },
    });
    await ask(site, 'evidence.rotateSecret', {});
    expect(await checkOf(site, 'secret')).toMatchObject({ state: 'ok' });
  });
});
