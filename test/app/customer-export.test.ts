import type { CustomerErased, CustomerExport, CustomersView } from '../../src/contract/customers';
import type { HealthView } from '../../src/contract/health';
import { answer, separatePeople } from './separate-people';
import type { SmallSite } from './small-site';

/** PAY-1 is spoken for by a ticket of Secret Bank, and by what a rule recorded of it; so is PAY-2, which nobody but the app sees. */
async function aSite(): Promise<SmallSite> {
  const site = await separatePeople();
  await answer(site, site.dev.adminId, 'customers.save', {
    name: 'Secret Bank AG',
    segment: 'Enterprise',
    weight: '3',
    revenue: '',
    was: null,
  });
  await site.link('Relates', 'PAY-1', 'SUP-1');
  for (const [workItem, externalId] of [
    ['PAY-1', 'T one'],
    ['PAY-2', 'T two'],
  ])
    await site.dev.host.runAction(
      'ballast-record-evidence',
      { workItem, kind: 'support', source: 'Desk', externalId, customer: 'secret bank ag' },
      'member',
    );
  await site.settle();
  return site;
}

const exported = async (site: SmallSite, name: string) =>
  JSON.parse(
    (await answer<CustomerExport>(site, site.dev.adminId, 'customers.export', { name })).text,
  ) as {
    readonly record: { readonly weight: number } | null;
    readonly evidence: readonly { readonly externalId: string }[];
    readonly issues: readonly { readonly key: string }[];
    readonly leftOut: Readonly<Record<string, number | boolean>>;
  };

describe('everything about a customer', () => {
  it('is its row, the evidence that names it and the issues that this is for', async () => {
    const site = await aSite();
    const all = await exported(site, 'SECRET BANK AG');
    expect(all.record).toMatchObject({ name: 'Secret Bank AG', segment: 'Enterprise', weight: 3 });
    expect(all.evidence.map(({ externalId }) => externalId).sort()).toEqual(['T one', 'T two']);
    expect(all.issues.map(({ key }) => key).sort()).toEqual(['PAY-1', 'PAY-2']);
    expect(all.leftOut).toMatchObject({
      issuesThatYouMayNotSee: 0,
      everyOpenIssueWasLookedAt: true,
    });
  });

  it('leaves out and counts what is of issues that the administrator may not see', async () => {
    const site = await aSite();
    site.dev.site.secure('PAY-2', { name: 'Board', accountIds: ['app-ballast'], roles: [] });
    const all = await exported(site, 'Secret Bank AG');
    expect(all.evidence.map(({ externalId }) => externalId)).toEqual(['T one']);
    expect(all.issues.map(({ key }) => key)).toEqual(['PAY-1']);
    expect(all.leftOut).toMatchObject({
      evidenceOfIssuesThatYouMayNotSee: 1,
      issuesThatYouMayNotSee: 1,
    });
  });

  it('is removed with what tools reported of it, and not with the tickets of Jira', async () => {
    const site = await aSite();
    const erased = await answer<CustomerErased>(site, site.dev.adminId, 'customers.erase', {
      name: 'Secret Bank AG',
    });
    expect(erased).toEqual({ removed: 2, left: 0 });
    await site.settle();
    const all = await exported(site, 'Secret Bank AG');
    expect([all.record, all.evidence]).toEqual([null, []]);
    expect(all.issues.map(({ key }) => key)).toEqual(['PAY-1']);
    const { customers } = await answer<CustomersView>(site, site.dev.adminId, 'customers.list', {
      project: null,
    });
    expect(customers).toEqual([]);
  });

  it('leaves behind who removed it, and not its name', async () => {
    const site = await aSite();
    const healthFor = (who: string) =>
      answer<HealthView>(site, who, 'health.view', { project: 'PAY' });
    const erase = (name: string) =>
      answer<CustomerErased>(site, site.dev.adminId, 'customers.erase', { name });
    await erase('Nobody');
    expect((await healthFor(site.dev.adminId)).erased).toEqual([]);
    await erase('Secret Bank AG');
    await site.settle();
    const { erased } = await healthFor(site.dev.adminId);
    expect(erased).toEqual([
      { at: expect.any(String) as string, by: expect.any(String) as string, evidence: 2 },
    ]);
    const [kept] = [...site.dev.host.dumpKvs()].filter(({ key }) => key.startsWith('erasure:'));
    expect(kept?.value).toMatchObject({ by: site.dev.adminId });
    expect(JSON.stringify(kept).toLowerCase()).not.toContain('bank');
    expect((await healthFor('pat')).erased).toEqual([]);
  });
});
