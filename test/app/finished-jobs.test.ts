import type { VirtualClock } from '../../dev/clock';
import { smallSite } from './small-site';

const DAY_MS = 86_400_000;

describe('a job that has ended', () => {
  it('is not done again once its record is no longer kept, and an hour in which nothing came costs two points', async () => {
    const site = smallSite([{}, {}]);
    site.dev.announceInstalled();
    await site.settle();
    await (site.dev.clock as VirtualClock).advance(40 * DAY_MS);
    const before = site.dev.host.invocations.totals();
    await site.dev.host.runSchedule('hourly');
    await site.settle();
    const { points, invocations } = site.dev.host.invocations.totals();
    // The list of fields and the one of projects, which each hour looks at; and once a day how long the site works.
    expect(points - before.points).toBeLessThanOrEqual(3);
    expect(invocations - before.invocations).toBe(1);
  });

  it('leaves no order behind for ever', async () => {
    const site = smallSite([{ sprints: [{ id: 7, name: 'Sprint 7', state: 'future' }] }]);
    site.dev.site.moveSprint(7, 'active');
    await site.settle();
    const orders = (): readonly string[] =>
      [...site.dev.host.dumpKvs()].flatMap(({ key }) =>
        key.startsWith('job-order:') ? [key] : [],
      );
    expect(orders()).toContain('job-order:sprint-7');
    await (site.dev.clock as VirtualClock).advance(70 * DAY_MS);
    await site.dev.host.runSchedule('hourly');
    await site.settle();
    expect(orders().filter((key) => key.includes('sprint'))).toEqual([]);
  });
});
