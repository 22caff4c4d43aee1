import { dayNumber, dayNumberOf } from '../time/utc-day';
import { newerFirst } from './override-id';
import {
  Override,
  type LaneOverride,
  type OverrideKind,
  type OverrideOf,
  type PointsOverride,
} from './override';

export type { LaneOverride, PointsOverride };

/** At most one of each kind. */
export type InForce = { readonly [K in OverrideKind]: OverrideOf<K> | null };

/** What an issue's overrides come to on a day: of each kind the newest holds. */
export interface OverridesInForce extends InForce {
  readonly idle: readonly IdleOverride[];
}

/** One without effect, and why. */
export interface IdleOverride {
  /** Null where the record does not even have an id. */
  readonly id: string | null;
  readonly why: string;
}

export const noOverrides: OverridesInForce = {
  lane: null,
  points: null,
  decline: null,
  pause: null,
  overCap: null,
  idle: [],
};

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
  const newestFirst = valid.sort(newerFirst);
  const newest = <K extends OverrideKind>(kind: K): OverrideOf<K> | null => {
    const [first = null, ...older] = newestFirst.filter(
      (one): one is OverrideOf<K> => one.kind === kind,
    );
    for (const { id } of older)
      idle.push({ id, why: 'a newer override of the same kind replaces it' });
    return first;
  };
  const inForce = {
    lane: newest('lane'),
    points: newest('points'),
    decline: newest('decline'),
    pause: newest('pause'),
    overCap: newest('overCap'),
  };
  return { ...inForce, idle: idle.sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)) };
}

/** Of an issue's overrides as they are kept those that somebody may still answer on a day, UTC. */
export function waitingOn(kept: readonly unknown[], day: string): readonly Override[] {
  return kept.flatMap((record) => {
    const { data } = Override.safeParse(record);
    return data?.approval.state === 'waiting' && data.until >= day ? [data] : [];
  });
}

/** Those that hold, as a list. */
export function holding({ lane, points, decline, pause, overCap }: InForce): readonly Override[] {
  return [lane, points, decline, pause, overCap].flatMap((one) => one ?? []);
}

function objection({ at, until, by, approval }: Override, today: number): string | null {
  if (until < at) return `it ends on ${until}, before it begins`;
  // What never held did not end either.
  if (approval.state === 'refused') return `it was refused on ${approval.at}`;
  if ((dayNumberOf(until) ?? today) < today)
    return approval.state === 'waiting'
      ? `nobody answered it by ${until}, its last day`
      : `it ended on ${until}`;
  if ((dayNumberOf(at) ?? today) > today) return `it begins on ${at}`;
  switch (approval.state) {
    case 'not needed':
      return null;
    case 'waiting':
      return 'it waits for approval';
    case 'approved':
      return approval.by === by ? 'nobody but its author approved it' : null;
  }
}

function malformed({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string {
  return `it cannot be read: ${issues.map(({ path, message }) => `${path.map(String).join('.')} ${message.charAt(0).toLowerCase()}${message.slice(1)}`.trim()).join('; ')}`;
}

function idOf(record: unknown): string | null {
  return typeof record === 'object' &&
    record !== null &&
    'id' in record &&
    typeof record.id === 'string'
    ? record.id
    : null;
}
