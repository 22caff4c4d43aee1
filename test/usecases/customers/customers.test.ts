import { removeCustomers, saveCustomer } from '../../../src/usecases/customers/change-customer';
import { listCustomers } from '../../../src/usecases/customers/list-customers';
import { importCustomers } from '../../../src/usecases/customers/import';
import { Declined, Forbidden } from '../../../src/usecases/ports/failures';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import {
  aViewer,
  anIssue,
  inMemoryWorld,
  linkBoth,
  NOW,
  type InMemoryWorld,
} from '../in-memory-world';

const admin = aViewer({ permissions: ['ADMINISTER', 'ADMINISTER_PROJECTS'] });
const projectAdmin = aViewer({ permissions: ['ADMINISTER_PROJECTS'] });
const cells = (
  name: string,
  more: { segment?: string; weight?: string; revenue?: string } = {},
) => ({ name, segment: '', weight: '', revenue: '', ...more });
const changing = (world: InMemoryWorld, viewer = admin) => ({ me: 'ann', viewer, world, now: NOW });

/** PAY-1 has a ticket that names nobody but its reporter. */
async function site(): Promise<InMemoryWorld> {
  const [work, ticket] = linkBoth(
    anIssue('PAY-1'),
    'relates to',
    anIssue('SUP-9', {
      type: { name: 'Support request', level: 0 },
      reporter: { id: 'acc-1', name: 'AH' },
    }),
  );
  const world = inMemoryWorld([work, ticket, anIssue('PAY-2')]);
  await scoreIssues([...world.jira.keys()], world, NOW);
  return world;
}

describe('the table of customers', () => {
  it('shows what a customer weighs with its segment, and how many open issues name it', async () => {
    const world = await site();
    await saveCustomer(
      cells('ACC-1', { segment: 'Enterprise', weight: '1.5' }),
      { was: null },
      changing(world),
    );
    const {
      customers: [one],
      strangers,
    } = await listCustomers('PAY', projectAdmin, world);
    expect(one).toMatchObject({ name: 'ACC-1', weight: 1.5, issues: 1 });
    expect(one?.counts).toBeGreaterThan(0);
    expect(strangers).toEqual([]);
  });

  it('lists nobody who merely reported a request as a customer', async () => {
    const { strangers, reporters, looked, complete, mayChange } = await listCustomers(
      'PAY',
      projectAdmin,
      await site(),
    );
    expect({ strangers, reporters }).toEqual({ strangers: [], reporters: 1 });
    expect({ looked, complete, mayChange }).toEqual({
      looked: 2,
      complete: true,
      mayChange: false,
    });
  });

  it('tells segments that the rubric gives no weight', async () => {
    const world = await site();
    await saveCustomer(cells('Pier 9', { segment: 'martian' }), { was: null }, changing(world));
    expect((await listCustomers(null, admin, world)).mapping.unweighted).toEqual(['martian']);
  });

  it('keeps a customer under a new name, and the old one is gone', async () => {
    const world = await site();
    await saveCustomer(cells('Pier 9', { weight: '2' }), { was: null }, changing(world));
    expect(
      await saveCustomer(cells('Pier Nine', { weight: '2' }), { was: 'Pier 9' }, changing(world)),
    ).toEqual({ ok: true, rescoring: true });
    expect([...world.outside.table.values()].map(({ name }) => name)).toEqual(['Pier Nine']);
    await saveCustomer(cells('Dock'), { was: null }, changing(world));
    await expect(
      saveCustomer(cells('dock'), { was: 'Pier Nine' }, changing(world)),
    ).rejects.toThrow(Declined);
  });

  it('says what is wrong with an entry and what to write instead, and keeps nothing of it', async () => {
    const world = await site();
    const saved = await saveCustomer(
      cells('Pier 9', { weight: 'heavy' }),
      { was: null },
      changing(world),
    );
    expect(saved).toMatchObject({
      ok: false,
      problem: 'weight is no number from 0 to 100',
      advice: expect.stringContaining('2.5') as string,
    });
    expect(world.outside.table.size).toBe(0);
  });

  it('rescores nothing when an entry is saved as it was', async () => {
    const world = await site();
    await saveCustomer(cells('Pier 9', { weight: '2' }), { was: null }, changing(world));
    expect(
      await saveCustomer(cells('Pier 9', { weight: '2.0' }), { was: 'Pier 9' }, changing(world)),
    ).toEqual({ ok: true, rescoring: false });
  });

  it('forgets a customer', async () => {
    const world = await site();
    await saveCustomer(cells('Pier 9'), { was: null }, changing(world));
    await removeCustomers(['pier 9'], changing(world));
    expect(world.outside.table.size).toBe(0);
  });

  it('is changed by Jira administrators and seen by project administrators, and by nobody else', async () => {
    const world = await site();
    await expect(
      saveCustomer(cells('Pier 9'), { was: null }, changing(world, projectAdmin)),
    ).rejects.toThrow(Forbidden);
    await expect(removeCustomers(['Pier 9'], changing(world, projectAdmin))).rejects.toThrow(
      Forbidden,
    );
    await expect(listCustomers('PAY', aViewer(), world)).rejects.toThrow(Forbidden);
    await expect(listCustomers(null, projectAdmin, world)).rejects.toThrow(Forbidden);
  });
});

describe('an import of customers', () => {
  const rows = [
    { row: 2, ...cells('Pier 9', { weight: '2' }) },
    { row: 3, ...cells('Dock', { weight: 'x' }) },
  ];

  it('only looks until it is told to apply', async () => {
    const world = await site();
    expect(
      await importCustomers(rows.slice(0, 1), { apply: false, leaveOut: false }, changing(world)),
    ).toMatchObject({
      applied: false,
      added: [{ name: 'Pier 9', segment: null, weight: 2, revenue: null }],
    });
    expect(world.outside.table.size).toBe(0);
  });

  it('changes nothing when a row has a problem, unless such rows are left out on purpose', async () => {
    const world = await site();
    expect(
      await importCustomers(rows, { apply: true, leaveOut: false }, changing(world)),
    ).toMatchObject({ applied: false, problems: [{ row: 3 }] });
    expect(world.outside.table.size).toBe(0);
    expect(
      await importCustomers(rows, { apply: true, leaveOut: true }, changing(world)),
    ).toMatchObject({ applied: true });
    expect([...world.outside.table.keys()]).toEqual(['pier 9']);
  });

  it('says of a known customer what would change', async () => {
    const world = await site();
    await importCustomers(rows.slice(0, 1), { apply: true, leaveOut: false }, changing(world));
    const again = await importCustomers(
      [{ row: 2, ...cells('Pier 9', { weight: '3', segment: 'growth' }) }],
      { apply: false, leaveOut: false },
      changing(world),
    );
    expect(again.changed).toEqual([
      { name: 'Pier 9', what: ['segment none → growth', 'weight 2 → 3'] },
    ]);
  });
});
