import { Declined } from '../../../src/usecases/ports/failures';
import { answerOverride, undoOverride } from '../../../src/usecases/overrides/answer-override';
import { proposeOverride } from '../../../src/usecases/overrides/propose-override';
import { viewOverrides } from '../../../src/usecases/overrides/view-overrides';
import { rescoreFromLedger } from '../../../src/usecases/scoring/rescore-from-ledger';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import type { InMemoryWorld } from '../in-memory-world';
import {
  aScoredWorld,
  asAdmin,
  asMember,
  issue,
  laneOf,
  logOf,
  toHotFix,
} from './overridden-world';

describe('an override that nobody answers', () => {
  const after = new Date('2026-11-21T00:30:00Z');

  async function unanswered(): Promise<{ readonly world: InMemoryWorld; readonly id: string }> {
    const world = await aScoredWorld();
    const { id } = await proposeOverride(issue.id, toHotFix, '', asMember(world, 'luca'));
    return { world, id };
  }
  const lapses = (world: InMemoryWorld) =>
    logOf(world).filter(({ changes }) => changes.some(({ to }) => to === 'lapsed unanswered'));
  const held = (world: InMemoryWorld) => [...world.entries.values()];

  it('lapses with its last day: it says so, and can be answered no more', async () => {
    const { world, id } = await unanswered();
    const mara = asAdmin(world, 'mara', after);
    const { seen, overrides } = await viewOverrides(issue.id, mara);
    expect(overrides).toMatchObject([
      {
        state: 'lapsed',
        canAnswer: false,
        canUndo: true,
        idle: 'nobody answered it by 2026-11-20, its last day',
      },
    ]);
    for (const approve of [true, false]) {
      const answer = answerOverride(issue.id, { id: id, approve: approve, seen }, mara);
      await expect(answer).rejects.toThrow('This override lapsed unanswered on 2026-11-20');
      await expect(answer).rejects.toThrow(Declined);
    }
    expect(await world.overrides.of(issue.id)).toMatchObject([{ approval: { state: 'waiting' } }]);
  });

  it('waits to the end of its last day', async () => {
    const { world, id } = await unanswered();
    const mara = asAdmin(world, 'mara', new Date('2026-11-20T23:59:00Z'));
    const { seen, overrides } = await viewOverrides(issue.id, mara);
    expect(overrides).toMatchObject([{ state: 'waiting', canAnswer: true }]);
    await answerOverride(issue.id, { id: id, approve: true, seen }, mara);
    expect(laneOf(world)).toBe('hot fix');
  });

  it('is looked at by the daily run of the day after, which logs the lapse once, however often it runs', async () => {
    const { world } = await unanswered();
    expect(held(world)[0]?.wakeDay).toBe(Math.floor(after.getTime() / 86_400_000));
    await rescoreFromLedger(held(world), 'time', world, new Date('2026-11-20T23:59:00Z'));
    expect(lapses(world)).toEqual([]);
    await rescoreFromLedger(held(world), 'time', world, after);
    await scoreIssues([issue.id], world, new Date(after.getTime() + 3_600_000));
    await rescoreFromLedger(held(world), 'time', world, new Date(after.getTime() + 86_400_000));
    expect(lapses(world)).toMatchObject([
      {
        at: after.toISOString(),
        kind: 'override',
        by: null,
        cause: 'nobody answered it in time',
        changes: [
          {
            from: 'lane hot fix, waiting for approval',
            to: 'lapsed unanswered',
            because: 'it waited until 2026-11-20',
          },
        ],
      },
    ]);
    expect(laneOf(world)).toBe('feature improvement');
  });

  it('is logged once also where an earlier version did not know when to look', async () => {
    const { world } = await unanswered();
    const [entry] = held(world);
    if (entry !== undefined) world.entries.set(issue.id, { ...entry, wakeDay: null });
    await scoreIssues([issue.id], world, after);
    await scoreIssues([issue.id], world, new Date(after.getTime() + 3_600_000));
    expect(lapses(world)).toMatchObject([{ at: after.toISOString() }]);
  });

  it('has not lapsed when it was answered or taken back in time', async () => {
    for (const approve of [true, false, null]) {
      const { world, id } = await unanswered();
      const mara = asAdmin(world, 'mara');
      const { seen } = await viewOverrides(issue.id, mara);
      await (approve === null
        ? undoOverride(issue.id, id, seen, mara)
        : answerOverride(issue.id, { id: id, approve: approve, seen }, mara));
      await rescoreFromLedger(held(world), 'time', world, after);
      expect(lapses(world)).toEqual([]);
    }
  });
});
