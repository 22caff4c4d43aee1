import { ask } from '../../dev/bench/rescore/asking';
import type { VirtualClock } from '../../dev/clock';
import { smallSite, type SmallSite } from './small-site';

const DAY_MS = 86_400_000;

async function finishDaily(site: SmallSite, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await (site.dev.clock as VirtualClock).advance(DAY_MS);
    await site.transition(key, 'Done');
    await site.settle();
  }
}

async function scored(): Promise<SmallSite> {
  const site = smallSite([
    { priority: 'Highest' },
    { priority: 'Lowest' },
    { priority: 'Medium' },
    { priority: 'Highest' },
  ]);
  site.dev.announceInstalled();
  await site.settle();
  return site;
}

describe('calibration', () => {
  it('finds full agreement where the highest was always finished first', async () => {
    const site = await scored();
    await finishDaily(site, 'PAY-1', 'PAY-3', 'PAY-2');
    const view = await ask(site.dev, 'calibration.view', { project: 'PAY' });
    expect(view).toMatchObject({ finished: 3, scored: 3, agreement: { tau: 1, issues: 3 } });
  });

  it('keeps what each criterion gave when an issue is closed, though nothing of it was ever logged', async () => {
    const site = await scored();
    await finishDaily(site, 'PAY-1', 'PAY-2');
    expect(await ask(site.dev, 'calibration.view', { project: 'PAY' })).toMatchObject({
      scored: 2,
      explained: 2,
    });
  });

  it('leaves finished incidents and support requests aside, as they are no work of the team', async () => {
    const site = smallSite([
      { priority: 'High' },
      { priority: 'Medium' },
      { priority: 'Low', typeName: 'Incident' },
      { priority: 'Low', typeName: 'Support request' },
    ]);
    site.dev.announceInstalled();
    await site.settle();
    await finishDaily(site, 'PAY-3', 'PAY-1', 'PAY-4', 'PAY-2');
    expect(await ask(site.dev, 'calibration.view', { project: 'PAY' })).toMatchObject({
      finished: 2,
      scored: 2,
      explained: 2,
      inverted: 0,
      agreement: { tau: 1, issues: 2 },
    });
  });

  it('names what was finished while far higher work waited, open or finished later', async () => {
    const site = await scored();
    await finishDaily(site, 'PAY-2', 'PAY-1');
    const { inversions, inverted, agreement } = await ask(site.dev, 'calibration.view', {
      project: 'PAY',
    });
    expect(agreement.tau).toBe(-1);
    expect(inverted).toBe(1);
    expect(inversions[0]).toMatchObject({ key: 'PAY-2', passed: 2 });
  });

  it('suggests nothing from a handful of issues, and ranks every criterion', async () => {
    const site = await scored();
    await finishDaily(site, 'PAY-2');
    const view = await ask(site.dev, 'calibration.view', { project: 'PAY' });
    expect(view.suggestions).toEqual([]);
    expect(view.influences[0]).toMatchObject({ label: 'Priority' });
    expect(view.influences[0]?.reordered).toBeGreaterThan(0);
  });

  it('is for administrators of the project', async () => {
    const users = [{ accountId: 'bob', displayName: 'Bob' }];
    const site = smallSite([{}], [], {
      users,
      projects: [
        { key: 'PAY', name: 'Payments', roles: [{ name: 'Members', accountIds: ['bob'] }] },
      ],
    });
    const reply = await site.dev.host.invoke({
      resolverFunction: 'resolver',
      functionKey: 'calibration.view',
      payload: { project: 'PAY' },
      context: {},
      accountId: 'bob',
    });
    expect(reply).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
  });
});
