import { Declined, Gone } from '../../src/usecases/failures';
import { answerQuestion, nextQuestion } from '../../src/usecases/next-question';
import { scoreIssues } from '../../src/usecases/score-issues';
import { viewScore } from '../../src/usecases/view-score';
import { aViewer, anIssue, inMemoryWorld, NOW, type InMemoryWorld } from './in-memory-world';

const issue = anIssue('PAY-1');
const LATER = new Date(NOW.getTime() + 60_000);

async function aWorld(): Promise<InMemoryWorld> {
  const world = inMemoryWorld([issue]);
  world.siteFieldList.push({ id: 'customfield_1', name: 'Reach', type: 'number' });
  await scoreIssues([issue.id], world, NOW);
  return world;
}

const questionIn = async (world: InMemoryWorld) => nextQuestion(await viewScore(issue.id, aViewer(), world, NOW), world, NOW);

describe('the next best question', () => {
  it('asks for a number that could change lane or band, with the field that it goes into', async () => {
    const asked = await questionIn(await aWorld());
    expect(asked).toMatchObject({ id: 'affected', field: { id: 'customfield_1', name: 'Reach' } });
    expect((asked?.question.lanes.length ?? 0) + (asked?.question.bands.length ?? 0)).toBeGreaterThan(0);
  });

  it('once answered is written into the field and moves the score', async () => {
    const world = await aWorld();
    const before = world.entries.get(issue.id)?.written?.score ?? 0;
    const edit: typeof world.edits.set = async (key, change) => {
      await world.edits.set(key, change);
      const edited = world.jira.get(issue.id);
      if (edited) world.jira.set(issue.id, { ...edited, updated: '2026-11-16T09:01:00.000+0000' });
    };
    await answerQuestion(issue.id, 'affected', 900, { ...world.edits, set: edit }, aViewer(), world, LATER);
    expect(world.edited).toEqual([{ key: 'PAY-1', edit: { kind: 'number', fieldId: 'customfield_1', value: 900 } }]);
    expect(world.entries.get(issue.id)?.written?.score).toBeGreaterThan(before);
  });

  it('writes into no field but the one asked for, and for nobody who may not see the issue', async () => {
    const world = await aWorld();
    await expect(answerQuestion(issue.id, 'priority', 1, world.edits, aViewer(), world, LATER)).rejects.toThrow(Declined);
    await expect(answerQuestion(issue.id, 'affected', 1, world.edits, aViewer({ blindTo: [issue.id] }), world, LATER)).rejects.toThrow(Gone);
    expect(world.edited).toEqual([]);
  });
});
