import { aReport } from '../../../src/core/evidence-feeds/report';
import { Forbidden } from '../../../src/usecases/ports/failures';
import type { CustomerRow } from '../../../src/core/customers/customer-row';
import { importCustomers } from '../../../src/usecases/customers/import';
import { jobSteps } from '../../../src/entrypoints/job-steps';
import { runJob } from '../../../src/usecases/jobs/run-job';
import { recordEvidence } from '../../../src/usecases/evidence/record-reports';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import {
  aViewer,
  anIssue,
  inMemoryWorld,
  linkBoth,
  marked,
  NOW,
  type InMemoryWorld,
} from '../in-memory-world';

const admin = aViewer({ permissions: ['ADMINISTER'] });
const aRow = (row: number, name: string, given: Partial<CustomerRow> = {}): CustomerRow => ({
  row,
  name,
  segment: '',
  weight: '',
  revenue: '',
  ...given,
});

/** PAY-1 has a ticket of Harbour Coffee in Jira, PAY-2 one of Pier 9 from outside, PAY-3 none. */
async function site(): Promise<InMemoryWorld> {
  const [work, ticket] = linkBoth(
    anIssue('PAY-1'),
    'relates to',
    anIssue('SUP-9', {
      type: { name: 'Support request', level: 0 },
      reporter: { id: 'Harbour Coffee', name: 'HC' },
    }),
  );
  const world = inMemoryWorld([work, ticket, anIssue('PAY-2'), anIssue('PAY-3')]);
  const report = aReport({
    source: 'desk',
    externalId: '1',
    kind: 'support',
    occurred: NOW.getTime(),
    state: 'open',
    customer: 'Pier 9',
    issues: { keys: ['PAY-2'], whole: false },
  });
  await recordEvidence([report], async () => undefined, world);
  await scoreIssues([...world.jira.keys()], world, NOW);
  world.engine.rescoreRequests.clear();
  return world;
}

/** Imports, and walks through the ledger as the consumer does. */
async function imported(world: InMemoryWorld, ...rows: readonly CustomerRow[]) {
  const outcome = await importCustomers(
    rows,
    { apply: true, leaveOut: true },
    { me: 'ann', viewer: admin, world, now: NOW },
  );
  const order = await world.jobs.order('customers');
  if (order)
    await runJob({ scope: 'customers', jobId: order.job.id, turn: 0 }, jobSteps, world, NOW);
  return {
    ...outcome,
    keys: marked(world)
      .map((id) => world.jira.get(id)?.key)
      .sort(),
  };
}

describe('importing customers', () => {
  it('has exactly the issues scored again whose evidence names a changed customer', async () => {
    const world = await site();
    expect(
      await imported(
        world,
        aRow(1, 'harbour coffee', { weight: '2' }),
        aRow(2, 'Nobody in particular', { weight: '3' }),
      ),
    ).toMatchObject({
      added: [
        { name: 'harbour coffee', weight: 2 },
        { name: 'Nobody in particular', weight: 3 },
      ],
      changed: [],
      keys: ['PAY-1'],
    });
    world.engine.rescoreRequests.clear();
    expect((await imported(world, aRow(1, 'Pier 9', { segment: 'enterprise' }))).keys).toEqual([
      'PAY-2',
    ]);
  });

  it('scores nothing when the same table comes again', async () => {
    const world = await site();
    await imported(world, aRow(1, 'Pier 9', { weight: '2' }));
    world.engine.rescoreRequests.clear();
    expect(await imported(world, aRow(1, 'Pier 9', { weight: '2.0' }))).toMatchObject({
      added: [],
      changed: [],
      same: 1,
      keys: [],
    });
  });

  it('lets the customer weigh more in the score', async () => {
    const world = await site();
    const scoreOf = async (id: string): Promise<number> =>
      (await scoreIssues([id], world, NOW)).results[0]?.card?.score ?? NaN;
    const work = anIssue('PAY-1').id;
    const before = await scoreOf(work);
    await imported(world, aRow(1, 'Harbour Coffee', { weight: '5' }));
    expect(await scoreOf(work)).toBeGreaterThan(before);
  });

  it('names the rows that are wrong, and keeps the others', async () => {
    const world = await site();
    const outcome = await imported(
      world,
      aRow(1, ''),
      aRow(2, 'Pier 9', { weight: 'heavy' }),
      aRow(3, 'Pier 9', { revenue: '1,200,000' }),
      aRow(4, 'PIER 9'),
      aRow(5, 'Dock', { weight: '-1', revenue: 'x' }),
    );
    expect(outcome.problems.every(({ advice }) => advice.length > 20)).toBe(true);
    expect(outcome.problems.map(({ row, problem }) => ({ row, problem }))).toEqual([
      { row: 1, problem: 'name is empty' },
      { row: 2, problem: 'weight is no number from 0 to 100' },
      { row: 4, problem: 'this customer stands in an earlier row' },
      {
        row: 5,
        problem:
          'weight is no number from 0 to 100; revenue is no number from 0 to 1000000000000000',
      },
    ]);
    expect([...world.outside.table.values()]).toEqual([
      { name: 'Pier 9', segment: null, weight: null, revenue: 1_200_000 },
    ]);
  });

  it('is for administrators of Jira alone', async () => {
    const world = await site();
    await expect(
      importCustomers(
        [aRow(1, 'Pier 9')],
        { apply: true, leaveOut: false },
        { me: 'ann', viewer: aViewer(), world, now: NOW },
      ),
    ).rejects.toThrow(Forbidden);
    expect(world.outside.table.size).toBe(0);
  });
});
