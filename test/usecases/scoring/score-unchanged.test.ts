import { scoreForPerson } from '../../../src/usecases/issue-panel/score-for-person';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import { aViewer, anIssue, inMemoryWorld, linkBoth, marked, NOW } from '../in-memory-world';

const [work, outage] = linkBoth(
  anIssue('PAY-1'),
  'relates to',
  anIssue('SEC-77', { type: { name: 'Incident', level: 0 }, priority: 'Highest' }),
);

/** Scored once, then looked at as Jira shows it to this person. */
async function looked(shown: Partial<IssueRecord> = {}, blindTo: readonly string[] = []) {
  const world = inMemoryWorld([work, outage]);
  await scoreIssues([work.id], world, NOW);
  const [before, asked] = [world.calls['issues.find'], marked(world)];
  const score = await scoreForPerson(work.id, {
    world,
    viewer: aViewer({ sees: [{ ...work, ...shown }], blindTo }),
    now: NOW,
  });
  return {
    score,
    read: world.calls['issues.find'] !== before,
    asked: marked(world).filter((id) => !asked.includes(id)),
  };
}

describe('an issue that nobody has changed', () => {
  it('is shown from the ledger, without a read, as reading it would show it', async () => {
    const { score, read } = await looked();
    const { score: fresh, read: freshly } = await looked({ updated: '2099-01-01T00:00:00.000Z' });
    expect([read, freshly]).toEqual([false, true]);
    expect(score.card).toEqual(fresh.card);
    expect(score.seen).toEqual(fresh.seen);
  });

  it('asks nothing of the queue', async () => {
    const { asked, score } = await looked();
    expect([score.pending, asked]).toEqual([false, []]);
  });

  it('keeps from the person what is linked and not theirs to see', async () => {
    const { score } = await looked({}, ['SEC-77']);
    expect(JSON.stringify(score.card)).not.toContain('SEC-77');
    expect(score.hidden).toBe(1);
  });

  it.each([
    ['was edited', { updated: '2099-01-01T00:00:00.000Z' }],
    ['got a vote', { votes: (work.votes ?? 0) + 1 }],
    ['got a watcher', { watchers: (work.watchers ?? 0) + 1 }],
  ])('is read once it %s', async (_, shown) => {
    expect((await looked(shown)).read).toBe(true);
  });

  it('is read while the ledger knows nothing of it', async () => {
    const world = inMemoryWorld([work, outage]);
    await scoreForPerson(work.id, { world, viewer: aViewer({ sees: [work] }), now: NOW });
    expect(world.calls['issues.find']).toBeGreaterThan(0);
  });

  it('is not taken for changed by what Ballast itself wrote', async () => {
    const world = inMemoryWorld([work, outage]);
    await scoreIssues([work.id], world, NOW);
    const { wrote } = world.entries.get(work.id) ?? {};
    expect(wrote).toBeDefined();
    const before = world.calls['issues.find'];
    const after = (updated: string) =>
      scoreForPerson(work.id, {
        world,
        viewer: aViewer({ sees: [{ ...work, updated }] }),
        now: NOW,
      });
    await after(wrote?.to ?? '');
    expect(world.calls['issues.find']).toBe(before);
    await after(new Date(Date.parse(wrote?.to ?? '') + 5_000).toISOString());
    expect(world.calls['issues.find']).not.toBe(before);
  });

  it('shows what was voted and overridden since, and asks for it to be written', async () => {
    const world = inMemoryWorld([work, outage]);
    await scoreIssues([work.id], world, NOW);
    const asked = marked(world).length;
    await world.votes.change(work.id, () => ({
      reach: [{ by: 'ann', value: 3, at: '2026-11-20' }],
    }));
    const before = world.calls['issues.find'];
    const { result, pending } = await scoreForPerson(work.id, {
      world,
      viewer: aViewer({ sees: [work] }),
      now: NOW,
    });
    expect(world.calls['issues.find']).toBe(before);
    expect(result.entry.signals?.votes).toMatchObject({ reach: [{ by: 'ann' }] });
    expect([pending, marked(world).length]).toEqual([true, asked + 1]);
  });
});
