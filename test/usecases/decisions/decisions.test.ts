import { inWords } from '../decision-in-words';
import { listDecisions, logPage } from '../../../src/usecases/decisions/list-entries';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import type { People } from '../../../src/usecases/ports/people';
import { Gone } from '../../../src/usecases/ports/failures';
import {
  aViewer,
  anIssue,
  inMemoryWorld,
  linkBoth,
  NOW,
  type InMemoryWorld,
} from '../in-memory-world';

const nobody: People = { names: async () => new Map() };
const LATER = new Date(NOW.getTime() + 3_600_000);

/** An issue whose first scoring is in the log, and the incident that then breaks out. */
async function anIssueOnFire(): Promise<InMemoryWorld & { readonly issueId: string }> {
  const calm = anIssue('PAY-1');
  const world = inMemoryWorld([calm]);
  await scoreIssues([calm.id], world, NOW);
  const [burning, outage] = linkBoth(
    calm,
    'relates to',
    anIssue('SEC-77', { type: { name: 'Incident', level: 0 }, priority: 'Highest' }),
  );
  world.jira.set(burning.id, { ...burning, updated: '2026-11-16T09:30:00.000+0000' });
  world.jira.set(outage.id, outage);
  return Object.assign(world, { issueId: calm.id });
}

describe('the decision log', () => {
  it('says from what to what the lane moved and by how many points which line moved the score', async () => {
    const world = await anIssueOnFire();
    await scoreIssues([world.issueId], world, LATER);
    const [newest, first] = (
      await listDecisions(world.issueId, { viewer: aViewer(), people: nobody, world })
    )
      .map(({ decision }) => inWords(decision))
      .filter(({ kind }) => kind === 'moved');
    expect(first).toMatchObject({
      kind: 'moved',
      cause: 'scored for the first time',
      score: { from: null },
    });
    expect(newest?.changes).toContainEqual(
      expect.objectContaining({ what: 'lane', from: 'feature improvement', to: 'hot fix' }),
    );
    expect(newest?.cause).toMatch(/^[\d.]+ → [\d.]+: \+/u);
    expect(newest?.score?.from).toBe(first?.score?.to);
  });

  it('has each move once, however often its event is delivered or cut off before the ledger is written', async () => {
    const world = await anIssueOnFire();
    world.failNext.ledgerWrite = new Error('cut off');
    await expect(scoreIssues([world.issueId], world, LATER)).rejects.toThrow('cut off');
    await scoreIssues([world.issueId], world, LATER);
    await scoreIssues([world.issueId], world, LATER);
    const log = await listDecisions(world.issueId, { viewer: aViewer(), people: nobody, world });
    expect(log.filter(({ decision }) => decision.kind === 'moved')).toHaveLength(2);
  });

  it('records nothing while lane, band and horizon stay', async () => {
    const calm = anIssue('PAY-1');
    const world = inMemoryWorld([calm]);
    await scoreIssues([calm.id], world, NOW);
    world.jira.set(calm.id, { ...calm, watchers: 1, updated: '2026-11-16T09:30:00.000+0000' });
    await scoreIssues([calm.id], world, LATER);
    expect(world.log.size).toBe(1);
  });

  it('never names an issue to somebody who may not see it', async () => {
    const world = await anIssueOnFire();
    await scoreIssues([world.issueId], world, LATER);
    expect(
      JSON.stringify(
        await listDecisions(world.issueId, { viewer: aViewer(), people: nobody, world }),
      ),
    ).toContain('SEC-77');
    const shown = await listDecisions(world.issueId, {
      viewer: aViewer({ blindTo: ['SEC-77'] }),
      people: nobody,
      world,
    });
    expect(JSON.stringify(shown)).not.toContain('SEC-77');
    expect(JSON.stringify(shown.map(({ decision }) => inWords(decision)))).toContain(
      'a hidden issue',
    );
  });

  it('is read a page at a time, to its very first entry', async () => {
    const world = await anIssueOnFire();
    const [first] = [...world.log.values()];
    if (first === undefined) throw new Error('nothing was logged');
    for (let n = 0; n < 130; n++)
      world.log.set(`more-${n}`, {
        ...first,
        id: `more-${n}`,
        at: new Date(LATER.getTime() + n * 1000).toISOString(),
      });
    const newest = await logPage(world.issueId, null, { viewer: aViewer(), people: nobody, world });
    const earlier = await logPage(world.issueId, newest.next, {
      viewer: aViewer(),
      people: nobody,
      world,
    });
    expect([newest.decisions.length, earlier.decisions.length, earlier.next]).toEqual([
      100,
      31,
      null,
    ]);
    expect(earlier.decisions.at(-1)?.decision.id).toBe(first.id);
  });

  it('is not there for somebody who may not see the issue itself', async () => {
    const world = await anIssueOnFire();
    await expect(
      listDecisions(world.issueId, {
        viewer: aViewer({ blindTo: [world.issueId] }),
        people: nobody,
        world,
      }),
    ).rejects.toThrow(Gone);
  });
});
