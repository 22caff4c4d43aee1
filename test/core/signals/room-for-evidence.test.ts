import { withinRoom } from '../../../src/core/signals/room-for-evidence';
import type { RecordedEvidence } from '../../../src/core/signals/recorded';
import { anIncident } from '../builders/signals-of';

const recorded = (n: number, given: Partial<RecordedEvidence> = {}): RecordedEvidence => ({
  source: 'monitor',
  externalId: `T-${n}`,
  kind: 'support',
  customer: '銀'.repeat(128),
  segment: null,
  level: null,
  value: null,
  open: false,
  at: `20${10 + (n % 15)}-03-03`,
  ...given,
});
const many = Array.from({ length: 1_000 }, (_, n) => recorded(n));

describe('room for recorded evidence', () => {
  it('is for everything while there is some', () => {
    const few = many.slice(0, 200);
    expect(withinRoom(few, [], [])).toEqual({ listed: few, summedUp: [], leftOut: {} });
  });

  it('is first for what is open, told of a linked issue, and new; in any order', () => {
    const open = recorded(2_000, { open: true, at: '2001-01-01' });
    const twin = recorded(2_001, { externalId: 'inc-1', at: '2001-01-01' });
    const all = [open, twin, ...many];
    const { listed, summedUp } = withinRoom(all, [], [anIncident({ id: 'INC-1' })]);
    expect(listed.slice(0, 2)).toEqual([open, twin]);
    expect(listed.length).toBeGreaterThan(200);
    const days = summedUp.flatMap(({ spans }) => spans);
    expect(listed.length + days.reduce((sum, [, , count]) => sum + count, 0)).toBe(1_002);
    const oldestListed = listed
      .slice(2)
      .map(({ at }) => at)
      .sort()[0]!;
    const latest = Math.max(...days.map(([, until]) => until));
    expect(latest).toBeLessThanOrEqual(Date.parse(oldestListed) / 86_400_000);
    const turned = withinRoom(all.toReversed(), [], [anIncident({ id: 'INC-1' })]);
    expect(new Set(turned.listed)).toEqual(new Set(listed));
    expect(turned.summedUp).toEqual(summedUp);
  });

  it('is among open pieces for incidents first and then for the newest, and says how many are left out', () => {
    const open = many.map((one) => ({ ...one, open: true }));
    const incidents = Array.from({ length: 20 }, (_, n) =>
      recorded(3_000 + n, { kind: 'incident', open: true, at: '2001-01-01' }),
    );
    const { listed, summedUp, leftOut } = withinRoom([...open, ...incidents], [], []);
    expect(summedUp).toEqual([]);
    expect(listed.slice(-20)).toEqual(incidents);
    expect(listed.length + (leftOut.support ?? 0)).toBe(1_020);
    expect(leftOut).toEqual({ support: expect.any(Number) as number });
    const days = (pieces: readonly RecordedEvidence[]) => pieces.map(({ at }) => at).sort();
    const gone = open.filter((one) => !listed.includes(one));
    expect(days(gone).at(-1)! <= days(listed.slice(0, -20))[0]!).toBe(true);
    expect(withinRoom([...incidents, ...open].toReversed(), [], []).leftOut).toEqual(leftOut);
  });
});
