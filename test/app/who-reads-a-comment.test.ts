import type { CustomerUpdateView, UpdateSent } from '../../src/contract/customer-update';
import type { DecisionLog } from '../../src/contract/decisions';
import type { PostMortemView } from '../../src/core/post-mortem/view';
import { inWords } from '../usecases/decision-in-words';
import { smallSite, type SmallSite } from './small-site';

const people = ['ada', 'cora'].map((accountId) => ({ accountId, displayName: accountId }));
const everybody = [{ name: 'Developers', accountIds: ['ada', 'cora'] }];

/** PAY-1 with a support request; Ada is an agent of support, Cora collaborates there. */
async function aSite(): Promise<SmallSite> {
  const site = smallSite(
    [
      { key: 'PAY-1', priority: 'Highest' },
      { key: 'SUP-1', projectKey: 'SUP', typeName: 'Support request' },
      { key: 'SUP-2', projectKey: 'SUP', typeName: 'Incident', priority: 'Highest' },
    ],
    [{ typeName: 'Relates', sourceKey: 'PAY-1', destinationKey: 'SUP-1' }],
    {
      users: people,
      projects: [
        { key: 'PAY', name: 'Payments', roles: everybody },
        { key: 'INC', name: 'Incidents', roles: everybody },
        {
          key: 'SUP',
          name: 'Support',
          typeKey: 'service_desk',
          roles: [...everybody, { name: 'Service Desk Team', accountIds: ['ada'] }],
        },
      ],
    },
  );
  site.dev.announceInstalled();
  await site.settle();
  return site;
}

const issueId = '10001';

async function ask<T>(
  site: SmallSite,
  functionKey: string,
  payload: object,
  accountId: string,
): Promise<T> {
  const reply = (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey,
    payload,
    context: {},
    accountId,
  })) as { ok: true; value: T } | { ok: false; refusal: { what: string; advice: string } };
  if (!reply.ok) throw new Error(`${reply.refusal.what}. ${reply.refusal.advice}`);
  return reply.value;
}

const comments = (site: SmallSite, key: string) => site.dev.site.peek(key)?.comments ?? [];
const plain = (site: SmallSite, key: string): string => JSON.stringify(comments(site, key));

describe('a post-mortem shared as a comment', () => {
  it.each(['ada', 'cora'])(
    'is an internal note in a service project, whoever shares it: %s',
    async (who) => {
      const site = await aSite();
      await ask(site, 'postmortem.start', { issueId: '10003' }, who);
      await ask<PostMortemView>(site, 'postmortem.share', { issueId: '10003' }, who);
      expect(comments(site, 'SUP-2')).toMatchObject([{ isPublic: false, author: who }]);
    },
  );

  it('that Jira makes public all the same is told of, with what to do', async () => {
    const site = await aSite();
    const { handle } = site.dev.site;
    site.dev.site.handle = async (request) => {
      const answer = await handle(request);
      return request.method === 'POST' && request.path.endsWith('/comment')
        ? { ...answer, body: answer.body.replace('"jsdPublic":false', '"jsdPublic":true') }
        : answer;
    };
    await ask(site, 'postmortem.start', { issueId: '10003' }, 'ada');
    await expect(ask(site, 'postmortem.share', { issueId: '10003' }, 'ada')).rejects.toThrow(
      'Jira shows it to the customers of SUP. Open SUP-2 and make the comment an internal note, or delete it.',
    );
  });

  it('is cut where it is longer than Jira takes, and says so', async () => {
    const site = await aSite();
    await ask(site, 'postmortem.start', { issueId }, 'ada');
    const factor = { kind: 'addFactor', factor: 'testing', text: '"x'.repeat(249) };
    const more = { link: null, owner: null, due: null, done: true };
    for (const id of ['impact', 'timeline', 'detection'])
      await ask(
        site,
        'postmortem.change',
        { issueId, seen: 100, change: { kind: 'item', id, note: '"x'.repeat(1_999), ...more } },
        'ada',
      );
    for (let n = 0; n < 28; n++)
      await ask(site, 'postmortem.change', { issueId, seen: 1 + n, change: factor }, 'ada');
    await ask(site, 'postmortem.share', { issueId }, 'ada');
    expect(comments(site, 'PAY-1')).toHaveLength(1);
    expect(plain(site, 'PAY-1')).toContain('The rest is left out, as Jira takes 32,767 characters');
    expect(site.badRequests).toEqual([]);
  });
});

describe('an update to customers', () => {
  const update = { issueId, seen: '', keys: ['SUP-1'], text: 'We are on it.' };

  it('is public when an agent sends it', async () => {
    const site = await aSite();
    const view = await ask<CustomerUpdateView>(site, 'update.view', { issueId }, 'ada');
    expect(view.requests).toMatchObject([{ key: 'SUP-1', why: null }]);
    expect(await ask<UpdateSent>(site, 'update.send', update, 'ada')).toMatchObject({
      sent: ['SUP-1'],
      failed: [],
    });
    expect(comments(site, 'SUP-1')).toMatchObject([{ isPublic: true }]);
  });

  it('is offered to nobody whom Jira lets write internal notes only, and the reason is said beforehand', async () => {
    const site = await aSite();
    const view = await ask<CustomerUpdateView>(site, 'update.view', { issueId }, 'cora');
    expect(view.requests).toMatchObject([
      { key: 'SUP-1', why: expect.stringContaining('only internal notes in SUP') as string },
    ]);
  });

  it('that Jira made an internal note is not sent, in the answer and in the log', async () => {
    const site = await aSite();
    expect(await ask<UpdateSent>(site, 'update.send', update, 'cora')).toMatchObject({
      sent: [],
      failed: [
        { key: 'SUP-1', why: expect.stringContaining('Jira made it an internal note') as string },
      ],
    });
    const { decisions } = await ask<DecisionLog>(site, 'decisions.list', { issueId }, 'ada');
    expect(JSON.stringify(decisions.map(inWords))).not.toContain('to SUP-1');
    const seen = await ask<CustomerUpdateView>(site, 'update.view', { issueId }, 'ada');
    expect(seen.requests).toMatchObject([{ key: 'SUP-1', notified: null }]);
  });

  it('is no question of licences outside service projects, nor on a site without service management', async () => {
    const site = smallSite(
      [
        { key: 'PAY-1', priority: 'Highest' },
        { key: 'INC-1', projectKey: 'INC', typeName: 'Support request' },
      ],
      [{ typeName: 'Relates', sourceKey: 'PAY-1', destinationKey: 'INC-1' }],
      {
        projects: [
          { key: 'PAY', name: 'Payments' },
          { key: 'INC', name: 'Desk' },
        ],
        users: people,
      },
    );
    site.dev.announceInstalled();
    await site.settle();
    const view = await ask<CustomerUpdateView>(site, 'update.view', { issueId }, 'cora');
    expect(view.requests).toMatchObject([{ key: 'INC-1', why: null }]);
    expect(
      await ask<UpdateSent>(site, 'update.send', { ...update, keys: ['INC-1'] }, 'cora'),
    ).toMatchObject({ sent: ['INC-1'] });
  });
});
