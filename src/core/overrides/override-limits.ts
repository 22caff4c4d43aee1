import type { Rubric } from '../rubric/schema/schema';
import type { Override, OverrideKind } from './override';
import { daysAfter } from '../time/utc-day';
import { newerFirst } from './override-id';

type Limits = Rubric['overrides'];

/** What of a wish has a limit. */
export interface Limited {
  readonly kind: OverrideKind;
  /** Day, UTC. */
  readonly until: string;
  readonly points?: number;
}

/** The last day on which an override that is made today may hold, UTC. */
export function lastDayOf(kind: OverrideKind, today: string, limits: Limits): string {
  return daysAfter(today, mostDays(kind, limits));
}

/** The day that a form offers as the end. */
export function usualEnd(today: string, { usualDays }: Limits): string {
  return daysAfter(today, usualDays);
}

/** Why a wish is beyond what the rubric allows, and what to do; null while it is within. */
export function beyondLimits(
  { kind, until, points = 0 }: Limited,
  today: string,
  limits: Limits,
): { readonly what: string; readonly advice: string } | null {
  if (until < today)
    return { what: `The end ${until} is over already`, advice: 'Choose a day from today on.' };
  const last = lastDayOf(kind, today, limits);
  if (until > last) {
    return {
      what: `The end ${until} is more than ${mostDays(kind, limits)} days away`,
      advice: `By the rubric the last day is ${last}. What is to hold longer belongs into the rubric: ask its owner.`,
    };
  }
  if (Math.abs(points) > limits.points) {
    return {
      what: `${Math.abs(points)} points are more than the ${limits.points} that the rubric allows`,
      advice: 'What counts more belongs into the rubric: ask its owner.',
    };
  }
  return null;
}

/** Overrides that are spent are dropped from the record beyond this many: the log keeps their history. */
const KEPT_SPENT = 20;
/** As many as an issue may have, so that its record stays far from the 240 KiB that storage takes for one value. */
export const MOST_KEPT = 60;

/** An issue's overrides with one more; of those that are spent, only the newest stay. */
export function withOneMore(
  kept: readonly Override[],
  one: Override,
  today: string,
): readonly Override[] {
  const spent = kept.filter((each) => isSpent(each, [...kept, one], today));
  const dropped = new Set(spent.slice(0, Math.max(0, spent.length - KEPT_SPENT)));
  return [...kept.filter((each) => !dropped.has(each)), one];
}

/** Over, refused, or behind a newer one for at least as long: without somebody taking that back it has no effect any more. */
function isSpent(one: Override, all: readonly Override[], today: string): boolean {
  if (one.until < today || one.approval.state === 'refused') return true;
  return all.some(
    (other) =>
      other.kind === one.kind &&
      other.until >= one.until &&
      newerFirst(other, one) < 0 &&
      standsBefore(other, one),
  );
}

/** Whoever asks anew for the same has withdrawn what they asked before; what somebody else asks for takes nobody's place. */
function standsBefore(newer: Override, older: Override): boolean {
  if (newer.approval.state === 'waiting')
    return older.approval.state === 'waiting' && newer.by === older.by;
  return newer.approval.state !== 'refused';
}

function mostDays(kind: OverrideKind, limits: Limits): number {
  switch (kind) {
    case 'lane':
      return limits.laneDays;
    case 'points':
      return limits.pointsDays;
    case 'decline':
      return limits.declineDays;
    case 'pause':
      return limits.pauseDays;
    case 'overCap':
      return limits.overCapDays;
  }
}
