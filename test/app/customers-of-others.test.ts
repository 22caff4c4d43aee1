import type { CustomersView } from '../../src/contract/customers';
import type { HealthView } from '../../src/contract/health';
import type { SetupCheck } from '../../src/contract/setup';
import { answer, separatePeople } from './separate-people';
import type { SmallSite } from './small-site';

const PAY = { project: 'PAY' };

/** PAY-1 and PAY-2 are spoken for by a request that Pat may not see; PAY-2 by a customer whom a rule of Pat's names too. */
async function aSite(): Promise<SmallSite> {
  const site = await separatePeople([
    {
      key: 'SUP-2',
      projectKey: 'SUP',
      typeName: 'Support request',
      reporter: 'ina',
      customs: { customfield_20: 'Unknown Bank' },
    },
  ]);
  for (const name of ['Secret Bank AG', 'Nordbank', 'Nobody & Sons'])
    await answer(site, site.dev.adminId, 'customers.save', {
      name,
      segment: '',
      weight: '',
      revenue: '1200000',
      was: null,
    });
  await site.link('Relates', 'PAY-1', 'SUP-1');
  await site.link('Relates', 'PAY-2', 'SUP-2');
  await site.dev.host.runAction(
    'ballast-record-evidence',
    { workItem: 'PAY-2', kind: 'support', source: 'Desk', externalId: 'T 1', customer: 'Nordbank' },
    'pat',
  );
  await site.settle();
  return site;
}

describe('an administrator of one project', () => {
  it('is told of customers whom they see named, with what is known of these', async () => {
    const site = await aSite();
    const view = await answer<CustomersView>(site, 'pat', 'customers.list', PAY);
    expect(view.customers.map(({ name }) => name)).toEqual(['Nordbank']);
    expect(view.customers).toMatchObject([{ revenue: 1_200_000, issues: 1 }]);
    expect(JSON.stringify(view)).not.toMatch(/Secret Bank|Nobody|Unknown Bank|"ina"/u);
  });

  it('is told of nobody who is named on an issue of their project that is hidden from them', async () => {
    const site = await aSite();
    site.dev.site.secure('PAY-2', { name: 'Board', accountIds: ['app-ballast'], roles: [] });
    const view = await answer<CustomersView>(site, 'pat', 'customers.list', PAY);
    expect(view.customers).toEqual([]);
  });

  it('does not keep a Jira administrator from seeing all', async () => {
    const site = await aSite();
    const view = await answer<CustomersView>(site, site.dev.adminId, 'customers.list', PAY);
    expect(view.customers).toHaveLength(3);
    expect(view.strangers.map(({ name }) => name)).toEqual(['Unknown Bank']);
  });

  it('is told of no trouble of other projects, by health or by the check of the setup', async () => {
    const site = await aSite();
    await site.dev.host.runAction('ballast-rescore-item', { workItem: 'OPS-1' }, 'pat');
    await site.dev.host.runAction('ballast-rescore-project', { project: 'OPS' }, 'member');
    const trouble = "The project's own rubric (version 1) cannot be used";
    site.dev.site.faults.set({
      faults: [
        { path: '/issue/bulkfetch', effect: { kind: 'status', status: 400, body: trouble } },
      ],
    } as never);
    await site.edit('OPS-1', { summary: 'Quieter layoffs' });
    await site.settle();
    site.dev.site.faults.clear();
    const ofAdmin = await answer<HealthView>(site, site.dev.adminId, 'health.view', PAY);
    expect(ofAdmin.failures.map(({ what }) => what)).toContain('10003');
    const health = await answer<HealthView>(site, 'pat', 'health.view', PAY);
    expect(health).toMatchObject({ failures: [], evidence: { refusals: [] } });
    const { checks } = await answer<{ checks: SetupCheck[] }>(site, 'pat', 'setup.check', PAY);
    expect(JSON.stringify(checks)).not.toMatch(/OPS|10003/u);
  });
});
