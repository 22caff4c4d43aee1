import { overrideIdOf } from '../../../src/core/overrides/override-id';
import { MOST_KEPT } from '../../../src/core/overrides/override-limits';
import { stampOf } from '../../../src/core/overrides/override-words';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { Declined, Forbidden } from '../../../src/usecases/ports/failures';
import { answerOverride, undoOverride } from '../../../src/usecases/overrides/answer-override';
import type { Asking } from '../../../src/usecases/ports/world';

import type { OverrideRequest } from '../../../src/contract/overrides';
import { proposeOverride } from '../../../src/usecases/overrides/propose-override';
import { previewOverride, viewOverrides } from '../../../src/usecases/overrides/view-overrides';
import { rescoreFromLedger } from '../../../src/usecases/scoring/rescore-from-ledger';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import { viewLane } from '../../../src/usecases/issue-panel/view-lane';
import { aViewer, anIssue, inMemoryWorld, NOW } from '../in-memory-world';
import {
  aScoredWorld,
  asAdmin,
  asMember,
  issue,
  laneOf,
  logOf,
  toHotFix,
} from './overridden-world';

describe('an override', () => {
  it('of a member waits without effect until somebody else who may approves it', async () => {
    const world = await aScoredWorld();
    await proposeOverride(issue.id, toHotFix, '', asMember(world, 'luca'));
    expect(laneOf(world)).toBe('feature improvement');
    const [waiting] = (await viewOverrides(issue.id, asAdmin(world, 'mara'))).overrides;
    expect(waiting).toMatchObject({
      canAnswer: true,
      idle: 'it waits for approval',
      by: 'Name of luca',
    });
    const { seen } = await viewOverrides(issue.id, asAdmin(world, 'mara'));
    await answerOverride(
      issue.id,
      { id: waiting?.id ?? '', approve: true, seen },
      asAdmin(world, 'mara'),
    );
    expect(laneOf(world)).toBe('hot fix');
    expect(
      logOf(world)
        .filter(({ kind }) => kind === 'override')
        .map(({ by }) => by)
        .sort(),
    ).toEqual(['luca', 'mara']);
  });

  it('is not approved by its own author, nor by somebody without the right', async () => {
    const world = await aScoredWorld();
    await proposeOverride(issue.id, toHotFix, '', asMember(world, 'luca'));
    const { seen, overrides } = await viewOverrides(issue.id, asMember(world, 'hana'));
    const id = overrides[0]?.id ?? '';
    await expect(
      answerOverride(issue.id, { id: id, approve: true, seen }, asMember(world, 'hana')),
    ).rejects.toThrow(Forbidden);
    await expect(
      answerOverride(issue.id, { id: id, approve: true, seen }, asAdmin(world, 'luca')),
    ).rejects.toThrow(Forbidden);
  });

  it('of the lane owner holds at once', async () => {
    const world = await aScoredWorld();
    const document = {
      ...defaultRubric,
      capacity: {
        ...defaultRubric.capacity,
        lanes: { 'hot fix': { least: 0, most: 0.2, owner: 'omar' } },
      },
    };
    await world.rubrics.publish(
      { project: 'PAY' },
      { document, version: 1, by: 'mara', reason: 'an owner', at: NOW.toISOString() },
    );
    await proposeOverride(issue.id, toHotFix, '', asMember(world, 'omar'));
    expect(laneOf(world)).toBe('hot fix');
  });

  it('of somebody who may not edit is refused with the reason', async () => {
    const world = await aScoredWorld();
    const asViewer: Asking = { ...asMember(world, 'gil'), viewer: aViewer() };
    expect((await viewOverrides(issue.id, asViewer)).may.lane['hot fix']).toMatchObject({
      may: false,
      why: 'You may not edit issues of this project.',
    });
    await expect(proposeOverride(issue.id, toHotFix, '', asViewer)).rejects.toThrow(Forbidden);
  });

  it('of a second person who did not see the first is not saved, and says whose it was', async () => {
    const world = await aScoredWorld();
    const { seen } = await viewOverrides(issue.id, asAdmin(world, 'teo'));
    await proposeOverride(issue.id, toHotFix, seen, asAdmin(world, 'mara'));
    const second = proposeOverride(
      issue.id,
      { ...toHotFix, lane: 'strategic bet' },
      seen,
      asAdmin(world, 'teo', new Date(NOW.getTime() + 5)),
    );
    await expect(second).rejects.toThrow(
      'Name of mara changed the overrides of this issue before you saved yours',
    );
    await expect(second).rejects.toThrow(Declined);
    expect(laneOf(world)).toBe('hot fix');
  });

  it.each([
    ['acc-zoe', 'acc-adam'],
    ['acc-adam', 'acc-zoe'],
  ])(
    'of %s gives way to that of %s an hour later, as the preview has promised',
    async (first, second) => {
      const world = await aScoredWorld();
      await proposeOverride(
        issue.id,
        { ...toHotFix, lane: 'stability' },
        '',
        asAdmin(world, first),
      );
      const later = asAdmin(world, second, new Date(NOW.getTime() + 3_600_000));
      const wish: OverrideRequest = { ...toHotFix, lane: 'strategic bet' };
      expect((await previewOverride(issue.id, wish, later)).after.lane).toBe('strategic bet');
      await proposeOverride(issue.id, wish, (await viewOverrides(issue.id, later)).seen, later);
      expect(laneOf(world)).toBe('strategic bet');
      expect((await viewOverrides(issue.id, later)).overrides).toMatchObject([
        { idle: null, by: `Name of ${second}` },
        { idle: 'a newer override of the same kind replaces it', by: `Name of ${first}` },
      ]);
    },
  );

  it('that is made in the same moment as another, or by a clock behind it, gives way all the same', async () => {
    const world = await aScoredWorld();
    const mara = asAdmin(world, 'mara');
    await proposeOverride(issue.id, { ...toHotFix, lane: 'stability' }, '', mara);
    await proposeOverride(
      issue.id,
      toHotFix,
      (await viewOverrides(issue.id, mara)).seen,
      asAdmin(world, 'mara', new Date(NOW.getTime() - 5)),
    );
    expect(laneOf(world)).toBe('hot fix');
    expect(new Set((await world.overrides.of(issue.id)).map(({ id }) => id)).size).toBe(2);
  });

  it('that was answered meanwhile names who answered, not whose it is', async () => {
    const world = await aScoredWorld();
    const asked = await proposeOverride(issue.id, toHotFix, '', asMember(world, 'luca'));
    const { seen } = await viewOverrides(issue.id, asAdmin(world, 'teo'));
    await answerOverride(issue.id, { id: asked.id, approve: true, seen }, asAdmin(world, 'mara'));
    await expect(
      proposeOverride(issue.id, { ...toHotFix, lane: 'stability' }, seen, asAdmin(world, 'teo')),
    ).rejects.toThrow('Name of mara changed the overrides');
  });

  it('can be answered with a reason, which the log keeps', async () => {
    const world = await aScoredWorld();
    const asked = await proposeOverride(issue.id, toHotFix, '', asMember(world, 'luca'));
    const { seen } = await viewOverrides(issue.id, asAdmin(world, 'mara'));
    await answerOverride(
      issue.id,
      { id: asked.id, approve: false, seen, reason: 'The bank can wait' },
      asAdmin(world, 'mara'),
    );
    expect(logOf(world)).toContainEqual(
      expect.objectContaining({
        by: 'mara',
        reason: 'The bank can wait',
        changes: [
          {
            what: 'override',
            from: 'lane hot fix, waiting for approval',
            to: 'lane hot fix, refused',
          },
        ],
      }),
    );
  });

  it('can be taken back however many an issue has, and one more is refused with what to do', async () => {
    const world = await aScoredWorld();
    const long = '712020:8a8f0b1c-1f5e-4c0a-9a53-8c9d2f1e0a77';
    // As an earlier version may have left them: none of them behind another for as long.
    const many = Array.from({ length: MOST_KEPT + 5 }, (_, place) => ({
      kind: 'lane' as const,
      lane: 'stability' as const,
      reason: 'A promise',
      by: long,
      at: '2026-11-16',
      approval: { state: 'not needed' as const },
      id: overrideIdOf(long, new Date(NOW.getTime() - 1_000 + place), []),
      until: new Date(NOW.getTime() + (100 - place) * 86_400_000).toISOString().slice(0, 10),
    }));
    await world.overrides.replace(issue.id, many, []);
    const { seen, overrides } = await viewOverrides(issue.id, asAdmin(world, 'mara'));
    expect([seen, seen.length < 4_000]).toEqual([stampOf(many), true]);
    await expect(proposeOverride(issue.id, toHotFix, seen, asAdmin(world, 'mara'))).rejects.toThrow(
      `This issue has ${MOST_KEPT} overrides or more already`,
    );
    await undoOverride(issue.id, overrides[0]?.id ?? '', seen, asAdmin(world, 'mara'));
    expect((await world.overrides.of(issue.id)).length).toBe(MOST_KEPT + 4);
  });

  it('ends by its date, and the log says so when the issue is scored next', async () => {
    const world = await aScoredWorld();
    await proposeOverride(issue.id, toHotFix, '', asAdmin(world, 'mara'));
    expect(laneOf(world)).toBe('hot fix');
    await scoreIssues([issue.id], world, new Date('2026-11-21T01:00:00Z'));
    expect(laneOf(world)).toBe('feature improvement');
    const changes = logOf(world).flatMap((entry) => entry.changes);
    expect(changes).toContainEqual({
      what: 'override',
      from: 'lane hot fix',
      to: 'ended',
      because: 'it held until 2026-11-20',
    });
    expect(changes).toContainEqual(
      expect.objectContaining({ what: 'lane', from: 'hot fix', to: 'feature improvement' }),
    );
  });

  it('moves the score by its points, and everything is as before once it is taken back', async () => {
    const world = await aScoredWorld();
    const before = world.entries.get(issue.id)?.written?.score ?? 0;
    const wish: OverrideRequest = {
      kind: 'points',
      points: 7.5,
      reason: 'A promise',
      until: '2026-12-31',
    };
    const preview = await previewOverride(issue.id, wish, asAdmin(world, 'mara'));
    await proposeOverride(issue.id, wish, '', asAdmin(world, 'mara'));
    expect(world.entries.get(issue.id)?.written?.score).toBeCloseTo(before + 7.5, 6);
    expect(preview.after.score).toBe(world.entries.get(issue.id)?.written?.score);
    const { seen, overrides } = await viewOverrides(issue.id, asAdmin(world, 'mara'));
    await undoOverride(issue.id, overrides[0]?.id ?? '', seen, asAdmin(world, 'mara'));
    expect(world.entries.get(issue.id)?.written?.score).toBe(before);
  });

  it('needs an end that is not over, and neither days nor points beyond what the rubric allows', async () => {
    const world = await aScoredWorld();
    await expect(
      proposeOverride(issue.id, { ...toHotFix, until: '2026-11-15' }, '', asAdmin(world, 'mara')),
    ).rejects.toThrow('over already');
    await expect(
      proposeOverride(issue.id, { ...toHotFix, until: '2028-01-01' }, '', asAdmin(world, 'mara')),
    ).rejects.toThrow('more than 180 days');
    const farUp: OverrideRequest = {
      kind: 'points',
      points: -30.1,
      reason: 'No',
      until: '2026-11-20',
    };
    await expect(proposeOverride(issue.id, farUp, '', asAdmin(world, 'mara'))).rejects.toThrow(
      '30.1 points are more than the 30 that the rubric allows',
    );
    expect((await viewOverrides(issue.id, asAdmin(world, 'mara'))).limits).toMatchObject({
      points: 30,
      usualEnd: '2026-11-30',
      lastDay: { lane: '2027-05-15', decline: '2027-11-17' },
    });
  });
});

describe('declining and pausing', () => {
  const decline: OverrideRequest = {
    kind: 'decline',
    reason: 'Nobody asked for it',
    until: '2026-11-20',
  };
  const pause: OverrideRequest = {
    kind: 'pause',
    reason: 'The expert is away',
    until: '2026-11-20',
  };

  it('is by an act of its own: who may override lanes may pause, and only who is named may decline', async () => {
    const world = await aScoredWorld();
    const { may } = await viewOverrides(issue.id, asMember(world, 'luca'));
    expect(may.pause).toMatchObject({ may: true, approval: 'needed', approvers: 'Administrators' });
    expect(may.decline).toMatchObject({
      may: false,
      why: 'By the decision rights only Administrators may do this.',
    });
    await expect(proposeOverride(issue.id, decline, '', asMember(world, 'luca'))).rejects.toThrow(
      Forbidden,
    );
    world.roleMembers['Administrators'] = ['vera'];
    expect((await viewOverrides(issue.id, asMember(world, 'vera'))).may.decline).toMatchObject({
      may: true,
      approval: 'not needed',
    });
  });

  it('is not decided by owning the lane', async () => {
    const world = await aScoredWorld();
    const document = {
      ...defaultRubric,
      capacity: {
        ...defaultRubric.capacity,
        lanes: { 'feature improvement': { least: 0, most: 1, owner: 'omar' } },
      },
    };
    await world.rubrics.publish(
      { project: 'PAY' },
      { document, version: 1, by: 'mara', reason: 'an owner', at: NOW.toISOString() },
    );
    const { may } = await viewOverrides(issue.id, asMember(world, 'omar'));
    expect([may.pause, may.decline]).toMatchObject([
      { may: true, approval: 'not needed' },
      { may: false },
    ]);
  });

  it('shows beforehand what it does, also where only a mark changes', async () => {
    const world = await aScoredWorld();
    expect((await previewOverride(issue.id, decline, asAdmin(world, 'mara'))).after).toEqual({
      score: null,
      lane: 'declined',
      band: null,
      horizon: null,
      paused: false,
    });
    const { before, after } = await previewOverride(issue.id, pause, asAdmin(world, 'mara'));
    expect(after).toEqual({ ...before, paused: true });
  });

  it('takes declined work out of ranks and capacity, and brings it back by the daily run, which says so once', async () => {
    const other = anIssue('PAY-2');
    const world = inMemoryWorld([issue, other]);
    await scoreIssues([issue.id, other.id], world, NOW);
    await proposeOverride(issue.id, decline, '', asAdmin(world, 'mara'));
    expect(world.entries.get(issue.id)?.written).toMatchObject({
      score: null,
      lane: 'declined',
      horizon: null,
      reasons: 'declined until 2026-11-20',
    });
    const standing = await viewLane(other.id, aViewer(), world, NOW);
    expect([
      standing.rank,
      standing.lanes.find(({ lane }) => lane === 'feature improvement')?.issues,
    ]).toEqual([{ place: 1, of: 1 }, 1]);
    expect((await viewLane(issue.id, aViewer(), world, NOW)).rank).toBeNull();

    const ended = new Date('2026-11-21T00:30:00Z');
    const held = world.entries.get(issue.id);
    expect(held?.wakeDay).toBe(Math.floor(ended.getTime() / 86_400_000));
    await Promise.all([
      rescoreFromLedger(held === undefined ? [] : [held], 'time', world, ended),
      scoreIssues([issue.id], world, new Date('2026-11-21T00:30:01Z')),
    ]);
    expect(laneOf(world)).toBe('feature improvement');
    expect(
      logOf(world).filter(({ changes }) => changes.some(({ to }) => to === 'ended')),
    ).toHaveLength(1);
    expect((await viewLane(other.id, aViewer(), world, ended)).rank).toMatchObject({ of: 2 });
  });

  it('lifts and logs a pause that moved nothing but its mark', async () => {
    const world = await aScoredWorld();
    const before = world.entries.get(issue.id)?.written;
    await proposeOverride(issue.id, pause, '', asAdmin(world, 'mara'));
    const held = world.entries.get(issue.id);
    expect(held?.written).toMatchObject({
      score: before?.score,
      lane: before?.lane,
      reasons: expect.stringMatching(/^paused until 2026-11-20 · /) as string,
    });
    await rescoreFromLedger(
      held === undefined ? [] : [held],
      'time',
      world,
      new Date('2026-11-21T00:30:00Z'),
    );
    expect(world.entries.get(issue.id)?.written?.reasons).toBe(before?.reasons);
    expect(logOf(world).flatMap(({ changes }) => changes)).toContainEqual({
      what: 'override',
      from: 'paused',
      to: 'ended',
      because: 'it held until 2026-11-20',
    });
  });

  it('is kept however many other overrides came and went', async () => {
    const world = await aScoredWorld();
    await proposeOverride(
      issue.id,
      { ...decline, until: '2027-06-01' },
      '',
      asAdmin(world, 'mara'),
    );
    for (let day = 0; day < 30; day++) {
      const then = new Date(NOW.getTime() + day * 86_400_000);
      const { seen } = await viewOverrides(issue.id, asAdmin(world, 'mara', then));
      await proposeOverride(
        issue.id,
        { ...toHotFix, until: then.toISOString().slice(0, 10) },
        seen,
        asAdmin(world, 'mara', then),
      );
    }
    expect(laneOf(world)).toBe('declined');
    expect((await world.overrides.of(issue.id)).length).toBeLessThanOrEqual(23);
  });
});
