import { newJob, type Job, type Step } from '../../src/core/jobs/job';
import { smallSite, type SmallSite } from './small-site';

/** As versions of the app wrote it that called a request a mark, and one that the ledger suffices for a held one. */
function leaveMark(site: SmallSite, issueId: string, kind: 'read' | 'held'): void {
  site.dev.host.damageKvs({
    entity: 'mark',
    key: `${issueId}:${kind}`,
    value: { issueId, kind, token: `${kind}-earlier`, drain: 0, shelf: 'all', at: 1_700_000_000 },
  });
}

const stored = (site: SmallSite, entity: string | null) =>
  [...site.dev.host.dumpKvs()].filter((entry) => entry.entity === entity);

describe('requests to score that an earlier version has left', () => {
  it('are served by the next run and cleared', async () => {
    const site = smallSite([{ priority: 'High' }, { priority: 'Low' }]);
    site.dev.announceInstalled();
    await site.settle();
    const ids = stored(site, 'ledger').map(({ key }) => key);
    expect(ids).toHaveLength(2);
    for (const id of ids) {
      leaveMark(site, id, 'read');
      leaveMark(site, id, 'held');
    }
    await site.edit('PAY-1', { priority: { name: 'Low' } });
    await site.settle();
    expect(stored(site, 'mark')).toEqual([]);
  });

  it('could be read by that version again: runs are noted in its words', async () => {
    const site = smallSite([{ priority: 'High' }]);
    site.dev.announceInstalled();
    await site.edit('PAY-1', { priority: { name: 'Low' } });
    await site.settle();
    const [noted] = stored(site, null).filter(({ key }) => key === 'wake:drain');
    expect(noted?.value).toEqual({
      drains: expect.any(Number) as number,
      echo: null,
      busyUntil: expect.any(Number) as number,
      begun: expect.any(Array) as unknown[],
    });
  });
});

/** A place of the storage's own, of a page that was read hours ago by a version that kept such places. */
const CURSOR = Buffer.from(
  JSON.stringify(['by-shelf-issue', '["open"]', '10002', '10002']),
).toString('base64url');

describe('a job that an earlier version has left in the middle of the ledger', () => {
  async function takenUp(steps: readonly Step[], left: Partial<Job>): Promise<[SmallSite, Job]> {
    const site = smallSite([{ priority: 'High' }, { priority: 'Low' }, { priority: 'Low' }]);
    site.dev.announceInstalled();
    await site.settle();
    const begun = new Date(site.dev.clock.now() - 3 * 3_600_000);
    const job = {
      ...newJob({ id: 'left', scope: 'upkeep', cause: 'daily', steps }, begun),
      cursor: CURSOR,
      ...left,
    };
    const order = { scope: job.scope, wish: 'run', job };
    site.dev.host.damageKvs({ entity: null, key: 'job-order:upkeep', value: order });
    site.dev.host.damageKvs({ entity: null, key: 'job:left', value: job });
    await site.dev.host.runSchedule('hourly');
    await site.settle();
    const kept = stored(site, null).find(({ key }) => key === 'job:left');
    return [site, kept?.value as Job];
  }

  it('counts the ledger anew, and not twice', async () => {
    const [site, job] = await takenUp(['tally', 'compare'], { tally: { PAY: 2 } });
    expect(job).toMatchObject({
      finishedAt: expect.any(String) as string,
      note: null,
      tally: {},
      done: 0,
    });
    expect(site.dev.host.invocations.totals().failed).toBe(0);
  });

  it.each<Step>(['ledger', 'sweep', 'wake', 'customers'])(
    'goes through all of it again: %s',
    async (step) => {
      const [, job] = await takenUp([step], {});
      expect(job).toMatchObject({ finishedAt: expect.any(String) as string, note: null });
      if (step !== 'wake' && step !== 'sweep') expect(job.done).toBe(3);
    },
  );
});
