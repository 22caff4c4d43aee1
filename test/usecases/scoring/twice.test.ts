import fc from 'fast-check';
import { planScoring } from '../../../src/core/scoring/plan';
import { evaluateIssue } from '../../../src/core/score-card/evaluate-issue';
import { makeCard } from '../../../src/core/score-card/make-card';
import { gatherSignals } from '../../../src/core/signals/gather';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import { closedEntry, openEntry } from '../../../src/usecases/scoring/ledger-entry';
import type { LedgerEntry } from '../../../src/usecases/ports/world';
import { rescoreFromLedger } from '../../../src/usecases/scoring/rescore-from-ledger';
import { scoredIssue } from '../../../src/usecases/scoring/scored-issue';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import { backlogs, type Backlog } from '../../core/arbitrary/backlog';
import { runs } from '../../core/arbitrary/runs';
import { inMemoryWorld, NOW, type InMemoryWorld } from '../in-memory-world';

async function worldOf({ rubric, fields, issues }: Backlog): Promise<InMemoryWorld> {
  const world = inMemoryWorld(issues);
  world.siteFieldList.push(...fields);
  await world.rubrics.publish('site', {
    document: rubric,
    version: 1,
    by: 'ann',
    reason: 'any',
    at: NOW.toISOString(),
  });
  return world;
}

/** Scores what is marked until nothing is. */
async function settle(world: InMemoryWorld): Promise<void> {
  for (let scorings = 0; world.engine.rescoreRequests.size > 0; scorings++) {
    expect(scorings).toBeLessThan(200);
    const [mark] = world.engine.rescoreRequests.values();
    if (mark === undefined) return;
    await world.rescoreRequests.clear([mark]);
    const entry = world.entries.get(mark.issueId);
    if (mark.kind === 'ledger' && entry !== undefined)
      await rescoreFromLedger([entry], 'inheritance', world, NOW);
    else await scoreIssues([mark.issueId], world, NOW);
  }
}

/** Everything that is kept or was written anywhere. */
const kept = ({ written, edited, linked, log, entries, engine }: InMemoryWorld): string =>
  JSON.stringify([
    written,
    edited,
    linked,
    [...log],
    [...entries].sort(([a], [b]) => (a < b ? -1 : 1)),
    [...engine.rescoreRequests],
  ]);

describe('scoring twice at the same time under the same version of the rubric', () => {
  it('makes of the same issue, read again with its links in another order, a record that nothing sets apart', () => {
    fc.assert(
      fc.property(backlogs(2), ({ rubric, fields, issues }) => {
        const plan = planScoring(rubric);
        const linked = new Map(issues.map((issue) => [issue.key, issue]));
        const inForce = { rubric, version: 1, stamp: 'site-1' };
        const judged = (issue: IssueRecord, before: LedgerEntry | undefined, readAt: Date) => {
          const moment = { now: NOW, readAt };
          if (issue.status.category === 'done')
            return scoredIssue({
              own: closedEntry(issue, inForce, moment),
              card: null,
              known: before,
              inForce,
              earlierCard: () => null,
            });
          const signals = gatherSignals({ issue, linked, rubric, fields });
          const evaluated = evaluateIssue(plan, signals, NOW);
          return scoredIssue({
            own: openEntry(issue, { signals, evaluated }, inForce, moment),
            card: makeCard(evaluated, null),
            known: before,
            inForce,
            earlierCard: () => null,
          });
        };
        for (const issue of issues) {
          const first = judged(issue, undefined, NOW);
          const kept = JSON.parse(JSON.stringify(first.entry)) as LedgerEntry;
          const { change, touched, stale } = judged(
            { ...issue, links: issue.links.toReversed() },
            kept,
            new Date(NOW.getTime() + 1000),
          );
          if (change !== null || touched || stale)
            expect({ change, touched, stale }).toEqual({
              change: null,
              touched: false,
              stale: false,
            });
        }
      }),
      runs,
    );
  });

  // Each of these scores over the days to come, too, so that fewer are tried.
  it('writes nothing the second time: no field, no ledger, no decision, nothing to be scored again', async () => {
    await fc.assert(
      fc.asyncProperty(backlogs(2), async (backlog) => {
        const world = await worldOf(backlog);
        const ids = backlog.issues.map(({ id }) => id);
        await scoreIssues(ids, world, NOW);
        await settle(world);
        const [before, writes] = [kept(world), world.calls['ledger.write']];
        await scoreIssues(ids, world, NOW);
        if (kept(world) !== before) expect(JSON.parse(kept(world))).toEqual(JSON.parse(before));
        expect([kept(world) === before, world.calls['ledger.write']]).toEqual([true, writes]);
      }),
      { numRuns: Math.ceil(runs.numRuns / 10) },
    );
  });
});
