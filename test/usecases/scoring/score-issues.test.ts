import { Limited } from '../../../src/usecases/ports/failures';
import { rescoreFromLedger } from '../../../src/usecases/scoring/rescore-from-ledger';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import {
  aLink,
  anIssue,
  inMemoryWorld,
  linkBoth,
  marked,
  NOW,
  type InMemoryWorld,
} from '../in-memory-world';

const incident = (key: string, severity: string, facts = {}) =>
  anIssue(key, { type: { name: 'Incident', level: 0 }, priority: severity, ...facts });

/** Scores what is marked until nothing is, in the order given by `pick`. */
async function drain(
  world: InMemoryWorld,
  pick: (length: number) => number = () => 0,
): Promise<number> {
  let scorings = 0;
  for (; world.engine.rescoreRequests.size > 0 && scorings < 200; scorings++) {
    const mark = [...world.engine.rescoreRequests.values()][
      pick(world.engine.rescoreRequests.size)
    ];
    if (mark === undefined) continue;
    await world.rescoreRequests.clear([mark]);
    const entry = world.entries.get(mark.issueId);
    if (mark.kind === 'ledger' && entry !== undefined)
      await rescoreFromLedger([entry], 'inheritance', world, NOW);
    else await scoreIssues([mark.issueId], world, NOW);
  }
  return scorings;
}

const scoreOf = (world: InMemoryWorld, key: string): number | null =>
  [...world.entries.values()].find((entry) => entry.key === key)?.written?.score ?? null;

describe('scoring issues', () => {
  it('writes all four fields and the ledger the first time, and nothing the second', async () => {
    const issue = anIssue('PAY-1', { priority: 'High' });
    const world = inMemoryWorld([issue]);
    await scoreIssues([issue.id], world, NOW);
    expect(world.written).toHaveLength(1);
    expect(Object.keys(world.written[0]?.values ?? {}).sort()).toEqual([
      'horizon',
      'lane',
      'reasons',
      'score',
    ]);
    const ledgerWrites = world.calls['ledger.write'];
    await scoreIssues([issue.id], world, NOW);
    expect(world.written).toHaveLength(1);
    expect(world.calls['ledger.write']).toBe(ledgerWrites);
  });

  it('writes only the fields whose value changed', async () => {
    const issue = anIssue('PAY-1', { priority: 'Medium' });
    const world = inMemoryWorld([issue]);
    await scoreIssues([issue.id], world, NOW);
    world.jira.set(issue.id, {
      ...issue,
      priority: 'High',
      updated: '2026-11-03T09:00:00.000+0000',
    });
    await scoreIssues([issue.id], world, NOW);
    expect(world.written[1]?.values).toHaveProperty('score');
    expect(world.written[1]?.values).not.toHaveProperty('lane');
  });

  it('asks for the work an incident speaks for when the incident gets worse, and that work scores higher', async () => {
    const [work, sev3] = linkBoth(anIssue('PAY-1'), 'relates to', incident('INC-2', 'Medium'));
    const world = inMemoryWorld([work, sev3]);
    await scoreIssues([work.id, sev3.id], world, NOW);
    await drain(world);
    const before = scoreOf(world, 'PAY-1') ?? 0;
    world.jira.set(sev3.id, {
      ...sev3,
      priority: 'Highest',
      updated: '2026-11-03T09:00:00.000+0000',
    });
    await scoreIssues([sev3.id], world, NOW);
    expect(marked(world)).toContain(work.id);
    await drain(world);
    expect(scoreOf(world, 'PAY-1')).toBeGreaterThan(before);
  });

  it('asks again for dependents when it was cut off before they were on the queue', async () => {
    const [work, sev1] = linkBoth(anIssue('PAY-1'), 'relates to', incident('INC-2', 'Highest'));
    const world = inMemoryWorld([work, sev1]);
    world.failNext.queue = new Limited(30, 'The queue takes no more');
    await expect(scoreIssues([sev1.id], world, NOW)).rejects.toThrow(Limited);
    expect(world.engine.requests).toEqual([]);
    await scoreIssues([sev1.id], world, NOW);
    expect(marked(world)).toContain(work.id);
    expect(world.entries.get(sev1.id)?.pendingDependents).toEqual([]);
  });

  it('writes the same values again when it was cut off between fields and ledger', async () => {
    const issue = anIssue('PAY-1');
    const world = inMemoryWorld([issue]);
    world.failNext.ledgerWrite = new Limited(20, 'Storage asks to wait');
    await expect(scoreIssues([issue.id], world, NOW)).rejects.toThrow(Limited);
    await scoreIssues([issue.id], world, NOW);
    expect(world.written).toHaveLength(2);
    expect(world.written[1]).toEqual(world.written[0]);
  });

  it('lets a chain of blockers inherit the highest score behind them, in whatever order the events come', async () => {
    const outage = incident('INC-9', 'Highest');
    const [a, b0] = linkBoth(
      anIssue('PAY-1', { priority: 'Low' }),
      'blocks',
      anIssue('PAY-2', { priority: 'Low' }),
    );
    const [b, c0] = linkBoth(b0, 'blocks', anIssue('PAY-3', { priority: 'Highest' }));
    const [c, inc] = linkBoth(c0, 'relates to', outage);
    for (const pick of [() => 0, (length: number) => length - 1]) {
      const world = inMemoryWorld([a, b, c, inc]);
      for (const { id } of [a, b, c, inc]) await scoreIssues([id], world, NOW);
      await drain(world, pick);
      expect(scoreOf(world, 'PAY-3')).toBeGreaterThan(50);
      expect(scoreOf(world, 'PAY-1')).toBe(scoreOf(world, 'PAY-3'));
      expect(scoreOf(world, 'PAY-2')).toBe(scoreOf(world, 'PAY-3'));
    }
  });

  it('ends on a cycle of blockers, and lets go of the inherited score when its source is closed', async () => {
    const [a0, b0] = linkBoth(
      anIssue('PAY-1', { priority: 'Low' }),
      'blocks',
      anIssue('PAY-2', { priority: 'Low' }),
    );
    const [b1, a] = linkBoth(b0, 'blocks', a0);
    const [b, top] = linkBoth(b1, 'blocks', anIssue('PAY-3', { priority: 'Highest' }));
    const world = inMemoryWorld([a, b, top]);
    for (const { id } of [a, b, top]) await scoreIssues([id], world, NOW);
    expect(await drain(world)).toBeLessThan(20);
    expect(scoreOf(world, 'PAY-1')).toBe(scoreOf(world, 'PAY-3'));
    const high = scoreOf(world, 'PAY-1') ?? 0;
    world.jira.set(top.id, {
      ...top,
      status: { name: 'Done', category: 'done' },
      updated: '2026-11-05T09:00:00.000+0000',
    });
    world.jira.set(b.id, {
      ...b,
      links: b.links.map((link) =>
        link.other.id === top.id
          ? {
              ...link,
              other: { ...link.other, status: { name: 'Done', category: 'done' as const } },
            }
          : link,
      ),
    });
    await scoreIssues([top.id], world, NOW);
    expect(await drain(world)).toBeLessThan(20);
    expect(scoreOf(world, 'PAY-1')).toBeLessThan(high);
  });

  it('forgets a deleted issue and has what it blocked or spoke for scored again', async () => {
    const [work, sev1] = linkBoth(anIssue('PAY-1'), 'relates to', incident('INC-2', 'Highest'));
    const world = inMemoryWorld([work, sev1]);
    await scoreIssues([work.id, sev1.id], world, NOW);
    await drain(world);
    const before = scoreOf(world, 'PAY-1') ?? 0;
    world.jira.delete(sev1.id);
    world.jira.set(work.id, { ...work, links: [] });
    const { gone } = await scoreIssues([sev1.id], world, NOW);
    expect(gone).toEqual([sev1.id]);
    expect(world.entries.has(sev1.id)).toBe(false);
    await drain(world);
    expect(scoreOf(world, 'PAY-1')).toBeLessThan(before);
  });

  it('never lets an older reading of an issue replace a newer one', async () => {
    const issue = anIssue('PAY-1', { priority: 'High', updated: '2026-11-10T09:00:00.000+0000' });
    const world = inMemoryWorld([issue]);
    await scoreIssues([issue.id], world, NOW);
    const score = scoreOf(world, 'PAY-1');
    world.jira.set(issue.id, {
      ...issue,
      priority: 'Low',
      updated: '2026-11-09T09:00:00.000+0000',
    });
    await scoreIssues([issue.id], world, NOW);
    expect(scoreOf(world, 'PAY-1')).toBe(score);
    expect(world.written).toHaveLength(1);
  });

  it('leaves the fields of a closed issue as they stood', async () => {
    const issue = anIssue('PAY-1');
    const world = inMemoryWorld([issue]);
    await scoreIssues([issue.id], world, NOW);
    world.jira.set(issue.id, {
      ...issue,
      status: { name: 'Done', category: 'done' },
      updated: '2026-11-05T09:00:00.000+0000',
    });
    await scoreIssues([issue.id], world, NOW);
    expect(world.written).toHaveLength(1);
    expect(world.entries.get(issue.id)?.open).toBe(false);
  });

  it('takes a linked incident that cannot be read by what its link shows', async () => {
    const ghost = incident('INC-2', 'Highest');
    const work = anIssue('PAY-1', { links: [aLink('relates to', ghost)] });
    const world = inMemoryWorld([work]);
    const { results } = await scoreIssues([work.id], world, NOW);
    expect(results[0]?.card?.lane).toBe('hot fix');
  });
});
