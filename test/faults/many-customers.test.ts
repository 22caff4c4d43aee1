import type { CustomersFound, CustomersView } from '../../src/contract/customers';
import { digest } from '../../src/storage/digest';
import { settingsSite, type SettingsSite } from '../app/settings-site';

const MANY = 100_000;
const SITE = { project: null };
const CUSTOMER = { id: 'customfield_20', name: 'Customer', type: 'string' } as const;
const nameOf = (n: number): string => `Customer ${String(n).padStart(6, '0')}`;

/** A table of a hundred thousand, as imports leave it, and one whom a ticket names. */
async function aSite(): Promise<SettingsSite> {
  const site = settingsSite(
    [
      {},
      {
        key: 'SUP-1',
        projectKey: 'SUP',
        typeName: 'Support request',
        customs: { [CUSTOMER.id]: nameOf(MANY - 1) },
      },
      {
        key: 'SUP-2',
        projectKey: 'SUP',
        typeName: 'Support request',
        customs: { [CUSTOMER.id]: 'Nobody knows' },
      },
    ],
    { fields: [{ id: 'customfield_10016', name: 'Story Points', type: 'number' }, CUSTOMER] },
  );
  site.dev.announceInstalled();
  await site.settle();
  for (const to of ['SUP-1', 'SUP-2']) await site.link('Relates', 'PAY-1', to);
  await site.settle();
  for (let n = 0; n < MANY; n++) await kept(site, nameOf(n), n === 0 ? 'growth' : '-');
  await kept(site, 'McDonald & eBay', '-');
  await kept(site, 'Zeta O’Neill & Söhne', '-');
  return site;
}

async function kept(site: SettingsSite, name: string, segment: string): Promise<void> {
  site.dev.host.damageKvs({
    entity: 'customer',
    key: await digest(name.toLowerCase()),
    value: { name, segment, weight: 2, revenue: 1_200_000 },
  });
}

describe('a table of 100,000 customers', () => {
  let site: SettingsSite;
  beforeAll(async () => {
    site = await aSite();
  });

  /** With what it cost and how large it is. */
  const asked = async <T>(work: () => Promise<T>) => {
    const { kvsReads } = site.dev.host.invocations.totals();
    const answer = await work();
    return {
      answer,
      reads: site.dev.host.invocations.totals().kvsReads - kvsReads,
      bytes: JSON.stringify(answer).length,
    };
  };

  it('opens with its beginning, at a cost that does not grow with it', async () => {
    const { answer, reads, bytes } = await asked<CustomersView>(() =>
      site.get('ada', 'customers.list', SITE),
    );
    expect(answer.customers).toHaveLength(1_000);
    expect(answer.customers[0]?.name).toBe(nameOf(0));
    expect(answer.next).toBe(nameOf(999));
    expect(answer.mapping).toMatchObject({ whole: false });
    // Who is in the table, wherever it stands there, is no stranger.
    expect(answer.strangers.map(({ name }) => name)).toEqual(['Nobody knows']);
    expect(reads).toBeLessThan(60);
    expect(bytes).toBeLessThan(500_000);
  });

  it('goes on where the part before ended, to its end', async () => {
    const { answer, reads } = await asked<CustomersFound>(() =>
      site.get('ada', 'customers.find', { ...SITE, begins: '', after: nameOf(999) }),
    );
    expect(answer.customers.map(({ name }) => name)).toEqual(
      Array.from({ length: 1_000 }, (_, n) => nameOf(1_000 + n)),
    );
    expect(answer.next).toBe(nameOf(1_999));
    expect(reads).toBeLessThan(60);
    expect(
      await site.get('ada', 'customers.find', { ...SITE, begins: '', after: nameOf(MANY - 3) }),
    ).toMatchObject({
      customers: [{ name: nameOf(MANY - 2) }, { name: nameOf(MANY - 1), issues: 1 }, {}, {}],
      next: null,
    });
  });

  it.each([
    ['zeta o’neill', ['Zeta O’Neill & Söhne']],
    ['ZETA O’NEILL & SÖHNE', ['Zeta O’Neill & Söhne']],
    ['  customer 09999 ', Array.from({ length: 10 }, (_, n) => nameOf(99_990 + n))],
    ['CUSTOMER 099999', [nameOf(MANY - 1)]],
    ['mcdon', ['McDonald & eBay']],
    ['nobody', []],
  ])('finds those whose names begin with %s, in any writing', async (begins, names) => {
    const { answer, reads } = await asked<CustomersFound>(() =>
      site.get('ada', 'customers.find', { ...SITE, begins, after: null }),
    );
    expect(answer).toMatchObject({ next: null });
    expect(answer.customers.map(({ name }) => name)).toEqual(names);
    expect(reads).toBeLessThan(60);
  });

  it('is told to who administers a project as far as they see customers named', async () => {
    const { answer } = await asked<CustomersView>(() =>
      site.get('pam', 'customers.list', { project: 'PAY' }),
    );
    expect(answer).toMatchObject({ customers: [{ name: nameOf(MANY - 1) }], next: null });
    for (const begins of ['', 'cust'])
      expect(
        await site.get('pam', 'customers.find', { project: 'PAY', begins, after: null }),
      ).toMatchObject({ customers: [{ name: nameOf(MANY - 1) }], next: null });
    expect(
      await site.get('pam', 'customers.find', { project: 'PAY', begins: 'zeta', after: null }),
    ).toMatchObject({ customers: [] });
  });
});
