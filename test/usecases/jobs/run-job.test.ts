import { Forbidden, Limited } from '../../../src/usecases/ports/failures';
import { requestJob, retryFailed, steerJob, viewJob } from '../../../src/usecases/jobs/control-job';
import { jobSteps } from '../../../src/entrypoints/job-steps';
import { runJob } from '../../../src/usecases/jobs/run-job';
import { backlogJql, readingJob, startJob } from '../../../src/usecases/jobs/start-job';
import {
  aViewer,
  anIssue,
  inMemoryWorld,
  linkBoth,
  marked,
  NOW,
  type InMemoryWorld,
} from '../in-memory-world';

const issues = Array.from({ length: 5 }, (_, n) => anIssue(`PAY-${n + 1}`));
const admin = aViewer({ permissions: ['ADMINISTER', 'ADMINISTER_PROJECTS'] });
const ada = { viewer: admin, me: 'ada' };
const aJob = readingJob(null, { id: 'job', cause: 'installed' }, NOW);

/** Delivers what is on the backlog queue until nothing is. */
async function deliverAll(
  world: InMemoryWorld,
  deliver: (work: () => Promise<void>) => Promise<void> = (work) => work(),
): Promise<void> {
  for (let deliveries = 0; deliveries < 50; deliveries++) {
    const at = world.engine.requests.findIndex(({ kind }) => kind === 'job');
    const [request] = at < 0 ? [] : world.engine.requests.splice(at, 1);
    if (request?.kind !== 'job') return;
    await deliver(() => runJob(request, jobSteps, world, NOW));
  }
}

/** A world whose invocations have time for one page each: whoever looks at the clock again sees it nearly run out. */
function hurried(world: InMemoryWorld): InMemoryWorld {
  let looks = 0;
  const { push } = world.queue;
  return {
    ...world,
    remainingMs: () => (looks++ === 0 ? 200_000 : 10_000),
    queue: {
      push: async (all) => {
        looks = 0;
        await push(all);
      },
    },
  };
}

describe('a job', () => {
  it('takes every open issue and counts them', async () => {
    const world = inMemoryWorld([
      ...issues,
      anIssue('PAY-9', { status: { name: 'Done', category: 'done' } }),
    ]);
    await startJob(aJob, world);
    await deliverAll(world);
    expect([...world.entries.values()].map(({ key }) => key).sort()).toEqual(
      issues.map(({ key }) => key),
    );
    expect(world.engine.jobRecords.get('job')).toMatchObject({
      done: 5,
      changed: 5,
      failed: 0,
      finishedAt: NOW.toISOString(),
    });
    expect(world.engine.covered.get('site')).toEqual({ issues: 5, at: NOW.toISOString() });
  });

  it('goes back on the queue before its time is up, and an older delivery does nothing more', async () => {
    const world = hurried(inMemoryWorld(issues));
    await startJob(aJob, world);
    let deliveries = 0;
    await deliverAll(world, async (work) => {
      deliveries += 1;
      await work();
      await work();
    });
    expect(deliveries).toBeGreaterThan(2);
    expect(world.written).toHaveLength(5);
    expect(world.engine.jobRecords.get('job')?.done).toBe(5);
  });

  it('waits as long as it is told to, and says what for', async () => {
    const world = inMemoryWorld(issues);
    await startJob(aJob, world);
    world.failNext.fieldWrite = new Limited(1_200, "This hour's share is used up");
    const [request] = world.engine.requests.splice(0, 1);
    if (request?.kind === 'job') await runJob(request, jobSteps, world, NOW);
    expect(world.engine.requests).toEqual([
      { kind: 'job', scope: 'site', jobId: 'job', turn: 1, delay: 900 },
    ]);
    expect(await viewJob(null, ada, world, NOW)).toMatchObject({
      state: 'waiting',
      job: { note: "This hour's share is used up", done: 0 },
    });
    await deliverAll(world);
    expect(await viewJob(null, ada, world, NOW)).toMatchObject({
      state: 'finished',
      job: { done: 5, note: null },
    });
  });

  it('stops when it is paused or cancelled, and goes on where it was', async () => {
    const world = hurried(inMemoryWorld(issues));
    await startJob(aJob, world);
    await steerJob({ project: null, wanted: 'pause' }, ada, world, NOW);
    await deliverAll(world);
    expect(world.written).toEqual([]);
    await steerJob({ project: null, wanted: 'run' }, ada, world, NOW);
    await deliverAll(world);
    expect(world.written).toHaveLength(5);
    await requestJob({ project: null, jql: '' }, ada, world, NOW);
    await steerJob({ project: null, wanted: 'cancel' }, ada, world, NOW);
    await deliverAll(world);
    expect((await viewJob(null, ada, world, NOW))?.state).toBe('cancelled');
    await expect(steerJob({ project: null, wanted: 'run' }, ada, world, NOW)).rejects.toThrow(
      'start it anew',
    );
  });

  it('gives way to a newer one of the same scope', async () => {
    const world = hurried(inMemoryWorld(issues));
    await startJob(aJob, world);
    await startJob({ ...aJob, id: 'newer' }, world);
    await deliverAll(world);
    expect(world.engine.jobRecords.get('job')).toBeUndefined();
    expect(world.engine.jobRecords.get('newer')?.finishedAt).not.toBeNull();
  });

  it('lists the issues that cannot be done with the reason, does all others, and tries only those again', async () => {
    const world = inMemoryWorld(issues);
    const broken = issues[2]?.id ?? '';
    const { write } = world.fieldWriter;
    const refusing: InMemoryWorld = {
      ...world,
      fieldWriter: {
        ...world.fieldWriter,
        write: async (changes, fields) => {
          if (changes.some(({ issueId }) => issueId === broken))
            throw new Forbidden('Jira refuses this one');
          return write(changes, fields);
        },
      },
    };
    await startJob(aJob, refusing);
    await deliverAll(refusing);
    expect(world.engine.jobRecords.get('job')).toMatchObject({
      done: 5,
      failed: 1,
      failures: [{ id: broken, key: 'PAY-3', why: 'Jira refuses this one' }],
    });
    expect(world.written).toHaveLength(4);
    await retryFailed(null, ada, world, NOW);
    await deliverAll(world);
    expect(world.written).toHaveLength(5);
  });

  it('that names its issues reads the ledger once for all of them', async () => {
    const world = inMemoryWorld(issues);
    await startJob(aJob, world);
    await deliverAll(world);
    const ids = issues.map(({ id }) => id);
    const reads: string[][] = [];
    const counting: InMemoryWorld = {
      ...world,
      ledger: {
        ...world.ledger,
        read: async (asked) => {
          reads.push([...asked]);
          return world.ledger.read(asked);
        },
      },
    };
    await startJob({ ...aJob, id: 'named', steps: ['ids'], ids }, counting);
    await deliverAll(counting);
    expect(world.engine.jobRecords.get('named')).toMatchObject({ done: 5, failed: 0 });
    expect(reads).toEqual([ids]);
  });

  it('scores a blocker again, from the ledger, when the issue it blocks is scored later', async () => {
    const [blocker, blocked] = linkBoth(
      anIssue('PAY-1', { priority: 'Low' }),
      'blocks',
      anIssue('PAY-8', { priority: 'Highest' }),
    );
    const world = hurried(inMemoryWorld([blocker, ...issues.slice(1), blocked]));
    await startJob(aJob, world);
    await deliverAll(world);
    expect(marked(world)).toEqual([blocker.id]);
    expect([...world.engine.rescoreRequests.values()].map(({ kind }) => kind)).toEqual(['ledger']);
  });

  it('is steered by administrators alone', async () => {
    const world = inMemoryWorld(issues);
    await expect(
      requestJob({ project: 'PAY', jql: '' }, { viewer: aViewer(), me: 'eve' }, world, NOW),
    ).rejects.toThrow(Forbidden);
    await expect(
      steerJob(
        { project: 'PAY', wanted: 'cancel' },
        { viewer: aViewer({ permissions: ['BROWSE_PROJECTS'] }), me: 'bob' },
        world,
        NOW,
      ),
    ).rejects.toThrow(Forbidden);
    expect(world.engine.orders.size).toBe(0);
  });

  it('quotes a project key in its search, whatever stands in it', () => {
    expect(backlogJql('A"B')).toContain('project = "A\\"B" AND');
    expect(backlogJql(null)).toMatch(/^statusCategory != Done ORDER BY/u);
  });
});
