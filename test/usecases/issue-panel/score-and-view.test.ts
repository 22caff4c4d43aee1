import { Gone } from '../../../src/usecases/ports/failures';
import { viewScore } from '../../../src/usecases/issue-panel/score-and-view';
import { aViewer, anIssue, inMemoryWorld, linkBoth, NOW } from '../in-memory-world';

const [work, outage] = linkBoth(
  anIssue('PAY-1'),
  'relates to',
  anIssue('SEC-77', { type: { name: 'Incident', level: 0 }, priority: 'Highest' }),
);

describe('viewing a score', () => {
  it('shows where each line comes from to somebody who may see it', async () => {
    const { card, hidden } = await viewScore(
      work.id,
      aViewer(),
      inMemoryWorld([work, outage]),
      NOW,
    );
    expect(card?.lines.flatMap(({ from }) => from.map(({ key }) => key))).toContain('SEC-77');
    expect(card?.because).toContain('SEC-77');
    expect(hidden).toBe(0);
  });

  it('gives the same numbers without a trace of a linked issue that the viewer may not see', async () => {
    const open = await viewScore(work.id, aViewer(), inMemoryWorld([work, outage]), NOW);
    const shut = await viewScore(
      work.id,
      aViewer({ blindTo: ['SEC-77'] }),
      inMemoryWorld([work, outage]),
      NOW,
    );
    expect(JSON.stringify(shut.card)).not.toContain('SEC-77');
    expect(shut.hidden).toBe(1);
    expect(shut.card?.score).toBe(open.card?.score);
    expect(shut.card?.lines.map(({ contribution }) => contribution)).toEqual(
      open.card?.lines.map(({ contribution }) => contribution),
    );
  });

  it('never writes the key of a linked issue into a Jira field, which everybody with the issue can read', async () => {
    const world = inMemoryWorld([work, outage]);
    await viewScore(work.id, aViewer(), world, NOW);
    expect(JSON.stringify(world.written)).not.toContain('SEC-77');
  });

  it('reads and writes nothing for somebody who may not see the issue', async () => {
    const world = inMemoryWorld([work, outage]);
    await expect(viewScore(work.id, aViewer({ blindTo: [work.id] }), world, NOW)).rejects.toThrow(
      Gone,
    );
    expect(world.calls['issues.find']).toBeUndefined();
    expect(world.written).toEqual([]);
  });

  it('says that an issue is gone when it was deleted', async () => {
    await expect(viewScore('999', aViewer(), inMemoryWorld([]), NOW)).rejects.toThrow(Gone);
  });

  it('has no card for a closed issue', async () => {
    const closed = anIssue('PAY-5', { status: { name: 'Done', category: 'done' } });
    expect((await viewScore(closed.id, aViewer(), inMemoryWorld([closed]), NOW)).card).toBeNull();
  });
});
