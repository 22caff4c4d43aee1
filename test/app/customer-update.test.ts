import { inWords } from '../usecases/decision-in-words';
import type { Reply } from '../../src/contract';
import type { CustomerUpdateView, UpdateSent } from '../../src/contract/customer-update';
import type { DecisionLog } from '../../src/contract/decisions';
import type { FaultPlan } from '../../dev/jira/faults';
import { smallSite, type SmallSite } from './small-site';

const ISSUE = { issueId: '10001' };

async function aSite(): Promise<SmallSite> {
  const ticket = { projectKey: 'SUP', typeName: 'Support request' };
  const site = smallSite([{}, { key: 'SUP-1', ...ticket }, { key: 'SUP-2', ...ticket }]);
  site.dev.announceInstalled();
  await site.settle();
  await site.link('Relates', 'PAY-1', 'SUP-1');
  await site.link('Relates', 'PAY-1', 'SUP-2');
  await site.settle();
  return site;
}

async function ask<T>(site: SmallSite, functionKey: string, payload: object): Promise<Reply<T>> {
  return (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey,
    payload,
    context: {},
    accountId: site.dev.adminId,
  })) as Reply<T>;
}

async function view(site: SmallSite): Promise<CustomerUpdateView> {
  const reply = await ask<CustomerUpdateView>(site, 'update.view', ISSUE);
  if (!reply.ok) throw new Error(reply.refusal.what);
  return reply.value;
}

const send = async (site: SmallSite, seen: string, keys = ['SUP-1', 'SUP-2']) =>
  ask<UpdateSent>(site, 'update.send', { ...ISSUE, seen, keys, text: 'Hello,\n\nwe are on it.' });

async function commentsOn(
  site: SmallSite,
  key: string,
): Promise<readonly { readonly jsdPublic: boolean }[]> {
  return (
    (await site.ask('GET', `/rest/api/3/issue/${key}/comment`)) as {
      comments: { jsdPublic: boolean }[];
    }
  ).comments;
}

/** Trouble with the comments that the app posts. */
async function troubled(
  site: SmallSite,
  effect: FaultPlan['faults'][number]['effect'],
  work: () => Promise<void>,
): Promise<void> {
  site.dev.site.faults.set({ faults: [{ method: 'POST', path: '/comment', times: 1, effect }] });
  await work();
  site.dev.site.faults.clear();
}

describe('an update to customers through the whole app', () => {
  it('of which Jira loses an answer stands on each request once, and counts as sent since it is there', async () => {
    const site = await aSite();
    await troubled(site, { kind: 'drop', when: 'after' }, async () => {
      expect(await send(site, '')).toMatchObject({
        ok: true,
        value: { sent: ['SUP-1', 'SUP-2'], failed: [], perhaps: [] },
      });
    });
    for (const key of ['SUP-1', 'SUP-2'])
      expect(await commentsOn(site, key)).toMatchObject([{ jsdPublic: true }]);
    expect(site.badRequests).toEqual([]);
  });

  it.each([
    { kind: 'drop', when: 'before' },
    { kind: 'status', status: 503 },
  ] as const)(
    'that Jira may not have taken (%j) is not sent again by itself; person and log hear that it perhaps got there',
    async (effect) => {
      const site = await aSite();
      await troubled(site, effect, async () => {
        expect(await send(site, '')).toMatchObject({
          ok: true,
          value: {
            sent: ['SUP-2'],
            perhaps: [
              {
                key: 'SUP-1',
                why: expect.stringContaining(
                  'Look at the comments of SUP-1 before you send it again.',
                ) as string,
              },
            ],
          },
        });
      });
      expect(await commentsOn(site, 'SUP-1')).toEqual([]);
      const log = await ask<DecisionLog>(site, 'decisions.list', ISSUE);
      expect(JSON.stringify(log.ok && log.value.decisions.map(inWords))).toContain(
        'perhaps sent to SUP-1',
      );
      expect(
        (await view(site)).requests.map(({ key, notified: told }) => [key, told?.sure]).sort(),
      ).toEqual([
        ['SUP-1', false],
        ['SUP-2', true],
      ]);
    },
  );

  it('waits where Jira asks to wait, and then goes out', async () => {
    const site = await aSite();
    await troubled(site, { kind: 'status', status: 429, retryAfterSeconds: 1 }, async () => {
      expect(await send(site, '')).toMatchObject({ ok: true, value: { sent: ['SUP-1', 'SUP-2'] } });
    });
    expect(await commentsOn(site, 'SUP-1')).toHaveLength(1);
  });

  it('that is sent twice at the same time goes out once, and the other is told so', async () => {
    const site = await aSite();
    const replies = await Promise.all([send(site, ''), send(site, '')]);
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({
      refusal: {
        kind: 'invalid',
        what: expect.stringMatching(
          /^You (are sending an update|wrote to these customers)/u,
        ) as string,
      },
    });
    for (const key of ['SUP-1', 'SUP-2']) expect(await commentsOn(site, key)).toHaveLength(1);
    expect((await view(site)).sent).toHaveLength(1);
    expect(await send(site, (await view(site)).seen)).toMatchObject({ ok: true });
  });

  it('says that it is resolved once it is', async () => {
    const site = await aSite();
    await site.transition('PAY-1', 'Done');
    await site.settle();
    const { seen, why, requests } = await view(site);
    expect([why, requests.length]).toEqual([null, 2]);
    expect(await send(site, seen, ['SUP-1'])).toMatchObject({
      ok: true,
      value: { sent: ['SUP-1'] },
    });
  });
});
