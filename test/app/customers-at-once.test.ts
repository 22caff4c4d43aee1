import { settingsSite, type SettingsSite } from './settings-site';

const cells = (name: string, weight = '') => ({ name, segment: '', weight, revenue: '' });

interface Reply {
  readonly ok: boolean;
}

/** The reply as it came, a refusal too. */
async function save(site: SettingsSite, payload: object): Promise<Reply> {
  return (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: 'customers.save',
    payload,
    context: {},
    accountId: 'acc-ada',
  })) as Reply;
}

async function aSite(...names: readonly string[]) {
  const site = settingsSite([{}]);
  site.dev.announceInstalled();
  await site.settle();
  for (const name of names)
    await site.get('ada', 'customers.save', { ...cells(name, '2'), was: null });
  return {
    site,
    kept: async () =>
      (await site.get('ada', 'customers.list', { project: null })).customers.map(
        ({ name, weight }) => `${name} ${String(weight)}`,
      ),
  };
}

describe('two who change customers at once', () => {
  it('do not rename two customers to one name: the second is told', async () => {
    const { site, kept } = await aSite('Acme', 'Bolt');
    const replies = await Promise.all(
      ['Acme', 'Bolt'].map((was) => save(site, { ...cells('Cent', '2'), was })),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({
      refusal: { what: 'There is a customer called Cent already' },
    });
    const all = await kept();
    expect(all).toHaveLength(2);
    expect(all).toContain('Cent 2');
  });

  it('do not overwrite each other: the second hears of the first', async () => {
    const { site, kept } = await aSite('Acme');
    const replies = await Promise.all(
      ['3', '4'].map((weight) => save(site, { ...cells('Acme', weight), was: null })),
    );
    const won = replies.findIndex(({ ok }) => ok);
    expect(replies[1 - won]).toMatchObject({
      ok: false,
      refusal: { what: 'Somebody else changed Acme at the same moment' },
    });
    expect(await kept()).toEqual([`Acme ${['3', '4'][won] ?? ''}`]);
  });

  it('both get through with different customers, and with the same wish', async () => {
    const { site, kept } = await aSite();
    const replies = await Promise.all(
      ['Acme', 'Bolt', 'Bolt'].map((name) => save(site, { ...cells(name, '5'), was: null })),
    );
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await kept()).toEqual(['Acme 5', 'Bolt 5']);
  });
});

describe('a form that was open for a while', () => {
  const seen = { segment: null, weight: 2, revenue: null };

  it('keeps what nobody else touched, and other customers may change meanwhile', async () => {
    const { site, kept } = await aSite('Acme', 'Bolt');
    await save(site, { ...cells('Bolt', '9'), was: 'Bolt', seen });
    expect(await save(site, { ...cells('Acme', '3'), was: 'Acme', seen })).toMatchObject({
      ok: true,
    });
    expect(await kept()).toEqual(['Acme 3', 'Bolt 9']);
  });

  it('does not write over what somebody else changed since, and says what', async () => {
    const { site, kept } = await aSite('Acme');
    await save(site, { ...cells('Acme', '9'), was: 'Acme', seen });
    for (const name of ['Acme', 'Acme Ltd'])
      expect(await save(site, { ...cells(name, '3'), was: 'Acme', seen })).toMatchObject({
        ok: false,
        refusal: {
          kind: 'invalid',
          what: 'Somebody else changed Acme since you opened it: weight is 9 by now',
        },
      });
    expect(await kept()).toEqual(['Acme 9']);
  });

  it('does not bring back who was removed or renamed since', async () => {
    const { site, kept } = await aSite('Acme');
    await save(site, { ...cells('Acme Ltd', '2'), was: 'Acme', seen });
    expect(await save(site, { ...cells('Acme', '3'), was: 'Acme', seen })).toMatchObject({
      ok: false,
      refusal: { what: 'Somebody else removed Acme since you opened it' },
    });
    expect(await kept()).toEqual(['Acme Ltd 2']);
  });

  it('does not take a new customer over one whom somebody else added since', async () => {
    const { site, kept } = await aSite('Acme');
    expect(await save(site, { ...cells('acme', '3'), was: null, seen: null })).toMatchObject({
      ok: false,
      refusal: { what: 'There is a customer called Acme already' },
    });
    expect(await kept()).toEqual(['Acme 2']);
  });

  it('may be saved twice: what stands there as the person wants it is no news', async () => {
    const { site, kept } = await aSite('Acme');
    for (let n = 0; n < 2; n++)
      expect(await save(site, { ...cells('Acme Ltd', '3'), was: 'Acme', seen })).toMatchObject({
        ok: true,
      });
    expect(await kept()).toEqual(['Acme Ltd 3']);
  });
});
