import { ask } from '../../dev/bench/rescore/asking';
import type { PilotView } from '../../src/contract/pilot';
import type { VirtualClock } from '../../dev/clock';
import { smallSite, type SmallSite } from './small-site';

const NOTHING = { score: null, lane: null, horizon: null, reasons: null };
const DAY_MS = 86_400_000;

const idOf = (site: SmallSite, key: string): string => String(site.dev.site.peek(key)?.id);
const begin = (site: SmallSite): Promise<PilotView> =>
  ask(site.dev, 'pilot.begin', { project: 'PAY', reason: 'one sprint' });
const end = (site: SmallSite): Promise<PilotView> => ask(site.dev, 'pilot.end', { project: 'PAY' });

/** Every change that the app itself makes to an issue from now on. */
function appWrites(site: SmallSite): readonly string[] {
  const writes: string[] = [];
  site.dev.site.onEvent(({ selfGenerated, payload }) => {
    if (selfGenerated)
      writes.push((payload['issue'] as { key?: string } | undefined)?.key ?? 'a link');
  });
  return writes;
}

/** A project that is a pilot from the beginning, with an outage beside it. */
async function pilot(): Promise<SmallSite> {
  const site = smallSite([
    { priority: 'High' },
    { priority: 'Low', duedate: '2026-12-02' },
    { key: 'INC-1', projectKey: 'INC', typeName: 'Incident', priority: 'Highest' },
  ]);
  await begin(site);
  await site.settle();
  return site;
}

describe('a project in a pilot', () => {
  it('is gone through when the pilot begins, and none of its fields is written', async () => {
    const site = await pilot();
    expect(await site.fields('PAY-1')).toEqual(NOTHING);
    const view = await ask(site.dev, 'pilot.view', { project: 'PAY' });
    expect(view).toMatchObject({ issues: 2, complete: true, pilot: { reason: 'one sprint' } });
    expect(view.top[0]).toMatchObject({ key: 'PAY-1', place: 1, placeByPriority: 1 });
    expect(view.agreement).toBe(1);
  });

  it('compares the team’s work, not what counts as evidence for it', async () => {
    const site = smallSite([
      { priority: 'High' },
      { typeName: 'Incident', priority: 'Highest' },
      { typeName: 'Support request', priority: 'Highest' },
      { priority: 'Low' },
    ]);
    await begin(site);
    await site.settle();
    const view = await ask(site.dev, 'pilot.view', { project: 'PAY' });
    expect([
      view.issues,
      view.agreement,
      view.lanes.reduce((sum, { issues }) => sum + issues, 0),
    ]).toEqual([2, 1, 2]);
    for (const rows of [view.top, view.byPriority])
      expect(rows.map(({ key }) => key)).toEqual(['PAY-1', 'PAY-4']);
    expect(view.byPriority.map(({ place, placeByPriority }) => [place, placeByPriority])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it.each<readonly [route: string, go: (site: SmallSite) => Promise<unknown>]>([
    ['an edit', (site) => site.edit('PAY-1', { priority: { name: 'Highest' } })],
    [
      'a link to a severe incident, which makes it a hot fix',
      (site) => site.link('Relates', 'PAY-1', 'INC-1'),
    ],
    [
      'somebody who looks at the panel',
      (site) => ask(site.dev, 'score.view', { issueId: idOf(site, 'PAY-1') }),
    ],
    [
      'a job over the whole project',
      (site) => ask(site.dev, 'job.start', { project: 'PAY', jql: '' }),
    ],
    [
      'an automation rule',
      (site) =>
        site.dev.host.runAction('ballast-rescore-item', { workItem: 'PAY-1' }, site.dev.adminId),
    ],
    [
      'a newly published rubric',
      (site) =>
        ask(site.dev, 'rubric.publish', {
          project: 'PAY',
          reason: 'trying',
          document: { name: 'Another' },
        }),
    ],
    [
      'the installation of the app',
      (site) => {
        site.dev.announceInstalled();
        return Promise.resolve();
      },
    ],
    [
      'the daily run',
      async (site) => {
        await (site.dev.clock as VirtualClock).advance(3 * DAY_MS);
        await site.dev.host.runSchedule('daily');
      },
    ],
  ])('has nothing written by %s', async (_, go) => {
    const site = await pilot();
    const writes = appWrites(site);
    await go(site);
    await site.settle();
    await (site.dev.clock as VirtualClock).advance(3_600_000);
    await site.settle();
    expect(writes.filter((key) => key.startsWith('PAY') || key === 'a link')).toEqual([]);
    expect(await site.fields('PAY-1')).toEqual(NOTHING);
  });

  it('still follows its issues: the panel shows the score, and says that it is a pilot', async () => {
    const site = await pilot();
    await site.edit('PAY-1', { priority: { name: 'Low' } });
    await site.settle();
    const before = await ask(site.dev, 'pilot.view', { project: 'PAY' });
    const view = await ask(site.dev, 'score.view', { issueId: idOf(site, 'PAY-1') });
    expect(view).toMatchObject({ pilot: true, state: 'scored' });
    expect(before.top.find(({ key }) => key === 'PAY-1')?.score).toBe(view.score);
  });

  it('takes no urgent action when an issue becomes a hot fix', async () => {
    const site = await pilot();
    await site.link('Relates', 'PAY-1', 'INC-1');
    await site.settle();
    expect((await ask(site.dev, 'score.view', { issueId: idOf(site, 'PAY-1') })).lane).toBe(
      'hot fix',
    );
    const { fields } = (await site.ask(
      'GET',
      '/rest/api/3/issue/PAY-1?fields=duedate,assignee,customfield_10021',
    )) as { fields: object };
    expect(Object.values(fields).filter((value) => value !== null)).toEqual([]);
  });

  it('writes every field when it is switched on, from the ledger, and the same as without a pilot', async () => {
    const site = await pilot();
    await site.edit('PAY-1', { priority: { name: 'Highest' } });
    await site.settle();
    await end(site);
    await site.settle();
    await (site.dev.clock as VirtualClock).advance(3_600_000);
    const plain = smallSite([{ priority: 'Highest' }, { priority: 'Low', duedate: '2026-12-02' }]);
    plain.dev.announceInstalled();
    await plain.settle();
    for (const key of ['PAY-1', 'PAY-2'])
      expect((await site.fields(key)).score).toBe((await plain.fields(key)).score);
    expect((await ask(site.dev, 'score.view', { issueId: idOf(site, 'PAY-1') })).pilot).toBe(false);
  });

  it('leaves fields as they are when a pilot begins in a project that was written before', async () => {
    const site = smallSite([{ priority: 'High' }]);
    site.dev.announceInstalled();
    await site.settle();
    const written = await site.fields('PAY-1');
    expect(written.score).not.toBeNull();
    await begin(site);
    await site.edit('PAY-1', { priority: { name: 'Lowest' } });
    await site.settle();
    expect(await site.fields('PAY-1')).toEqual(written);
    await end(site);
    await site.settle();
    await (site.dev.clock as VirtualClock).advance(3_600_000);
    expect((await site.fields('PAY-1')).score).toBeLessThan(written.score ?? NaN);
  });

  it('leaves other projects alone', async () => {
    const site = smallSite([
      { priority: 'High' },
      { key: 'SUP-1', projectKey: 'SUP', priority: 'High' },
    ]);
    await begin(site);
    site.dev.announceInstalled();
    await site.settle();
    expect((await site.fields('SUP-1')).score).not.toBeNull();
    expect(await site.fields('PAY-1')).toEqual(NOTHING);
  });

  it('is switched by administrators of the project only, also by asking the resolver directly', async () => {
    const users = [{ accountId: 'bob', displayName: 'Bob' }];
    const site = smallSite([{}], [], {
      users,
      projects: [
        { key: 'PAY', name: 'Payments', roles: [{ name: 'Members', accountIds: ['bob'] }] },
      ],
    });
    for (const [question, payload] of [
      ['pilot.begin', { project: 'PAY', reason: '' }],
      ['pilot.end', { project: 'PAY' }],
      ['pilot.view', { project: 'PAY' }],
    ] as const) {
      expect(
        await site.dev.host.invoke({
          resolverFunction: 'resolver',
          functionKey: question,
          payload,
          context: {},
          accountId: 'bob',
        }),
      ).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
    }
  });
});

describe('a pilot that begins while a page of scores is on its way', () => {
  it('has nothing written any more but the request that was under way', async () => {
    const MANY = 180;
    const site = smallSite(Array.from({ length: MANY }, () => ({ priority: 'High' })));
    const { handle } = site.dev.site;
    const requests: string[] = [];
    site.dev.site.handle = async (request) => {
      if (request.path.includes('/app/field/value')) {
        requests.push(request.body ?? '');
        if (requests.length === 1) await begin(site);
      }
      return handle(request);
    };
    site.dev.announceInstalled();
    await site.settle();
    expect(requests).toHaveLength(1);
    const scored = async (): Promise<number> => {
      let count = 0;
      for (let n = 1; n <= MANY; n++)
        if ((await site.fields(`PAY-${n}`)).score !== null) count += 1;
      return count;
    };
    expect(await scored()).toBeLessThanOrEqual(50);
    const { issues } = await ask(site.dev, 'pilot.view', { project: 'PAY' });
    expect(issues).toBe(MANY);
    await end(site);
    await site.settle();
    expect(await scored()).toBe(MANY);
  });
});
