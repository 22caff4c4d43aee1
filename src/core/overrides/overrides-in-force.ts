import { dayNumber, dayNumberOf } from '../time/utc-day';
import type { Idle } from '../provenance/idle';
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
  readonly why: Idle;
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
    if (why !== null) idle.push({ id: idOf(record), why });
    else if (read.success) valid.push(read.data);
  }
  const newestFirst = valid.sort(newerFirst);
  const newest = <K extends OverrideKind>(kind: K): OverrideOf<K> | null => {
    const [first = null, ...older] = newestFirst.filter(
      (one): one is OverrideOf<K> => one.kind === kind,
    );
    for (const { id } of older) idle.push({ id, why: { kind: 'replaced' } });
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

function objection({ at, until, by, approval }: Override, today: number): Idle | null {
  if (until < at) return { kind: 'endsBeforeItBegins', until };
  // What never held did not end either.
  if (approval.state === 'refused') return { kind: 'refused', at: approval.at };
  if ((dayNumberOf(until) ?? today) < today)
    return { kind: approval.state === 'waiting' ? 'unanswered' : 'ended', until };
  if ((dayNumberOf(at) ?? today) > today) return { kind: 'begins', at };
  switch (approval.state) {
    case 'not needed':
      return null;
    case 'waiting':
      return { kind: 'waits' };
    case 'approved':
      return approval.by === by ? { kind: 'approvedByAuthor' } : null;
  }
}

function malformed({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): Idle {
  return {
    kind: 'unreadable',
    problems: issues.map(({ path, message }) => ({
      path: path.map(String).join('.'),
      problem: message.charAt(0).toLowerCase() + message.slice(1),
    })),
  };
}

function idOf(record: unknown): string | null {
  return typeof record === 'object' &&
    record !== null &&
    'id' in record &&
    typeof record.id === 'string'
    ? record.id
    : null;
}
