import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { PAY, settingsSite, type SettingsSite } from './settings-site';

const byRevenue = {
  ...defaultRubric,
  name: 'By revenue',
  customers: {
    ...defaultRubric.customers,
    revenue: { from: 10_000, to: 1_000_000, least: 1, most: 10, currency: '€' },
  },
};
const CUSTOMER = { id: 'customfield_20', name: 'Customer', type: 'string' } as const;
const acme = { was: null, name: 'Acme', segment: '', weight: '', revenue: '1200000' };

/** Two pieces of work, each with a ticket of a customer of its own. */
async function aSite(): Promise<SettingsSite> {
  const site = settingsSite(
    [
      {},
      {},
      ...['Acme', 'Globex'].map((customer, at) => ({
        key: `SUP-${at + 1}`,
        projectKey: 'SUP',
        typeName: 'Support request',
        customs: { [CUSTOMER.id]: customer },
      })),
    ],
    { fields: [{ id: 'customfield_10016', name: 'Story Points', type: 'number' }, CUSTOMER] },
  );
  site.dev.announceInstalled();
  await site.settle();
  for (const at of [1, 2]) await site.link('Relates', `PAY-${at}`, `SUP-${at}`);
  await site.settle();
  return site;
}
const scores = async (site: SettingsSite) =>
  [(await site.fields('PAY-1')).score ?? 0, (await site.fields('PAY-2')).score ?? 0] as const;

describe('the revenue of a customer', () => {
  it('changes nothing until a rubric counts it; then the preview says from the ledger what publishing does', async () => {
    const site = await aSite();
    const before = await scores(site);
    await site.get('ada', 'customers.save', acme);
    await site.settle();
    expect(await scores(site)).toEqual(before);
    const calls = site.dev.host.invocations.totals().jiraCalls;
    const answer = await site.get('pam', 'rubric.preview', { ...PAY, document: byRevenue });
    if (!answer.ok || answer.preview === null) throw new Error('no preview');
    expect(answer.preview.movers.map(({ key }) => key)).toEqual(['PAY-1']);
    // Its titles and rights are all that is asked of Jira.
    expect(site.dev.host.invocations.totals().jiraCalls - calls).toBeLessThan(10);
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: byRevenue,
      reason: 'Large customers first',
      base: 0,
    });
    await site.settle();
    const after = await scores(site);
    expect(after[0]).toBe(answer.preview.movers[0]?.after.score);
    expect(after[0]).toBeGreaterThan(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  it('has its issues scored again when it changes, and no others', async () => {
    const site = await aSite();
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: byRevenue,
      reason: 'Large customers first',
      base: 0,
    });
    await site.settle();
    const before = await scores(site);
    expect(await site.get('ada', 'customers.save', acme)).toMatchObject({
      ok: true,
      rescoring: true,
    });
    await site.settle();
    const after = await scores(site);
    expect(after[0]).toBeGreaterThan(before[0]);
    expect(after[1]).toBe(before[1]);
    const view = await site.get('ada', 'score.view', {
      issueId: String(site.dev.site.peek('PAY-1')?.id),
    });
    const revenue = { customer: 'Acme', amount: 1_200_000, currency: '€', weighs: 10 };
    const demand = view.lines.find(({ id }) => id === 'demand');
    expect(demand?.from).toEqual([expect.objectContaining({ kind: 'support', revenue })]);
    expect((await site.get('ada', 'customers.list', PAY)).customers).toMatchObject([
      { name: 'Acme', counts: 10 },
    ]);
  });
});
