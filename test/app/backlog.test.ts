import { smallSite } from './small-site';

const many = Array.from({ length: 230 }, (_, n) => ({
  priority: ['Highest', 'High', 'Medium', 'Low', 'Lowest'][n % 5] ?? null,
  typeName: n % 2 === 0 ? 'Bug' : 'Story',
}));

describe('a whole backlog', () => {
  it('is scored once the app is installed, a page at a time, within one point an issue and two percent', async () => {
    const site = smallSite(many);
    site.dev.announceInstalled();
    await site.settle();
    const { points } = site.dev.host.invocations.totals();
    expect(await site.search('project = PAY AND "Priority score" IS EMPTY')).toEqual([]);
    // 230 issues, 3 searches, 3 field writes at most 200 updates each for 4 fields of 100 issues, the list of fields.
    expect(points).toBeLessThanOrEqual(230 * 1.02 + 3 + 12);
  });

  it('sorts and filters by its fields in JQL', async () => {
    const site = smallSite(many.slice(0, 20));
    site.dev.announceInstalled();
    await site.settle();
    const sorted = await site.search('project = PAY ORDER BY "Priority score" DESC');
    const scores = await Promise.all(
      sorted.map(async (key) => (await site.fields(key)).score ?? -1),
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBeGreaterThan(3);
    const stability = await site.search('project = PAY AND "Backlog lane" = stability');
    expect(stability).toHaveLength(10);
    expect(await site.search(`project = PAY AND "Priority score" >= ${scores[4] ?? 0}`)).toEqual(
      expect.arrayContaining(sorted.slice(0, 5)),
    );
  });

  it('writes nothing the second time', async () => {
    const site = smallSite(many.slice(0, 120));
    site.dev.announceInstalled();
    await site.settle();
    let written = 0;
    site.dev.site.onEvent(({ selfGenerated }) => {
      written += selfGenerated ? 1 : 0;
    });
    const ledger = JSON.stringify(
      [...site.dev.host.dumpKvs()].filter(({ entity }) => entity === 'ledger'),
    );
    await site.dev.host.runSchedule('daily');
    await site.settle();
    expect(written).toBe(0);
    expect(
      JSON.stringify([...site.dev.host.dumpKvs()].filter(({ entity }) => entity === 'ledger')),
    ).toBe(ledger);
  });
});
