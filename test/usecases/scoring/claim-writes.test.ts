import { Unavailable } from '../../../src/usecases/ports/failures';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import { anIssue, inMemoryWorld, NOW } from '../in-memory-world';

const issue = anIssue('PAY-1');

describe('who is about to write Jira’s fields', () => {
  it('overtakes one that would say meanwhile that it knows what stands in them', async () => {
    const world = inMemoryWorld([issue]);
    await scoreIssues([issue.id], world, NOW);
    const scored = world.entries.get(issue.id);
    if (scored === undefined) throw new Error('not scored');
    await world.ledger.write([{ ...scored, unsure: true }]);
    const other = world.entries.get(issue.id);
    if (other === undefined) throw new Error('not scored');
    let late: readonly string[] = [];
    // Cut off after the fields were written, while the other says that all stands as it wrote it.
    Object.assign(world.fieldWriter, {
      write: async () => {
        late = await world.ledger.write([{ ...other, unsure: false }]);
        throw new Unavailable('cut off');
      },
    });
    world.jira.set(issue.id, {
      ...issue,
      priority: 'Highest',
      updated: '2099-01-01T00:00:00.000+0000',
    });
    await expect(scoreIssues([issue.id], world, NOW)).rejects.toThrow('cut off');
    expect(late).toEqual([issue.id]);
    expect(world.entries.get(issue.id)?.unsure).toBe(true);
  });
});
