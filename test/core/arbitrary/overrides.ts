import fc from 'fast-check';
import { aDecline, aLanePin, aMove, aPause } from '../builders/an-override';

const points = fc
  .integer({ min: -1000, max: 1000 })
  .filter((n) => n !== 0)
  .map((n) => n / 10);
const state = fc.constantFrom(
  {},
  { until: '2026-11-19' },
  { approval: { state: 'waiting' as const } },
  { approval: { state: 'approved' as const, by: 'bob', at: '2026-11-16' } },
  { at: '2026-11-21' },
);

/** What may be kept of people's judgement of an issue: in force, over, waiting, and things that are no override at all. */
export const overrides: fc.Arbitrary<readonly unknown[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(points, state, fc.nat(9))
        .map(([by, given, n]) => aMove(by, { id: `move-${n}`, ...given })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('hot fix' as const, 'stability' as const, 'strategic bet' as const),
          state,
          fc.nat(9),
        )
        .map(([lane, given, n]) => aLanePin(lane, { id: `pin-${n}`, ...given })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(state, fc.nat(9))
        .map(([given, n]) => aPause({ id: `pause-${n}`, ...given })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(state, fc.nat(9))
        .map(([given, n]) => aDecline({ id: `decline-${n}`, ...given })),
    },
    { weight: 1, arbitrary: fc.jsonValue() },
  ),
  { maxLength: 4 },
);
