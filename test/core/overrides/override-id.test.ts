import fc from 'fast-check';
import { momentIn, newerFirst, overrideIdOf } from '../../../src/core/overrides/override-id';
import { runs } from '../arbitrary/runs';

const at = new Date('2026-11-20T10:00:00Z');

describe('the id of an override', () => {
  it('says when it was made, whatever the account id before it looks like', () => {
    for (const by of ['ann', '712020:8a8f0b1c-1f5e-4c0a-9a53-1234567890123', 'acc-9'])
      expect(momentIn(overrideIdOf(by, at, []))).toBe(at.getTime());
  });

  it('is later than any that its author has seen, also where the clock of another machine was ahead', () => {
    const ahead = overrideIdOf('zoe', new Date(at.getTime() + 5_000), []);
    const mine = overrideIdOf('adam', at, [{ id: ahead }]);
    expect(momentIn(mine)).toBe(at.getTime() + 5_001);
    expect(overrideIdOf('adam', at, [{ id: overrideIdOf('adam', at, []) }])).not.toBe(
      overrideIdOf('adam', at, []),
    );
  });

  it('that tells no moment is older than any of that day that does', () => {
    const [first] = [
      { id: 'zzz', at: '2026-11-20' },
      { id: overrideIdOf('ann', at, []), at: '2026-11-20' },
    ].sort(newerFirst);
    expect(first?.id).toBe(overrideIdOf('ann', at, []));
  });

  it('puts overrides into one order, in whatever order they come', () => {
    const some = fc.record({
      id: fc.oneof(
        fc.string(),
        fc
          .tuple(fc.constantFrom('ann', 'bob', 'a-1'), fc.nat(3))
          .map(([by, later]) => overrideIdOf(by, new Date(at.getTime() + later), [])),
      ),
      at: fc.constantFrom('2026-11-19', '2026-11-20'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: ({ id }) => id, maxLength: 6 }), (all) => {
        expect(all.toSorted(newerFirst)).toEqual(all.toReversed().sort(newerFirst));
      }),
      runs,
    );
  });
});
