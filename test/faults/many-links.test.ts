import type { CustomerUpdateView } from '../../src/contract/customer-update';
import type { ScoreView } from '../../src/contract/score';
import type { PostMortemView } from '../../src/core/post-mortem/view';
import { answer } from '../app/separate-people';
import { QUESTIONS } from '../app/refused-questions';
import { smallSite, type SmallSite } from '../app/small-site';

const MANY = 5_000;
/** Points of Jira's quota that one look, or one deed with the scoring that comes of it, may cost: a hundredth of an hour's 65,000. */
const MOST_POINTS = 1_000;
const MOST_CALLS = 40;
const PAY_1 = { issueId: '10001' };

/** Every other one is an incident; all are closed and old but the last two, of which nobody would think first. */
async function aSite(): Promise<SmallSite> {
  const others = Array.from({ length: MANY }, (_, n) => {
    const shared = {
      statusName: n < MANY - 2 ? 'Done' : 'To Do',
      created: '2026-11-02T09:00:00.000+0000',
      ...(n < MANY - 2 && { resolutiondate: '2026-11-03T09:00:00.000+0000' }),
    };
    return n % 2 === 0
      ? { ...shared, key: `SUP-${n + 1}`, projectKey: 'SUP', typeName: 'Support request' }
      : {
          ...shared,
          key: `INC-${n + 1}`,
          projectKey: 'INC',
          typeName: 'Incident',
          priority: n === MANY - 1 ? 'Highest' : 'Low',
        };
  });
  const site = smallSite(
    [{ key: 'PAY-1' }, ...others],
    others.map(({ key }) => ({
      typeName: 'Relates',
      sourceKey: 'PAY-1',
      destinationKey: key,
    })),
  );
  await site.edit('PAY-1', { priority: { name: 'High' } });
  await site.settle();
  return site;
}

/** What was spent while it worked, with all that the queue does for it. */
async function costOf(site: SmallSite, work: () => Promise<unknown>) {
  const before = site.dev.host.invocations.totals();
  await work();
  await site.settle();
  const after = site.dev.host.invocations.totals();
  return { points: after.points - before.points, calls: after.jiraCalls - before.jiraCalls };
}

describe('an issue with 5,000 linked incidents and requests', () => {
  let site: SmallSite;
  beforeAll(async () => {
    site = await aSite();
  }, 120_000);

  it('is scored by those that say most, and says how many were not looked at', async () => {
    expect(await site.fields('PAY-1')).toMatchObject({ lane: 'hot fix' });
    const view = await answer<ScoreView>(site, site.dev.adminId, 'score.view', PAY_1);
    const said = JSON.stringify(view);
    expect(said).toContain(`INC-${MANY}`);
    const leftOut = { kind: 'leftOut', count: MANY / 2 - 200 };
    for (const id of ['incidents', 'demand'])
      expect(view).toMatchObject({
        lines: expect.arrayContaining([
          expect.objectContaining({ id, from: expect.arrayContaining([leftOut]) as unknown }),
        ]) as unknown,
      });
  });

  it.each(Object.entries(QUESTIONS).filter(([, { right }]) => right === 'issue'))(
    'costs a bounded part of the quota: %s',
    async (question, { payload }) => {
      const { points, calls } = await costOf(site, () =>
        site.dev.host.invoke({
          resolverFunction: 'resolver',
          functionKey: question,
          payload: { ...payload, ...(question === 'update.send' && { keys: [`SUP-${MANY - 1}`] }) },
          context: {},
          accountId: site.dev.adminId,
        }),
      );
      expect(points).toBeLessThan(MOST_POINTS);
      expect(calls).toBeLessThan(MOST_CALLS);
    },
  );

  it('costs as little when it is edited', async () => {
    const { points } = await costOf(site, () =>
      site.edit('PAY-1', { priority: { name: 'Medium' } }),
    );
    expect(points).toBeLessThan(MOST_POINTS);
  });

  it('lists as many requests as one update goes to, and says how many more there are', async () => {
    const update = await answer<CustomerUpdateView>(site, site.dev.adminId, 'update.view', PAY_1);
    expect(update.requests).toHaveLength(100);
    expect(update.more).toBe(MANY / 2 - 100);
    // It was told above: what was told nothing yet comes first.
    expect(update.requests.map(({ key }) => key)).not.toContain(`SUP-${MANY - 1}`);
  });

  it('has a post-mortem that says how many more are linked', async () => {
    const { hidden, incidents } = await answer<PostMortemView>(
      site,
      site.dev.adminId,
      'postmortem.view',
      PAY_1,
    );
    expect(incidents.map(({ key }) => key)).toContain(`INC-${MANY}`);
    expect(hidden).toMatch(/more linked issues left out$/u);
    expect(hidden).not.toMatch(/hidden from you/u);
  });
});
