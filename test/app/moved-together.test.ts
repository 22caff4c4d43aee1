import type { VirtualClock } from '../../dev/clock';
import { smallSite, type SmallSite } from './small-site';

const HOUR_MS = 3_600_000;
const SPRINT = { id: 7, name: 'Sprint 7', state: 'future' } as const;

const agreement = (at: string | null, breached = false) => ({
  id: '1',
  name: 'Time to resolution',
  completedCycles: [],
  ongoingCycle: {
    breached,
    paused: at === null,
    ...(at !== null && { breachTime: { iso8601: at, epochMillis: Date.parse(at) } }),
  },
});
const SLA_FIELD = {
  id: 'customfield_10050',
  name: 'Time to resolution',
  type: 'sla',
} as const;

async function scored(site: SmallSite): Promise<SmallSite> {
  site.dev.announceInstalled();
  await site.settle();
  return site;
}

async function pass(site: SmallSite, hours: number): Promise<void> {
  const stop = site.dev.host.startSchedules();
  await (site.dev.clock as VirtualClock).advance(hours * HOUR_MS);
  stop();
  await site.settle();
}

describe('what moves many issues at once, without an event for any of them', () => {
  it('is a sprint that begins, ends or is deleted', async () => {
    const site = await scored(smallSite([{ sprints: [SPRINT] }, {}]));
    const horizons = async (): Promise<unknown> =>
      Promise.all(['PAY-1', 'PAY-2'].map(async (key) => (await site.fields(key)).horizon));
    const before = await horizons();
    site.dev.site.moveSprint(7, 'active');
    await site.settle();
    expect(await horizons()).toEqual(['now', 'later']);
    site.dev.site.moveSprint(7, 'closed');
    await site.settle();
    expect(await horizons()).toEqual(before);
    site.dev.site.moveSprint(7, 'active');
    await site.settle();
    site.dev.site.moveSprint(7, 'deleted');
    await site.settle();
    expect(await horizons()).toEqual(before);
  });

  it('is a version that is released, or not any more', async () => {
    const site = await scored(
      smallSite([{ fixVersions: ['2.0'] }], [], {
        projects: [
          { key: 'PAY', name: 'Payments', versions: [{ name: '2.0' }] },
          { key: 'INC', name: 'Incidents' },
          { key: 'SUP', name: 'Support', typeKey: 'service_desk' },
        ],
      }),
    );
    const [version] = site.dev.site.peek('PAY-1')?.fixVersions ?? [];
    expect((await site.fields('PAY-1')).horizon).toBe('next');
    site.dev.site.releaseVersion(version?.id ?? '', true);
    await site.settle();
    expect((await site.fields('PAY-1')).horizon).toBe('later');
    site.dev.site.releaseVersion(version?.id ?? '', false);
    await site.settle();
    expect((await site.fields('PAY-1')).horizon).toBe('next');
  });

  it('costs nothing but a search for the issues, which are then read once', async () => {
    const site = await scored(smallSite([{ sprints: [SPRINT] }, {}, {}, {}]));
    const before = site.dev.host.invocations.totals().points;
    site.dev.site.moveSprint(7, 'active');
    await site.settle();
    expect(site.dev.host.invocations.totals().points - before).toBeLessThanOrEqual(5);
  });
});

describe('an agreement that passes', () => {
  it('counts within the hour, on the issue itself', async () => {
    const site = await scored(
      smallSite([{ customs: { [SLA_FIELD.id]: agreement('2026-11-16T14:30:00+0000') } }], [], {
        fields: [{ id: 'customfield_10016', name: 'Story Points', type: 'number' }, SLA_FIELD],
      }),
    );
    expect((await site.fields('PAY-1')).lane).not.toBe('hot fix');
    await pass(site, 5);
    expect((await site.fields('PAY-1')).lane).not.toBe('hot fix');
    await pass(site, 1.6);
    expect((await site.fields('PAY-1')).lane).toBe('hot fix');
  });

  it('counts within the hour on a linked ticket, days ahead, without a read of Jira', async () => {
    const site = smallSite([{}], [], {
      fields: [{ id: 'customfield_10016', name: 'Story Points', type: 'number' }, SLA_FIELD],
    });
    await scored(site);
    const ticket = await site.create('SUP', 'Support request');
    const field = site.dev.site.peek(ticket);
    if (field === undefined) throw new Error('no ticket');
    field.customs = { ...field.customs, [SLA_FIELD.id]: agreement('2026-11-18T14:30:00+0000') };
    await site.link('Relates', 'PAY-1', ticket);
    await site.settle();
    const before = (await site.fields('PAY-1')).score ?? 0;
    await pass(site, 48);
    const waiting = (await site.fields('PAY-1')).score ?? 0;
    await pass(site, 6.6);
    const after = await site.fields('PAY-1');
    expect(Math.abs(waiting - before)).toBeLessThan(5);
    expect(after.score ?? 0).toBeGreaterThan(waiting + 5);
    expect(after.lane).toBe('hot fix');
  });

  it('does not count while it is paused', async () => {
    const site = await scored(
      smallSite([{ customs: { [SLA_FIELD.id]: agreement(null) } }], [], {
        fields: [{ id: 'customfield_10016', name: 'Story Points', type: 'number' }, SLA_FIELD],
      }),
    );
    await pass(site, 30);
    expect((await site.fields('PAY-1')).lane).not.toBe('hot fix');
  });
});

describe('a linked ticket', () => {
  const organisations = { id: 'customfield_10060', name: 'Organizations', type: 'any' } as const;

  it('has the issue scored again when its customer or its priority changes', async () => {
    const site = await scored(
      smallSite([{}], [], {
        fields: [{ id: 'customfield_10016', name: 'Story Points', type: 'number' }, organisations],
      }),
    );
    const [one, two] = [
      await site.create('SUP', 'Support request'),
      await site.create('SUP', 'Support request'),
    ];
    for (const ticket of [one, two]) {
      await site.edit(ticket, { [organisations.id]: [{ id: '1', name: 'Acme' }] });
      await site.link('Relates', 'PAY-1', ticket);
    }
    await site.settle();
    const together = (await site.fields('PAY-1')).score ?? 0;
    await site.edit(two, { [organisations.id]: [{ id: '2', name: 'Globex' }] });
    await site.settle();
    expect((await site.fields('PAY-1')).score ?? 0).toBeGreaterThan(together);
    const incident = await site.create('INC', 'Incident', { priority: { name: 'Low' } });
    await site.link('Relates', 'PAY-1', incident);
    await site.settle();
    const mild = (await site.fields('PAY-1')).score ?? 0;
    await site.edit(incident, { priority: { name: 'Highest' } });
    await site.settle();
    expect((await site.fields('PAY-1')).score ?? 0).toBeGreaterThan(mild);
  });
});
