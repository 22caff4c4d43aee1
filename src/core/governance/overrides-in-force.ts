import { dayNumber, dayNumberOf } from '../scoring/days';
import { Override, type LaneOverride, type PointsOverride } from './override';

export type { LaneOverride, PointsOverride };

/** What an issue's overrides come to on a day: at most one of each kind holds, the newest. */
export interface OverridesInForce {
  readonly lane: LaneOverride | null;
  readonly points: PointsOverride | null;
  readonly idle: readonly IdleOverride[];
}

/** One without effect, and why. */
export interface IdleOverride {
  /** Null where the record does not even have an id. */
  readonly id: string | null;
  readonly why: string;
}

export const noOverrides: OverridesInForce = { lane: null, points: null, idle: [] };

/** Reads an issue's overrides as they are kept, in any order; whatever does not hold today has no effect and says why. */
export function overridesInForce(kept: readonly unknown[], now: Date): OverridesInForce {
  if (kept.length === 0) return noOverrides;
  const idle: IdleOverride[] = [];
  const valid: Override[] = [];
  for (const record of kept) {
    const read = Override.safeParse(record);
    const why = read.success ? objection(read.data, dayNumber(now)) : malformed(read.error);
    if (read.success && why === null) valid.push(read.data);
    else idle.push({ id: idOf(record), why: why ?? '' });
  }
  const newestFirst = valid.sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
  const [lane, ...olderLanes] = newestFirst.filter((one) => one.kind === 'lane');
  const [points, ...olderPoints] = newestFirst.filter((one) => one.kind === 'points');
  for (const { id } of [...olderLanes, ...olderPoints]) idle.push({ id, why: 'a newer override of the same kind replaces it' });
  return { lane: lane ?? null, points: points ?? null, idle: idle.sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)) };
}

function objection({ at, until, by, approval }: Override, today: number): string | null {
  if (until < at) return `it ends on ${until}, before it begins`;
  if ((dayNumberOf(until) ?? today) < today) return `it ended on ${until}`;
  if ((dayNumberOf(at) ?? today) > today) return `it begins on ${at}`;
  switch (approval.state) {
    case 'not needed':
      return null;
    case 'waiting':
      return 'it waits for approval';
    case 'refused':
      return `it was refused on ${approval.at}`;
    case 'approved':
      return approval.by === by ? 'nobody but its author approved it' : null;
  }
}

function malformed({ issues }: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }): string {
  return `it cannot be read: ${issues.map(({ path, message }) => `${path.map(String).join('.')} ${message.charAt(0).toLowerCase()}${message.slice(1)}`.trim()).join('; ')}`;
}

function idOf(record: unknown): string | null {
  return typeof record === 'object' && record !== null && 'id' in record && typeof record.id === 'string' ? record.id : null;
}
