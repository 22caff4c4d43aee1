import type { VirtualClock } from '../../dev/clock';
import type { ProductEvent } from '../../dev/jira/protocol';
import { smallSite, type SmallSite } from './small-site';

const DAY_MS = 86_400_000;
const answer = { kind: 'number', value: 13 };

async function aSite(): Promise<SmallSite> {
  const site = smallSite([{ priority: 'High', duedate: '2026-12-02' }]);
  site.dev.announceInstalled();
  await site.settle();
  return site;
}

const ask = (site: SmallSite, functionKey: string, payload: object) =>
  site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey,
    payload,
    context: {},
    accountId: site.dev.adminId,
  });

/** Entries of the issue's history that tell of Ballast's own score. */
const told = (site: SmallSite): number =>
  (site.dev.site.peek('PAY-1')?.history ?? []).filter(({ items }) =>
    items.some(({ field }) => field === 'Priority score'),
  ).length;

describe('what Ballast does in the name of a person', () => {
  it('is its own doing for the platform, which sends it no event of it; the score follows all the same', async () => {
    const site = await aSite();
    const before = (await site.fields('PAY-1')).score;
    const events: ProductEvent[] = [];
    site.dev.site.onEvent((event) => events.push(event));
    const { received } = site.dev.host.inspect().events;
    expect(
      await ask(site, 'question.answer', { issueId: '10001', id: 'effort', answer }),
    ).toMatchObject({ ok: true });
    await site.settle();
    expect(events.map(({ selfGenerated }) => selfGenerated)).not.toContain(false);
    expect(events.length).toBeGreaterThan(0);
    const { ignored, received: since } = site.dev.host.inspect().events;
    expect(ignored).toBeGreaterThanOrEqual(since - received);
    expect((await site.fields('PAY-1')).score).not.toBe(before);
  });
});

describe('the history of an issue', () => {
  it('tells of the scores that edits have moved, and of none that time, a rubric or the installation has', async () => {
    const site = await aSite();
    expect(told(site)).toBe(0);
    await site.edit('PAY-1', { priority: { name: 'Low' } });
    await site.settle();
    expect(told(site)).toBe(1);
    const edited = (await site.fields('PAY-1')).score;
    await ask(site, 'rubric.publish', {
      project: 'PAY',
      document: { name: 'Effort says nothing', urgency: { within: 60 }, effort: { k: 0 } },
      reason: 'To try',
      base: 0,
    });
    for (let day = 0; day < 10; day++) {
      await (site.dev.clock as VirtualClock).advance(DAY_MS);
      await site.dev.host.runSchedule('daily');
      await site.settle();
    }
    expect((await site.fields('PAY-1')).score).not.toBe(edited);
    expect(told(site)).toBe(1);
  });
});
