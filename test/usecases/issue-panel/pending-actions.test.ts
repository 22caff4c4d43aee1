import type { PostMortem } from '../../../src/core/post-mortem/post-mortem';
import {
  scoreForPerson,
  type ShownScore,
} from '../../../src/usecases/issue-panel/score-for-person';
import { whatWaits } from '../../../src/usecases/issue-panel/pending-actions';
import { aViewer, anIssue, inMemoryWorld, NOW, type InMemoryWorld } from '../in-memory-world';

const issue = anIssue('PAY-1');
const shownIn = (world: InMemoryWorld): Promise<ShownScore> =>
  scoreForPerson(issue.id, { viewer: aViewer(), world, now: NOW });
const asked = {
  id: 'one',
  kind: 'lane',
  lane: 'stability',
  reason: 'It keeps breaking',
  by: 'hana',
  at: '2026-11-16',
  until: '2026-11-30',
} as const;

describe('what waits at an issue', () => {
  it('is nothing most of the time', async () => {
    const world = inMemoryWorld([issue]);
    expect(await whatWaits(await shownIn(world), world)).toEqual({
      approvals: 0,
      postMortem: false,
    });
  });

  it('are overrides that somebody has to approve, and those alone', async () => {
    const world = inMemoryWorld([issue]);
    world.outside.overrides.set(issue.id, [
      { ...asked, approval: { state: 'waiting' } },
      { ...asked, id: 'two', approval: { state: 'refused', by: 'mara', at: '2026-11-16' } },
      {
        ...asked,
        id: 'three',
        until: '2026-11-15',
        at: '2026-11-01',
        approval: { state: 'waiting' },
      },
    ]);
    expect((await whatWaits(await shownIn(world), world)).approvals).toBe(1);
  });

  it('is a post-mortem until nothing is left that closing waits for', async () => {
    const world = inMemoryWorld([issue]);
    const shown = await shownIn(world);
    world.kept.set(issue.id, { issueId: issue.id, completed: null } as PostMortem);
    expect((await whatWaits(shown, world)).postMortem).toBe(true);
    world.kept.set(issue.id, { issueId: issue.id, completed: '2026-11-16' } as PostMortem);
    expect((await whatWaits(shown, world)).postMortem).toBe(false);
  });
});
