import { defaultRubric } from '../../src/core/rubric/default-rubric';
import { Declined, Forbidden } from '../../src/usecases/failures';
import { listDecisions } from '../../src/usecases/list-decisions';
import { answerOverride, undoOverride } from '../../src/usecases/override/answer-override';
import type { Asking } from '../../src/usecases/override/override-desk';
import { proposeOverride, type Wish } from '../../src/usecases/override/propose-override';
import { previewOverride, viewOverrides } from '../../src/usecases/override/view-overrides';
import { rescoreHeld } from '../../src/usecases/rescore-held';
import { scoreIssues } from '../../src/usecases/score-issues';
import { viewLane } from '../../src/usecases/view-lane';
import { aViewer, anIssue, inMemoryWorld, NOW, type InMemoryWorld } from './in-memory-world';

const people = { names: async (ids: readonly string[]) => new Map(ids.map((id) => [id, `Name of ${id}`])) };
const issue = anIssue('PAY-1');
const toHotFix: Wish = { kind: 'lane', lane: 'hot fix', reason: 'The bank called', until: '2026-11-20' };

const asMember = (world: InMemoryWorld, me: string, now = NOW): Asking => ({ world, viewer: aViewer({ permissions: ['EDIT_ISSUES'] }), people, me, now });
const asAdmin = (world: InMemoryWorld, me: string, now = NOW): Asking => ({ world, viewer: aViewer({ permissions: ['EDIT_ISSUES', 'ADMINISTER_PROJECTS'] }), people, me, now });

async function aScoredWorld(): Promise<InMemoryWorld> {
  const world = inMemoryWorld([issue]);
  await scoreIssues([issue.id], world, NOW);
  return world;
}

const laneOf = (world: InMemoryWorld) => world.entries.get(issue.id)?.written?.lane;
const logOf = async (world: InMemoryWorld) => (await listDecisions(issue.id, aViewer(), people, world)).map(({ decision }) => decision);

describe('an override', () => {
  it('of a member waits without effect until somebody else who may approves it', async () => {
    const world = await aScoredWorld();
    await proposeOverride(issue.id, toHotFix, '', asMember(world, 'luca'));
    expect(laneOf(world)).toBe('feature improvement');
    const [waiting] = (await viewOverrides(issue.id, asAdmin(world, 'mara'))).overrides;
    expect(waiting).toMatchObject({ canAnswer: true, idle: 'it waits for approval', by: 'Name of luca' });
    const { seen } = await viewOverrides(issue.id, asAdmin(world, 'mara'));
    await answerOverride(issue.id, waiting?.override.id ?? '', true, seen, asAdmin(world, 'mara'));
    expect(laneOf(world)).toBe('hot fix');
    expect((await logOf(world)).filter(({ kind }) => kind === 'override').map(({ by }) => by).sort()).toEqual(['luca', 'mara']);
  });

  it('is not approved by its own author, nor by somebody without the right', async () => {
    const world = await aScoredWorld();
    await proposeOverride(issue.id, toHotFix, '', asMember(world, 'luca'));
    const { seen, overrides } = await viewOverrides(issue.id, asMember(world, 'hana'));
    const id = overrides[0]?.override.id ?? '';
    await expect(answerOverride(issue.id, id, true, seen, asMember(world, 'hana'))).rejects.toThrow(Forbidden);
    await expect(answerOverride(issue.id, id, true, seen, asAdmin(world, 'luca'))).rejects.toThrow(Forbidden);
  });

  it('of the lane owner holds at once', async () => {
    const world = await aScoredWorld();
    const document = { ...defaultRubric, capacity: { ...defaultRubric.capacity, lanes: { 'hot fix': { least: 0, most: 0.2, owner: 'omar' } } } };
    await world.rubrics.publish({ project: 'PAY' }, { document, version: 1, by: 'mara', reason: 'an owner', at: NOW.toISOString() });
    await proposeOverride(issue.id, toHotFix, '', asMember(world, 'omar'));
    expect(laneOf(world)).toBe('hot fix');
  });

  it('of somebody who may not edit is refused with the reason', async () => {
    const world = await aScoredWorld();
    const asViewer: Asking = { world, viewer: aViewer(), people, me: 'gil', now: NOW };
    expect((await viewOverrides(issue.id, asViewer)).may.lane).toMatchObject({ may: false, why: 'You may not edit issues of this project.' });
    await expect(proposeOverride(issue.id, toHotFix, '', asViewer)).rejects.toThrow(Forbidden);
  });

  it('of a second person who did not see the first is not saved, and says whose it was', async () => {
    const world = await aScoredWorld();
    const { seen } = await viewOverrides(issue.id, asAdmin(world, 'teo'));
    await proposeOverride(issue.id, toHotFix, seen, asAdmin(world, 'mara'));
    const second = proposeOverride(issue.id, { ...toHotFix, lane: 'strategic bet' }, seen, asAdmin(world, 'teo', new Date(NOW.getTime() + 5)));
    await expect(second).rejects.toThrow('Name of mara changed the overrides of this issue before you saved yours');
    await expect(second).rejects.toThrow(Declined);
    expect(laneOf(world)).toBe('hot fix');
  });

  it('ends by its date, and the log says so when the issue is scored next', async () => {
    const world = await aScoredWorld();
    await proposeOverride(issue.id, toHotFix, '', asAdmin(world, 'mara'));
    expect(laneOf(world)).toBe('hot fix');
    await scoreIssues([issue.id], world, new Date('2026-11-21T01:00:00Z'));
    expect(laneOf(world)).toBe('feature improvement');
    const changes = (await logOf(world)).flatMap((entry) => entry.changes);
    expect(changes).toContainEqual({ what: 'override', from: 'lane hot fix', to: 'ended', because: 'it held until 2026-11-20' });
    expect(changes).toContainEqual(expect.objectContaining({ what: 'lane', from: 'hot fix', to: 'feature improvement' }));
  });

  it('moves the score by its points, and everything is as before once it is taken back', async () => {
    const world = await aScoredWorld();
    const before = world.entries.get(issue.id)?.written?.score ?? 0;
    const wish: Wish = { kind: 'points', points: 7.5, reason: 'A promise', until: '2026-12-31' };
    const preview = await previewOverride(issue.id, wish, asAdmin(world, 'mara'));
    await proposeOverride(issue.id, wish, '', asAdmin(world, 'mara'));
    expect(world.entries.get(issue.id)?.written?.score).toBeCloseTo(before + 7.5, 6);
    expect(preview.after.score).toBe(world.entries.get(issue.id)?.written?.score);
    const { seen, overrides } = await viewOverrides(issue.id, asAdmin(world, 'mara'));
    await undoOverride(issue.id, overrides[0]?.override.id ?? '', seen, asAdmin(world, 'mara'));
    expect(world.entries.get(issue.id)?.written?.score).toBe(before);
  });

  it('needs an end that is not over, and neither days nor points beyond what the rubric allows', async () => {
    const world = await aScoredWorld();
    await expect(proposeOverride(issue.id, { ...toHotFix, until: '2026-11-15' }, '', asAdmin(world, 'mara'))).rejects.toThrow('over already');
    await expect(proposeOverride(issue.id, { ...toHotFix, until: '2028-01-01' }, '', asAdmin(world, 'mara'))).rejects.toThrow('more than 180 days');
    const farUp: Wish = { kind: 'points', points: -30.1, reason: 'No', until: '2026-11-20' };
    await expect(proposeOverride(issue.id, farUp, '', asAdmin(world, 'mara'))).rejects.toThrow('30.1 points are more than the 30 that the rubric allows');
    expect((await viewOverrides(issue.id, asAdmin(world, 'mara'))).limits).toMatchObject({ points: 30, usualEnd: '2026-11-30', lastDay: { lane: '2027-05-15', decline: '2027-11-17' } });
  });
});

describe('declining and pausing', () => {
  const decline: Wish = { kind: 'decline', reason: 'Nobody asked for it', until: '2026-11-20' };
  const pause: Wish = { kind: 'pause', reason: 'The expert is away', until: '2026-11-20' };

  it('is by an act of its own: who may override lanes may pause, and only who is named may decline', async () => {
    const world = await aScoredWorld();
    const { may } = await viewOverrides(issue.id, asMember(world, 'luca'));
    expect(may.pause).toMatchObject({ may: true, approval: 'needed', approvers: 'Administrators' });
    expect(may.decline).toMatchObject({ may: false, why: 'By the decision rights only Administrators may do this.' });
    await expect(proposeOverride(issue.id, decline, '', asMember(world, 'luca'))).rejects.toThrow(Forbidden);
    world.roleMembers['Administrators'] = ['vera'];
    expect((await viewOverrides(issue.id, asMember(world, 'vera'))).may.decline).toMatchObject({ may: true, approval: 'not needed' });
  });

  it('is not decided by owning the lane', async () => {
    const world = await aScoredWorld();
    const document = { ...defaultRubric, capacity: { ...defaultRubric.capacity, lanes: { 'feature improvement': { least: 0, most: 1, owner: 'omar' } } } };
    await world.rubrics.publish({ project: 'PAY' }, { document, version: 1, by: 'mara', reason: 'an owner', at: NOW.toISOString() });
    const { may } = await viewOverrides(issue.id, asMember(world, 'omar'));
    expect([may.pause, may.decline]).toMatchObject([{ may: true, approval: 'not needed' }, { may: false }]);
  });

  it('shows beforehand what it does, also where only a mark changes', async () => {
    const world = await aScoredWorld();
    expect((await previewOverride(issue.id, decline, asAdmin(world, 'mara'))).after).toEqual({ score: null, lane: 'declined', band: null, horizon: null, paused: false });
    const { before, after } = await previewOverride(issue.id, pause, asAdmin(world, 'mara'));
    expect(after).toEqual({ ...before, paused: true });
  });

  it('takes declined work out of ranks and capacity, and brings it back by the daily run, which says so once', async () => {
    const other = anIssue('PAY-2');
    const world = inMemoryWorld([issue, other]);
    await scoreIssues([issue.id, other.id], world, NOW);
    await proposeOverride(issue.id, decline, '', asAdmin(world, 'mara'));
    expect(world.entries.get(issue.id)?.written).toMatchObject({ score: null, lane: 'declined', horizon: null, reasons: 'declined until 2026-11-20' });
    const standing = await viewLane(other.id, aViewer(), world, NOW);
    expect([standing.rank, standing.lanes.find(({ lane }) => lane === 'feature improvement')?.issues]).toEqual([{ place: 1, of: 1 }, 1]);
    expect((await viewLane(issue.id, aViewer(), world, NOW)).rank).toBeNull();

    const ended = new Date('2026-11-21T00:30:00Z');
    const held = world.entries.get(issue.id);
    expect(held?.wakeDay).toBe(Math.floor(ended.getTime() / 86_400_000));
    await Promise.all([rescoreHeld(held === undefined ? [] : [held], 'time', world, ended), scoreIssues([issue.id], world, new Date('2026-11-21T00:30:01Z'))]);
    expect(laneOf(world)).toBe('feature improvement');
    expect((await logOf(world)).filter(({ changes }) => changes.some(({ to }) => to === 'ended'))).toHaveLength(1);
    expect((await viewLane(other.id, aViewer(), world, ended)).rank).toMatchObject({ of: 2 });
  });

  it('lifts and logs a pause that moved nothing but its mark', async () => {
    const world = await aScoredWorld();
    const before = world.entries.get(issue.id)?.written;
    await proposeOverride(issue.id, pause, '', asAdmin(world, 'mara'));
    const held = world.entries.get(issue.id);
    expect(held?.written).toMatchObject({ score: before?.score, lane: before?.lane, reasons: expect.stringMatching(/^paused until 2026-11-20 · /) as string });
    await rescoreHeld(held === undefined ? [] : [held], 'time', world, new Date('2026-11-21T00:30:00Z'));
    expect(world.entries.get(issue.id)?.written?.reasons).toBe(before?.reasons);
    expect((await logOf(world)).flatMap(({ changes }) => changes)).toContainEqual({ what: 'override', from: 'paused', to: 'ended', because: 'it held until 2026-11-20' });
  });

  it('is kept however many other overrides came and went', async () => {
    const world = await aScoredWorld();
    await proposeOverride(issue.id, { ...decline, until: '2027-06-01' }, '', asAdmin(world, 'mara'));
    for (let day = 0; day < 30; day++) {
      const then = new Date(NOW.getTime() + day * 86_400_000);
      const { seen } = await viewOverrides(issue.id, asAdmin(world, 'mara', then));
      await proposeOverride(issue.id, { ...toHotFix, until: then.toISOString().slice(0, 10) }, seen, asAdmin(world, 'mara', then));
    }
    expect(laneOf(world)).toBe('declined');
    expect((await world.overrides.of(issue.id)).length).toBeLessThanOrEqual(23);
  });
});
