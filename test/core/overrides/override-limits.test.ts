import { MOST_KEPT, withOneMore } from '../../../src/core/overrides/override-limits';
import { stampOf, unseenIn } from '../../../src/core/overrides/override-words';
import { waitingOn } from '../../../src/core/overrides/overrides-in-force';
import { aDecline, aLanePin } from '../builders/an-override';

const today = '2026-11-20';
const of = (count: number, one: (place: number) => ReturnType<typeof aLanePin>) =>
  Array.from({ length: count }, (_, place) => one(place));
const dayIn = (days: number): string =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const long = '712020:8a8f0b1c-1f5e-4c0a-9a53-8c9d2f1e0a77';

describe('what an issue keeps of its overrides', () => {
  it('stays small where a rule pins the same lane every day, each time for longer', () => {
    const kept = of(150, (place) =>
      aLanePin('hot fix', {
        id: `rule-${1_795_000_000_000 + place}`,
        at: dayIn(place - 150),
        until: dayIn(place),
      }),
    ).reduce<readonly ReturnType<typeof aLanePin>[]>(
      (before, one) => withOneMore(before, one, today) as readonly ReturnType<typeof aLanePin>[],
      [aLanePin('stability', { id: 'longer', at: dayIn(-160), until: dayIn(400) })],
    );
    expect(kept.length).toBeLessThanOrEqual(MOST_KEPT);
    // What would come back to life once the newest is over stays, however old.
    expect(kept.map(({ id }) => id)).toContain('longer');
  });

  it('drops no wish that somebody may yet answer, unless the same person asked anew for as long', () => {
    const asks = (by: string) =>
      of(30, (place) =>
        aLanePin('hot fix', {
          id: `${by}-${1_795_000_000_000 + place}`,
          by,
          approval: { state: 'waiting' },
        }),
      );
    const next = withOneMore(
      [...asks('ann'), aDecline({ id: 'bob-1', by: 'bob', approval: { state: 'waiting' } })],
      aLanePin('stability', { id: 'cid-1795000000099', by: 'cid', approval: { state: 'waiting' } }),
      today,
    );
    expect(next.filter(({ by }) => by === 'ann')).toHaveLength(21);
    expect(next.filter(({ by }) => by === 'bob' || by === 'cid')).toHaveLength(2);
  });
});

describe('the stamp of a list of overrides', () => {
  const many = of(MOST_KEPT + 20, (place) =>
    aLanePin('hot fix', { id: `${long}-${1_795_000_000_000 + place}`, by: long }),
  );

  it('fits into a question also of more overrides than an issue may have', () => {
    expect(stampOf(many).length).toBeLessThan(4_000);
  });

  it('differs once one is added, answered or gone, and tells which one is new', () => {
    const seen = stampOf(many);
    const [first, ...rest] = many;
    const answered = [
      {
        ...aLanePin('hot fix'),
        ...first,
        approval: { state: 'approved', by: 'bob', at: today },
      } as const,
      ...rest,
    ];
    const added = [...many, aDecline({ id: 'ann-1795000000500' })];
    expect(new Set([seen, stampOf(answered), stampOf(added), stampOf(rest)]).size).toBe(4);
    expect(
      [unseenIn(answered, seen), unseenIn(added, seen), unseenIn(rest, seen)].map((list) =>
        list.map(({ id }) => id),
      ),
    ).toEqual([[first?.id], ['ann-1795000000500'], []]);
  });

  it('of no override is empty', () => {
    expect([stampOf([]), unseenIn([aDecline()], '').length]).toEqual(['', 1]);
  });
});

describe('what waits for an answer', () => {
  it('does so to the end of its last day, and is read from whatever is kept', () => {
    const asked = aLanePin('hot fix', { until: today, approval: { state: 'waiting' } });
    expect(waitingOn([asked, aDecline(), null, { id: 'x' }], today)).toEqual([asked]);
    expect(waitingOn([asked], '2026-11-21')).toEqual([]);
  });
});
