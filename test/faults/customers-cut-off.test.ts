import type { Ask, Question } from '../../src/contract';
import { PAY, settingsSite, type SettingsSite } from '../app/settings-site';

const CUSTOMER = { id: 'customfield_20', name: 'Customer', type: 'string' } as const;
const cells = (name: string, weight: string) => ({ name, segment: '', weight, revenue: '' });
const CUSTOMERS = ['Acme', 'Globex', 'Initech'] as const;
/** So many that storage writes them in two parts, the last of the three in the second. */
const MANY = ['Acme', 'Globex', ...Array.from({ length: 25 }, (_, n) => `Nobody ${n}`), 'Initech'];

/** Three pieces of work, each with a ticket of a customer of its own; Acme and Globex weigh 4. */
async function aSite(): Promise<SettingsSite> {
  const site = settingsSite(
    [
      {},
      {},
      {},
      ...CUSTOMERS.map((customer, at) => ({
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
  for (const at of [1, 2, 3]) await site.link('Relates', `PAY-${at}`, `SUP-${at}`);
  await site.settle();
  await site.get('ada', 'customers.import', {
    rows: [
      { row: 2, ...cells('Acme', '4') },
      { row: 3, ...cells('Globex', '4') },
    ],
    apply: true,
    leaveOut: false,
  });
  await site.settle();
  return site;
}

const scores = (site: SettingsSite) =>
  Promise.all([1, 2, 3].map(async (at) => (await site.fields(`PAY-${at}`)).score));
const weights = async (site: SettingsSite) =>
  Object.fromEntries(
    (await site.get('ada', 'customers.list', { project: null })).customers.map(
      ({ name, weight }) => [name, weight],
    ),
  );

interface Change<Q extends Question> {
  readonly question: Q;
  readonly payload: Ask<Q>;
  readonly wanted: Readonly<Record<string, number>>;
}
const change = <Q extends Question>(
  question: Q,
  payload: Ask<Q>,
  wanted: Change<Q>['wanted'],
): Change<Question> => ({ question, payload, wanted });

const changes: Readonly<Record<string, Change<Question>>> = {
  'an import': change(
    'customers.import',
    {
      rows: MANY.map((name, at) => ({ row: at + 2, ...cells(name, '9') })),
      apply: true,
      leaveOut: false,
    },
    Object.fromEntries(MANY.map((name) => [name, 9])),
  ),
  'a saved customer': change(
    'customers.save',
    { was: null, ...cells('Acme', '9') },
    { Acme: 9, Globex: 4 },
  ),
  'a new name': change(
    'customers.save',
    { was: 'Acme', ...cells('Initech', '4') },
    { Initech: 4, Globex: 4 },
  ),
  'a removal': change('customers.remove', { names: ['Acme', 'Globex'] }, {}),
};

/** What a site has whose table was so from the beginning: every issue is scored with it. */
async function freshScores(site: SettingsSite) {
  await site.get('ada', 'job.start', { ...PAY, jql: '' });
  await site.settle();
  return scores(site);
}

/** Does it with its process killed at its n-th call, and tells how many there were and whether it came through. */
async function cutAt(
  site: SettingsSite,
  { question, payload }: Change<Question>,
  n: number,
  end: 'before' | 'after',
) {
  let calls = 0;
  site.dev.host.interrupt((functionKey) => {
    if (functionKey !== 'resolver') return null;
    calls += 1;
    return calls === n ? end : null;
  });
  const whole = site.get('ada', question, payload).then(
    () => true,
    () => false,
  );
  await site.settle();
  const done = await whole;
  site.dev.host.interrupt(null);
  return { calls, done };
}

describe.each(Object.entries(changes))('%s of the table of customers', (_name, one) => {
  const everyCut = async (check: (site: SettingsSite) => Promise<void>) => {
    const { calls } = await cutAt(await aSite(), one, -1, 'after');
    for (let n = 1; n <= calls; n += 1) {
      for (const end of n === 1 ? (['before', 'after'] as const) : (['after'] as const)) {
        const site = await aSite();
        expect((await cutAt(site, one, n, end)).done).toBe(false);
        await check(site);
        const shown = await scores(site);
        expect({ n, end, shown }).toEqual({ n, end, shown: await freshScores(site) });
      }
    }
  };

  it('is finished by trying again, wherever it was cut off: the table is as wanted and every issue is scored with it', async () => {
    await everyCut(async (site) => {
      await site.get('ada', one.question, one.payload);
      await site.settle();
      expect(await weights(site)).toEqual(one.wanted);
    });
  }, 120_000);

  it('leaves no issue with an older weight after the hourly run, if nobody tries again', async () => {
    await everyCut(async (site) => {
      await site.dev.clock.sleep(50 * 60_000);
      await site.dev.host.runSchedule('hourly');
      await site.settle();
    });
  }, 120_000);
});

describe('as many customers with long names as one import takes', () => {
  it('are kept and have their issues scored again, and what stands of the work meanwhile fits into storage', async () => {
    const site = await aSite();
    const rows = [
      ...Array.from({ length: 2_999 }, (_, n) => ({
        row: n + 2,
        ...cells(`${'N'.repeat(80)}${String(n).padStart(5, '0')}`, '2'),
      })),
      { row: 3_001, ...cells('Initech', '9') },
    ];
    const before = await scores(site);
    expect(
      await site.get('ada', 'customers.import', { rows, apply: true, leaveOut: false }),
    ).toMatchObject({ applied: true, problems: [] });
    expect(
      Math.max(...[...site.dev.host.dumpKvs()].map(({ value }) => JSON.stringify(value).length)),
    ).toBeLessThan(100_000);
    await site.settle();
    const after = await scores(site);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).toBeGreaterThan(before[2] ?? NaN);
    expect(
      [...site.dev.host.dumpKvs()].filter(({ key }) => key.startsWith('owed-customers:')),
    ).toEqual([]);
  });
});
