import { inWords } from '../decision-in-words';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import { Declined, Forbidden } from '../../../src/usecases/ports/failures';
import type { Asking } from '../../../src/usecases/ports/world';

import { viewOverrides } from '../../../src/usecases/overrides/view-overrides';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import { answerOverCap, viewOverCap } from '../../../src/usecases/hot-fix/decide-over-cap';
import {
  aViewer,
  anIssue,
  inMemoryWorld,
  linkBoth,
  NOW,
  type InMemoryWorld,
} from '../in-memory-world';

const people = {
  names: async (ids: readonly string[]) => new Map(ids.map((id) => [id, `Name of ${id}`])),
};
const as = (
  world: InMemoryWorld,
  me: string,
  permissions: readonly string[],
  later = 0,
  blindTo: readonly string[] = [],
): Asking => ({
  world,
  viewer: aViewer({ permissions, blindTo }),
  people,
  me,
  now: new Date(NOW.getTime() + later),
});
const member = (world: InMemoryWorld, me: string, later = 0) =>
  as(world, me, ['EDIT_ISSUES'], later);
const admin = (world: InMemoryWorld, me: string, later = 0) =>
  as(world, me, ['EDIT_ISSUES', 'ADMINISTER_PROJECTS'], later);

const epic = (key: string, facts: Partial<IssueRecord>) =>
  anIssue(key, { type: { name: 'Epic', level: 1 }, ...facts });
const [fire, outage] = linkBoth(
  anIssue('PAY-1'),
  'relates to',
  anIssue('SEC-77', { type: { name: 'Incident', level: 0 }, priority: 'Highest' }),
);
const begun = epic('PAY-2', {
  status: { name: 'In Progress', category: 'indeterminate' },
  priority: 'Low',
});
const idle = epic('PAY-3', { priority: 'High', summary: 'The new portal' });

/** One of three open issues is a hot fix, and the policy gives hot fixes a fifth. */
async function overTheCap(): Promise<InMemoryWorld> {
  const world = inMemoryWorld([fire, outage, begun, idle]);
  await scoreIssues([fire.id, begun.id, idle.id], world, NOW);
  return world;
}
const logOf = (world: InMemoryWorld, issueId: string) =>
  [...world.log.values()]
    .filter((one) => one.issueId === issueId && one.kind === 'override')
    .map(inWords);
const yes = { accept: true, reason: 'The bank stands still', pause: null } as const;

describe('a hot fix over the cap', () => {
  it('says by how much, which least advanced bet would pause, and who may decide', async () => {
    const world = await overTheCap();
    expect(await viewOverCap(fire.id, admin(world, 'mara'))).toMatchObject({
      over: { share: 1 / 3, cap: 0.2 },
      room: { kind: 'shown', key: 'PAY-3', summary: 'The new portal', may: { may: true } },
      may: { may: true, approvers: 'Administrators' },
      answer: null,
    });
    expect((await viewOverCap(begun.id, admin(world, 'mara'))).over).toBeNull();
  });

  it('names no work that the person may not see', async () => {
    const world = await overTheCap();
    const shown = await viewOverCap(
      fire.id,
      as(world, 'luca', ['EDIT_ISSUES'], 0, [idle.id, 'PAY-3']),
    );
    expect(shown.room).toEqual({ kind: 'hidden' });
    expect(JSON.stringify(shown)).not.toContain('PAY-3');
    await expect(
      answerOverCap(
        fire.id,
        { ...yes, pause: 'PAY-3', seen: '' },
        as(world, 'mara', ['EDIT_ISSUES', 'ADMINISTER_PROJECTS'], 0, [idle.id, 'PAY-3']),
      ),
    ).rejects.toThrow('may not see it');
    expect((await viewOverCap(fire.id, admin(world, 'mara'))).answer).toBeNull();
  });

  it('is accepted by who may, with the work named paused in their name, and both logs say so', async () => {
    const world = await overTheCap();
    await answerOverCap(fire.id, { ...yes, pause: 'PAY-3', seen: '' }, admin(world, 'mara'));
    expect((await viewOverCap(fire.id, admin(world, 'mara'))).answer).toMatchObject({
      idle: null,
      by: 'Name of mara',
      until: '2026-11-30',
      reason: 'The bank stands still',
    });
    expect(world.entries.get(idle.id)?.written?.reasons).toMatch(/^paused until 2026-11-30/);
    expect(logOf(world, fire.id)).toMatchObject([
      {
        by: 'mara',
        reason: 'The bank stands still',
        changes: [{ to: 'hot fix beyond the cap until 2026-11-30' }],
      },
    ]);
    expect(logOf(world, idle.id)).toMatchObject([
      {
        by: 'mara',
        reason: 'Makes room for urgent work: The bank stands still',
        changes: [{ to: 'paused until 2026-11-30' }],
      },
    ]);
    expect((await viewOverCap(fire.id, admin(world, 'mara'))).room).toMatchObject({ key: 'PAY-2' });
  });

  it('of a member waits, is seen to wait, and is answered by somebody else with a reason', async () => {
    const world = await overTheCap();
    await answerOverCap(fire.id, { ...yes, seen: '' }, member(world, 'luca'));
    const { answer, seen } = await viewOverCap(fire.id, member(world, 'hana'));
    expect(answer).toMatchObject({
      idle: 'it waits for approval',
      by: 'Name of luca',
      canAnswer: false,
    });
    await expect(answerOverCap(fire.id, { ...yes, seen }, member(world, 'hana'))).rejects.toThrow(
      Forbidden,
    );
    await expect(answerOverCap(fire.id, { ...yes, seen }, admin(world, 'luca'))).rejects.toThrow(
      Forbidden,
    );
    await answerOverCap(
      fire.id,
      { ...yes, reason: 'Agreed on the phone', pause: 'PAY-3', seen },
      admin(world, 'mara', 5),
    );
    expect((await viewOverCap(fire.id, admin(world, 'mara'))).answer).toMatchObject({ idle: null });
    expect(logOf(world, fire.id).map(({ by, reason }) => [by, reason])).toEqual([
      ['luca', 'The bank stands still'],
      ['mara', 'Agreed on the phone'],
    ]);
    expect(world.entries.get(idle.id)?.written?.reasons).toMatch(/^paused/);
  });

  it('is refused with a reason by who may, and by nobody else', async () => {
    const world = await overTheCap();
    await expect(
      answerOverCap(fire.id, { ...yes, accept: false, seen: '' }, member(world, 'luca')),
    ).rejects.toThrow(Forbidden);
    await answerOverCap(
      fire.id,
      { accept: false, reason: 'Close PAY-9 first', pause: 'PAY-3', seen: '' },
      admin(world, 'mara'),
    );
    expect((await viewOverCap(fire.id, admin(world, 'mara'))).answer?.refused).toBe(true);
    expect((await world.overrides.of(fire.id)).at(-1)?.approval).toEqual({
      state: 'refused',
      by: 'mara',
      at: '2026-11-16',
    });
    expect(logOf(world, fire.id)).toMatchObject([
      {
        by: 'mara',
        reason: 'Close PAY-9 first',
        changes: [{ to: 'hot fix beyond the cap, refused' }],
      },
    ]);
    expect(world.entries.get(idle.id)?.written?.reasons).not.toMatch(/^paused/);
  });

  it('of a second person who did not see the first is not saved, and pauses nothing', async () => {
    const world = await overTheCap();
    const { seen } = await viewOverCap(fire.id, admin(world, 'teo'));
    await answerOverCap(fire.id, { ...yes, accept: false, seen }, admin(world, 'mara'));
    const second = answerOverCap(fire.id, { ...yes, pause: 'PAY-3', seen }, admin(world, 'teo', 5));
    await expect(second).rejects.toThrow(
      'Name of mara changed the overrides of this issue before you saved yours',
    );
    expect((await viewOverrides(idle.id, admin(world, 'teo'))).overrides).toEqual([]);
  });

  it('is not accepted when the pause it was meant with is no longer the one shown, or is not theirs to make', async () => {
    const world = await overTheCap();
    await expect(
      answerOverCap(fire.id, { ...yes, pause: 'PAY-2', seen: '' }, admin(world, 'mara')),
    ).rejects.toThrow('PAY-2 is no longer the least advanced strategic work');
    const document = {
      ...defaultRubric,
      decisionRights: {
        ...defaultRubric.decisionRights,
        overrideLane: { roles: ['Leads'], people: [], approvers: { roles: [], people: [] } },
        acceptOverCap: { roles: [], people: [], approvers: { roles: [], people: [] } },
      },
    };
    await world.rubrics.publish(
      { project: 'PAY' },
      { document, version: 1, by: 'mara', reason: 'rights', at: NOW.toISOString() },
    );
    await expect(
      answerOverCap(fire.id, { ...yes, pause: 'PAY-3', seen: '' }, member(world, 'luca')),
    ).rejects.toThrow('only Leads may do this');
    expect((await viewOverCap(fire.id, member(world, 'luca'))).answer).toBeNull();
  });

  it('needs no answer once the cap holds again', async () => {
    const world = await overTheCap();
    const document = {
      ...defaultRubric,
      capacity: {
        ...defaultRubric.capacity,
        lanes: { 'hot fix': { least: 0, most: 0.5, owner: null } },
      },
    };
    await world.rubrics.publish(
      { project: 'PAY' },
      { document, version: 1, by: 'mara', reason: 'more room', at: NOW.toISOString() },
    );
    expect((await viewOverCap(fire.id, admin(world, 'mara'))).over).toBeNull();
    await expect(
      answerOverCap(fire.id, { ...yes, seen: '' }, admin(world, 'mara')),
    ).rejects.toThrow(Declined);
  });
});
