import type { HealthView } from '../../src/contract/health';
import { ask } from '../../dev/bench/rescore/asking';
import type { VirtualClock } from '../../dev/clock';
import { smallSite } from './small-site';

const DAY_MS = 86_400_000;

describe('the daily run', () => {
  it('writes only what time has moved by a whole number, without reading Jira for it', async () => {
    const site = smallSite([{ duedate: '2026-12-02' }, { duedate: '2027-12-02' }, {}]);
    const clock = site.dev.clock as VirtualClock;
    site.dev.announceInstalled();
    await site.settle();
    const before = await Promise.all(['PAY-1', 'PAY-2', 'PAY-3'].map((key) => site.fields(key)));
    const writers: string[] = [];
    site.dev.site.onEvent(({ selfGenerated, payload }) => {
      if (selfGenerated) writers.push((payload['issue'] as { key: string }).key);
    });
    for (let day = 0; day < 10; day++) {
      await clock.advance(DAY_MS);
      await site.dev.host.runSchedule('daily');
      await site.settle();
    }
    const after = await Promise.all(['PAY-1', 'PAY-2', 'PAY-3'].map((key) => site.fields(key)));
    expect(after[0]?.score).toBeGreaterThan(before[0]?.score ?? NaN);
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(new Set(writers)).toEqual(new Set(['PAY-1']));
    expect(writers.length).toBeLessThan(9);
  });

  it('brings to the same score as looking at the issue that day', async () => {
    const site = smallSite([{ duedate: '2026-11-24' }]);
    const clock = site.dev.clock as VirtualClock;
    site.dev.announceInstalled();
    await site.settle();
    for (let day = 0; day < 6; day++) {
      await clock.advance(DAY_MS);
      await site.dev.host.runSchedule('daily');
      await site.settle();
      const written = (await site.fields('PAY-1')).score ?? NaN;
      const fresh = smallSite([{ duedate: '2026-11-24' }]);
      await (fresh.dev.clock as VirtualClock).advance(DAY_MS * (day + 1));
      fresh.dev.announceInstalled();
      await fresh.settle();
      expect(Math.round((await fresh.fields('PAY-1')).score ?? NaN)).toBe(Math.round(written));
    }
  });

  it('finds what events missed: issues edited, created, moved and deleted while the app was down', async () => {
    const site = smallSite([{}, {}, {}, {}]);
    site.dev.announceInstalled();
    await site.settle();
    site.dev.host.setDelivery({ eventDelayMs: 40 * DAY_MS });
    await site.edit('PAY-1', { priority: { name: 'Highest' } });
    const created = await site.create('PAY', 'Bug', { priority: { name: 'High' } });
    await site.remove('PAY-2');
    site.dev.site.move('PAY-3', 'SUP');
    await (site.dev.clock as VirtualClock).advance(60_000);
    const [low, deleted] = [(await site.fields('PAY-1')).score ?? NaN, '10002'];
    await site.dev.host.runSchedule('daily');
    await (site.dev.clock as VirtualClock).advance(3_600_000);
    expect((await site.fields('PAY-1')).score).toBeGreaterThan(low);
    expect((await site.fields(created)).score).not.toBeNull();
    const ledger = [...site.dev.host.dumpKvs()].filter(({ entity }) => entity === 'ledger');
    expect(ledger.map(({ key }) => key)).not.toContain(deleted);
    const { id: project } = site.dev.site.peek('SUP-1')?.project ?? {};
    expect(ledger.find(({ key }) => key === '10003')?.value).toMatchObject({
      project: String(project),
    });
    const health: HealthView = await ask(site.dev, 'health.view', { project: null });
    expect(health.ledger.drift).toBeGreaterThan(0);
    expect(health.quota.usedThisHour + health.quota.usedLastHour).toBeGreaterThan(0);
  });
});
