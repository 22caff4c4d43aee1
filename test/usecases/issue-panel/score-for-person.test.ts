import { describeSource } from '../../../src/core/describe/describe-source';
import { Gone } from '../../../src/usecases/ports/failures';
import { scoreForPerson } from '../../../src/usecases/issue-panel/score-for-person';
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

const [work, outage] = linkBoth(
  anIssue('PAY-1'),
  'relates to',
  anIssue('SEC-77', { type: { name: 'Incident', level: 0 }, priority: 'Highest' }),
);

const at = (world: InMemoryWorld, viewer = aViewer()) => ({ world, viewer, now: NOW });

describe('viewing a score', () => {
  it('shows where each line comes from to somebody who may see it', async () => {
    const { card, hidden } = await scoreForPerson(work.id, at(inMemoryWorld([work, outage])));
    expect(
      card?.lines.flatMap(({ from }) => from.map((source) => describeSource(source).key)),
    ).toContain('SEC-77');
    expect(JSON.stringify(card?.because)).toContain('SEC-77');
    expect(hidden).toBe(0);
  });

  it('gives the same numbers without a trace of a linked issue that the viewer may not see', async () => {
    const open = await scoreForPerson(work.id, at(inMemoryWorld([work, outage])));
    const shut = await scoreForPerson(
      work.id,
      at(inMemoryWorld([work, outage]), aViewer({ blindTo: ['SEC-77'] })),
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
    await scoreIssues([work.id], world, NOW);
    expect(world.written).not.toEqual([]);
    expect(JSON.stringify(world.written)).not.toContain('SEC-77');
  });

  it('reads and writes nothing for somebody who may not see the issue', async () => {
    const world = inMemoryWorld([work, outage]);
    await expect(
      scoreForPerson(work.id, at(world, aViewer({ blindTo: [work.id] }))),
    ).rejects.toThrow(Gone);
    expect(world.calls['issues.find']).toBeUndefined();
    expect(world.written).toEqual([]);
  });

  it('writes nothing, and leaves to the queue what Jira and the ledger do not say yet', async () => {
    const world = inMemoryWorld([work, outage]);
    const { result } = await scoreForPerson(work.id, at(world));
    expect(result.change).not.toBeNull();
    expect([world.written, [...world.entries]]).toEqual([[], []]);
    expect(marked(world)).toEqual([work.id]);
  });

  it('asks nothing of the queue when nothing differs', async () => {
    const calm = anIssue('PAY-9');
    const world = inMemoryWorld([calm]);
    await scoreIssues([calm.id], world, NOW);
    const { result } = await scoreForPerson(calm.id, at(world));
    expect([result.change, result.touched]).toEqual([null, false]);
    expect(marked(world)).toEqual([]);
  });

  it('says that an issue is gone when it was deleted', async () => {
    const viewer = aViewer({ blindTo: ['999'] });
    await expect(scoreForPerson('999', at(inMemoryWorld([]), viewer))).rejects.toThrow(Gone);
  });

  it('has no card for a closed issue', async () => {
    const closed = anIssue('PAY-5', { status: { name: 'Done', category: 'done' } });
    expect((await scoreForPerson(closed.id, at(inMemoryWorld([closed])))).card).toBeNull();
  });
});
