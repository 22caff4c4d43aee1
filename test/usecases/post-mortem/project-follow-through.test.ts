import type { PostMortem } from '../../../src/core/post-mortem/post-mortem';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import { projectFollowThrough } from '../../../src/usecases/post-mortem/project-follow-through';
import { aViewer, anIssue, inMemoryWorld, NOW } from '../in-memory-world';

const action = (n: number, due: string, done: string | null) => ({
  issueId: anIssue(`PAY-${n}`).id,
  key: `PAY-${n}`,
  owner: 'hana',
  due,
  priority: true,
  done,
  by: 'mara',
  at: '2026-10-01',
});

function aPostMortem(issueId: string, actions: PostMortem['actions']): PostMortem {
  return {
    issueId,
    key: 'PAY-1',
    project: 'PAY',
    severity: 1,
    incidents: ['INC-1'],
    raised: '2026-09-30T00:00:00.000Z',
    opened: { by: '', at: '2026-10-01T00:00:00.000Z' },
    due: null,
    owner: null,
    items: {},
    factors: [],
    earlier: null,
    actions,
    noAction: null,
    review: null,
    shared: [],
    recurrences: [],
    completed: null,
    touched: {},
    log: [],
    revision: 1,
  };
}

async function aProject() {
  const issue = anIssue('PAY-1');
  const world = inMemoryWorld([
    issue,
    anIssue('PAY-2', { summary: 'Alert earlier' }),
    anIssue('PAY-3', { summary: 'A secret fix' }),
    anIssue('PAY-4'),
    anIssue('PAY-5'),
  ]);
  await scoreIssues([issue.id], world, NOW);
  world.kept.set(
    issue.id,
    aPostMortem(issue.id, [
      action(2, '2026-11-01', null),
      action(3, '2026-11-10', null),
      action(4, '2026-11-10', '2026-11-09'),
      action(5, '2026-12-01', null),
    ]),
  );
  return { world, issueId: issue.id };
}

describe('the follow-through of a project', () => {
  it('counts what was done in time, is open and is overdue, and names what is not done, the one due first first', async () => {
    const { world, issueId } = await aProject();
    const { owed, others, complete, ...numbers } = await projectFollowThrough(
      issueId,
      aViewer(),
      world,
      NOW,
    );
    expect(numbers).toMatchObject({
      postMortems: 1,
      done: { inTime: 1, late: 0 },
      overdue: 2,
      open: 1,
      share: 1 / 3,
    });
    expect(owed.map(({ key, overdue }) => [key, overdue])).toEqual([
      ['PAY-2', true],
      ['PAY-3', true],
      ['PAY-5', false],
    ]);
    expect([others, complete]).toEqual([0, true]);
  });

  it('has hidden actions in the numbers and names none of them', async () => {
    const { world, issueId } = await aProject();
    const shown = await projectFollowThrough(
      issueId,
      aViewer({ blindTo: [anIssue('PAY-3').id] }),
      world,
      NOW,
    );
    expect([shown.overdue, shown.owed.length, shown.others]).toEqual([2, 2, 1]);
    expect(JSON.stringify(shown)).not.toMatch(/PAY-3|secret/u);
  });

  it('is not told to whoever may not see the issue', async () => {
    const { world, issueId } = await aProject();
    await expect(
      projectFollowThrough(issueId, aViewer({ blindTo: [issueId] }), world, NOW),
    ).rejects.toThrow('does not exist, or you may not see it');
  });
});
