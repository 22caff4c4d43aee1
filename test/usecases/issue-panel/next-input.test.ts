import { Declined, Gone } from '../../../src/usecases/ports/failures';
import {
  answerQuestion,
  questionInput,
  type Answering,
} from '../../../src/usecases/issue-panel/answer-input';
import { nextQuestion } from '../../../src/usecases/issue-panel/next-input';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import { scoreForPerson } from '../../../src/usecases/issue-panel/score-for-person';
import { aViewer, anIssue, inMemoryWorld, NOW, type InMemoryWorld } from '../in-memory-world';

const issue = anIssue('PAY-1');
const LATER = new Date(NOW.getTime() + 60_000);

async function aWorld(): Promise<InMemoryWorld> {
  const world = inMemoryWorld([issue]);
  world.siteFieldList.push({ id: 'customfield_1', name: 'Reach', type: 'number' });
  await scoreIssues([issue.id], world, NOW);
  return world;
}

const answering = (world: InMemoryWorld, other: Partial<Answering> = {}): Answering => ({
  world,
  viewer: aViewer(),
  edits: world.edits,
  now: LATER,
  ...other,
});
const questionIn = async (world: InMemoryWorld) =>
  nextQuestion(await scoreForPerson(issue.id, { viewer: aViewer(), world, now: NOW }), world, NOW);

describe('the next best question', () => {
  it('asks for a number that could change lane or band, with the field that it goes into', async () => {
    const asked = await questionIn(await aWorld());
    expect(asked).toMatchObject({
      id: 'affected',
      place: { how: 'field', kind: 'number', fields: [{ id: 'customfield_1', name: 'Reach' }] },
    });
    expect(
      (asked?.question.lanes.length ?? 0) + (asked?.question.bands.length ?? 0),
    ).toBeGreaterThan(0);
  });

  it('once answered is written into the field and moves the score', async () => {
    const world = await aWorld();
    const before = world.entries.get(issue.id)?.written?.score ?? 0;
    const edit: typeof world.edits.set = async (key, change) => {
      await world.edits.set(key, change);
      const edited = world.jira.get(issue.id);
      if (edited) world.jira.set(issue.id, { ...edited, updated: '2026-11-16T09:01:00.000+0000' });
    };
    await answerQuestion(
      issue.id,
      'affected',
      { kind: 'number', value: 900 },
      answering(world, { edits: { ...world.edits, set: edit } }),
    );
    expect(world.edited).toEqual([
      { key: 'PAY-1', edit: { kind: 'field', fieldId: 'customfield_1', value: 900 } },
    ]);
    expect(world.entries.get(issue.id)?.written?.score).toBeGreaterThan(before);
  });

  it('writes into no field but the one asked for, and for nobody who may not see the issue', async () => {
    const world = await aWorld();
    const one = { kind: 'number', value: 1 } as const;
    await expect(answerQuestion(issue.id, 'priority', one, answering(world))).rejects.toThrow(
      Declined,
    );
    await expect(
      answerQuestion(issue.id, 'affected', { kind: 'choice', chosen: ['Many'] }, answering(world)),
    ).rejects.toThrow('takes no such answer');
    await expect(
      answerQuestion(
        issue.id,
        'affected',
        one,
        answering(world, { viewer: aViewer({ blindTo: [issue.id] }) }),
      ),
    ).rejects.toThrow(Gone);
    expect(world.edited).toEqual([]);
  });

  it('says where to give an answer that has no field here, or none that this person may edit', async () => {
    const world = await aWorld();
    expect(await questionInput(issue.id, 'incidents', answering(world))).toEqual({
      kind: 'elsewhere',
      where: 'Link the incidents to this issue.',
    });
    expect(
      await questionInput(
        issue.id,
        'affected',
        answering(world, { edits: { ...world.edits, editable: async () => [] } }),
      ),
    ).toEqual({ kind: 'elsewhere', where: 'You may not edit this issue: ask somebody who may.' });
    const other = { id: 'customfield_2', name: 'Other', type: 'number' };
    expect(
      await questionInput(
        issue.id,
        'affected',
        answering(world, { edits: { ...world.edits, editable: async () => [other] } }),
      ),
    ).toEqual({
      kind: 'elsewhere',
      where: '“Reach” is not on the screen of this issue: ask a Jira administrator to add it.',
    });
  });
});
