import type { VirtualClock } from '../../dev/clock';
import { unpacked } from '../../src/storage/ledger-body';
import type { LedgerRecord } from '../../src/storage/ledger-record';
import { smallSite, type SmallSite } from './small-site';

const DAY_MS = 86_400_000;

function touched({ dev }: SmallSite, key: string): string | undefined {
  const days = [...dev.host.dumpKvs()].flatMap(({ entity, value }) => {
    const { issueKey, body } = value as LedgerRecord;
    return entity === 'ledger' && issueKey === key ? [unpacked(body)?.signals?.issue.touched] : [];
  });
  return days[0];
}

async function nextDay(site: SmallSite): Promise<void> {
  await (site.dev.clock as VirtualClock).advance(DAY_MS);
  await site.dev.host.runSchedule('daily');
  await site.settle();
}

describe('the day on which an issue was last touched', () => {
  it('stays where it is while only Ballast writes to the issue, and moves with a person’s edit', async () => {
    const site = smallSite();
    const made = await site.create('PAY', 'Bug', { duedate: '2026-12-01' });
    await site.settle();
    const issue = site.dev.site.peek(made);
    if (issue === undefined) throw new Error('no issue');
    const first = touched(site, made);
    expect(first).toBe(new Date(issue.created).toISOString().slice(0, 10));
    let writes = 0;
    site.dev.site.onEvent(({ selfGenerated }) => void (writes += selfGenerated ? 1 : 0));
    for (let day = 0; day < 45; day += 1) await nextDay(site);
    // The date came nearer and passed: the score was written again and again.
    expect(writes).toBeGreaterThan(10);
    expect(issue.updated).toBeGreaterThan(issue.edited);
    expect(touched(site, made)).toBe(first);
    await site.edit(made, { priority: { name: 'High' } });
    await site.settle();
    const today = new Date((site.dev.clock as VirtualClock).now()).toISOString().slice(0, 10);
    expect(touched(site, made)).toBe(today);
  });
});
