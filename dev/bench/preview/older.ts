import { rounded, type Bench } from '../bench';
import type { Wait } from './measured-wait';

export const OLDER_SOURCE = 'commit 4bccf78';
export const OLDER_NOTE = `${OLDER_SOURCE} by this same benchmark: its seconds are of an idle machine with two cores and were measured once, in November 2026; storage and quota are the same on any. Against reading every issue anew it came to × 5.3 to × 31 in time, × 1.9 to × 2.1 in storage.`;

/** What is known of a preview then: the seconds of the smallest backlog, and what the two largest took of storage and quota, are not. */
type OlderWait = Partial<Pick<Wait, 'seconds' | 'storageUnits' | 'points'>>;

/** By the number of issues. */
const OLDER: Readonly<Record<number, OlderWait>> = {
  200: { storageUnits: 21, points: 52 },
  1_000: { seconds: 0.91, storageUnits: 70, points: 52 },
  10_000: { seconds: 4.5, storageUnits: 708, points: 52 },
  19_600: { seconds: 8.8 },
  100_000: { seconds: 226 },
};

const rows: readonly (readonly [what: string, unit: string, of: keyof OlderWait])[] = [
  ['time', 's', 'seconds'],
  ['storage', 'units', 'storageUnits'],
  ['quota', 'points', 'points'],
];

/** A preview of so many issues beside the one of the older commit, as far as that was measured. */
export function besideOlder(size: number, name: string, ours: Wait): readonly Bench[] {
  return rows.flatMap(([what, unit, of]) => {
    const older = OLDER[size]?.[of];
    if (older === undefined) return [];
    return [
      {
        name: `${name}: ${what}, then and now`,
        unit,
        ours: rounded(ours[of]),
        peer: older,
        peerName: OLDER_SOURCE,
        ratio: rounded(older / Math.max(ours[of], 1e-9)),
      },
    ];
  });
}
