import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { Forbidden, Limited } from '../../../src/usecases/ports/failures';
import { jobSteps } from '../../../src/entrypoints/job-steps';
import { runJob } from '../../../src/usecases/jobs/run-job';
import type { Job } from '../../../src/core/jobs/job';
import { AT_ONCE, previewRubric } from '../../../src/usecases/preview/preview-rubric';
import { cancelPreview, viewPreview, type Asker } from '../../../src/usecases/preview/preview-runs';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import {
  aViewer,
  anIssue,
  inMemoryWorld,
  linkBoth,
  NOW,
  type InMemoryWorld,
} from '../in-memory-world';

const admin = aViewer({ permissions: ['ADMINISTER', 'ADMINISTER_PROJECTS', 'BROWSE_PROJECTS'] });
const draft = {
  criteria: defaultRubric.criteria.map((one) =>
    one.id === 'priority' ? { ...one, weight: 2 } : one,
  ),
};
const proposed = { project: 'PAY', document: draft, inherits: [] };

/** A payment that waits for another, beside five ordinary ones. */
async function aScoredWorld(): Promise<InMemoryWorld> {
  const [blocker, blocked] = linkBoth(
    anIssue('PAY-1', { priority: 'Low' }),
    'blocks',
    anIssue('PAY-2', { priority: 'Highest', type: { name: 'Bug', level: 0 } }),
  );
  const issues = [
    blocker,
    blocked,
    ...['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((priority, n) =>
      anIssue(`PAY-${n + 3}`, { priority }),
    ),
  ];
  const world = inMemoryWorld(issues);
  await scoreIssues(
    issues.map(({ id }) => id),
    world,
    NOW,
  );
  world.engine.covered.set('PAY', { issues: issues.length, at: NOW.toISOString() });
  return world;
}

function asking(
  world: InMemoryWorld,
  { viewer = admin, blindTo = [] as readonly string[] } = {},
): Asker {
  const hidden = (id: string): boolean => blindTo.includes(world.jira.get(id)?.key ?? id);
  return {
    viewer,
    me: 'mara',
    jira: {
      issues: {
        ids: world.issues.ids,
        count: world.issues.count,
        page: (jql, cursor, fields) => world.issues.page(jql, cursor, fields),
        async find(wishes) {
          const { issues, gone } = await world.issues.find(
            wishes.filter((wish) => !hidden(wish)),
            [],
          );
          return { issues, gone: [...gone, ...wishes.filter(hidden)], unreadable: [] };
        },
      },
    },
  };
}

async function previewed(world: InMemoryWorld, context = asking(world)) {
  const answer = await previewRubric(proposed, context, world, NOW);
  if (!answer.ok || answer.preview === null) throw new Error(JSON.stringify(answer));
  return answer.preview;
}

describe('a preview while the rubric in force cannot be used', () => {
  /** Everything was scored by it, before a newer app found it wanting. */
  async function aBrokenWorld(): Promise<InMemoryWorld> {
    const world = await aScoredWorld();
    const publish = (bands: unknown, version: number) =>
      world.rubrics.publish(
        { project: 'PAY' },
        {
          document: { ...defaultRubric, version, bands },
          version,
          by: 'ann',
          reason: 'calmer',
          at: NOW.toISOString(),
        },
      );
    await publish(defaultRubric.bands, 1);
    await scoreIssues(
      [...world.jira.values()].map(({ id }) => id),
      world,
      NOW,
    );
    await world.rubrics.publish(
      { project: 'PAY' },
      {
        document: { ...defaultRubric, version: 1, bands: { immediate: 10, soon: 50, canWait: 90 } },
        version: 1,
        by: 'ann',
        reason: 'calmer',
        at: NOW.toISOString(),
      },
    );
    return world;
  }

  it('compares the draft with what was last recorded of each issue, and says so', async () => {
    const world = await aBrokenWorld();
    const answer = await previewRubric(
      { project: 'PAY', document: defaultRubric, inherits: [] },
      asking(world),
      world,
      NOW,
    );
    if (!answer.ok || answer.preview === null) throw new Error(JSON.stringify(answer));
    const { comparedWith, issues, pending, changes, movers, cost } = answer.preview;
    expect([comparedWith, issues, pending.issues, changes.any]).toEqual(['record', 7, 0, 0]);
    expect(movers).toEqual([]);
    expect(cost.because).toEqual([
      'the rubric in force cannot be used, so nobody knows what was read by it',
    ]);
    const moved = await previewRubric(proposed, asking(world), world, NOW);
    expect(moved.ok && moved.preview?.movers[0]).toMatchObject({
      why: [{ because: { kind: 'againstRecord' } }],
    });
    expect(moved.ok && moved.preview?.changes.score).toBeGreaterThan(3);
  });

  it('leaves open the issues of which the draft asks a field that nobody read', async () => {
    const world = await aBrokenWorld();
    const [first, ...rest] = defaultRubric.criteria;
    const document = {
      ...defaultRubric,
      criteria: [
        {
          ...first,
          signal: { kind: 'number', fields: ['Moon phase'] },
          curve: { kind: 'log', full: 10 },
        },
        ...rest,
      ],
    };
    const answer = await previewRubric(
      { project: 'PAY', document, inherits: [] },
      asking(world),
      world,
      NOW,
    );
    expect(answer.ok && answer.preview?.pending).toMatchObject({
      issues: 7,
      because: ['the field "Moon phase"'],
    });
  });
});

describe('a preview that somebody waits for', () => {
  it('reads nothing from Jira but the titles of the movers, once', async () => {
    const world = await aScoredWorld();
    const before = { ...world.calls };
    const { issues, movers, pending, cost } = await previewed(world);
    expect([issues, pending.issues, cost.reads]).toEqual([7, 0, 0]);
    expect(movers.length).toBeGreaterThan(3);
    expect(movers.every(({ summary }) => summary.startsWith('What PAY-'))).toBe(true);
    expect([world.calls['issues.find'], world.calls['issues.page']]).toEqual([
      (before['issues.find'] ?? 0) + 1,
      before['issues.page'],
    ]);
  });

  it('leaves out and counts the movers that the person may not see, and their keys in the words about others', async () => {
    const world = await aScoredWorld();
    const all = await previewed(world);
    const { movers, hiddenMovers, changes } = await previewed(
      world,
      asking(world, { blindTo: ['PAY-2', 'PAY-3'] }),
    );
    expect(hiddenMovers).toBe(all.movers.length - movers.length);
    expect(hiddenMovers).toBe(2);
    expect(changes).toEqual(all.changes);
    expect(JSON.stringify(movers)).not.toMatch(/PAY-[23]\b/);
    expect(JSON.stringify(all.movers)).toMatch(/PAY-2\b/);
  });

  it('is refused to whoever may not publish, before anything is read', async () => {
    const world = await aScoredWorld();
    const context = asking(world, {
      viewer: aViewer({ permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'] }),
    });
    await expect(previewRubric(proposed, context, world, NOW)).rejects.toThrow(Forbidden);
    await expect(viewPreview('PAY', context, world, NOW)).rejects.toThrow(Forbidden);
    await expect(cancelPreview('PAY', context, world, NOW)).rejects.toThrow(Forbidden);
  });

  it('is open to whoever the decision rights let publish, though they administer nothing', async () => {
    const world = await aScoredWorld();
    world.roleMembers['Administrators'] = ['mara'];
    const answer = await previewRubric(
      proposed,
      asking(world, { viewer: aViewer({ permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'] }) }),
      world,
      NOW,
    );
    expect(answer).toMatchObject({ ok: true, run: null });
  });

  it('says that more issues may be reached while the ledger does not hold all of them', async () => {
    const world = await aScoredWorld();
    world.engine.covered.clear();
    expect(await previewed(world)).toMatchObject({ complete: false, issues: 7 });
  });

  it('takes the parts that follow the site from its rubric', async () => {
    const world = await aScoredWorld();
    await world.rubrics.publish('site', {
      document: { ...defaultRubric, bands: { immediate: 1, soon: 0.5, canWait: 0.2 } },
      version: 1,
      by: 'mara',
      reason: 'All at once',
      at: NOW.toISOString(),
    });
    const alone = await previewRubric(
      { project: 'PAY', document: {}, inherits: [] },
      asking(world),
      world,
      NOW,
    );
    const following = await previewRubric(
      { project: 'PAY', document: {}, inherits: ['bands'] },
      asking(world),
      world,
      NOW,
    );
    expect(alone.ok && alone.preview?.changes.band).toBeGreaterThan(0);
    expect(following.ok && following.preview?.changes.any).toBe(0);
  });
});

describe('a preview of more issues than one answer holds', () => {
  async function jobOf(world: InMemoryWorld, me: string): Promise<Job> {
    const order = await world.jobs.order(`preview:PAY:${me}`);
    if (order === null) throw new Error(`${me} has no run`);
    return order.job;
  }
  async function started(world: InMemoryWorld): Promise<Job> {
    world.engine.covered.set('PAY', { issues: AT_ONCE + 1, at: NOW.toISOString() });
    const answer = await previewRubric(proposed, asking(world), world, NOW);
    if (!answer.ok || answer.run === null) throw new Error(JSON.stringify(answer));
    expect(answer.run).toMatchObject({ state: 'running', preview: null });
    return jobOf(world, asking(world).me);
  }
  const work = (world: InMemoryWorld, { scope, id, turn }: Job) =>
    runJob({ scope, jobId: id, turn }, jobSteps, world, NOW);

  it('is a run that ends in the same preview', async () => {
    const world = await aScoredWorld();
    const { asOf, complete, cost, ...atOnce } = await previewed(world);
    const job = await started(world);
    await work(world, job);
    const run = await viewPreview('PAY', asking(world), world, NOW);
    expect(run).toMatchObject({ state: 'finished', done: 7, preview: atOnce });
    expect([asOf, complete, cost.reads]).toEqual([
      run?.preview?.asOf,
      run?.preview?.complete,
      run?.preview?.cost.reads,
    ]);
  });

  it('is one that begins at once when there turn out to be more than were known', async () => {
    const world = await aScoredWorld();
    world.engine.covered.clear();
    const answer = await previewRubric(
      proposed,
      asking(world),
      { ...world, remainingMs: () => 1_000 },
      NOW,
    );
    expect(answer).toMatchObject({ ok: true, preview: null, run: { state: 'running' } });
  });

  it('gives way to a newer one of the same person, and leaves those of others alone', async () => {
    const world = await aScoredWorld();
    const first = await started(world);
    world.engine.covered.set('PAY', { issues: AT_ONCE + 1, at: NOW.toISOString() });
    const second = await previewRubric(
      proposed,
      asking(world),
      world,
      new Date(NOW.getTime() + 1_000),
    );
    const other = await previewRubric(proposed, { ...asking(world), me: 'luca' }, world, NOW);
    await work(world, first);
    expect(world.engine.jobRecords.get(first.id)).toBeUndefined();
    expect(second.ok && second.run?.id).toBe((await jobOf(world, asking(world).me)).id);
    expect(other.ok && other.run?.id).toBe((await jobOf(world, 'luca')).id);
  });

  it('stops when it is cancelled, and shows nothing of what it had', async () => {
    const world = await aScoredWorld();
    const job = await started(world);
    expect(await cancelPreview('PAY', asking(world), world, NOW)).toMatchObject({
      state: 'cancelled',
    });
    await work(world, job);
    expect(await viewPreview('PAY', asking(world), world, NOW)).toMatchObject({
      state: 'cancelled',
      preview: null,
    });
    expect(await world.previews.result(job.id)).toBeNull();
  });

  it('waits for storage where it is, instead of beginning anew', async () => {
    const world = await aScoredWorld();
    const job = await started(world);
    const slept: number[] = [];
    let refusals = 0;
    const busy: InMemoryWorld = {
      ...world,
      sleep: async (ms) => void slept.push(ms),
      ledger: {
        ...world.ledger,
        page: (question, cursor) =>
          cursor !== null && ++refusals === 1
            ? Promise.reject(new Limited(20, 'Storage asks to wait'))
            : world.ledger.page(question, cursor),
      },
    };
    await work(busy, job);
    expect(slept).toContain(20_000);
    expect(await viewPreview('PAY', asking(world), world, NOW)).toMatchObject({
      state: 'finished',
      preview: { issues: 7 },
    });
  });

  it('says so when it can never be finished in time', async () => {
    const world = await aScoredWorld();
    const job = await started(world);
    await work(world, { ...job, turn: 0 });
    world.engine.jobRecords.set(job.id, { ...job, turn: 4 });
    await work(world, { ...job, turn: 4 });
    expect(await viewPreview('PAY', asking(world), world, NOW)).toMatchObject({
      state: 'gave up',
      note: expect.stringContaining('one project') as string,
    });
  });

  it('delivered twice does nothing the second time', async () => {
    const world = await aScoredWorld();
    const job = await started(world);
    await work(world, job);
    const once = JSON.stringify(await world.previews.result(job.id));
    await work(world, job);
    expect(JSON.stringify(await world.previews.result(job.id))).toBe(once);
  });
});
