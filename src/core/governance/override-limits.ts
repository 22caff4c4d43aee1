import type { Rubric } from '../rubric/schema';
import type { Override, OverrideKind } from './override';
import { daysAfter } from './business-days';

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
export function beyondLimits({ kind, until, points = 0 }: Limited, today: string, limits: Limits): { readonly what: string; readonly advice: string } | null {
  if (until < today) return { what: `The end ${until} is over already`, advice: 'Choose a day from today on.' };
  const last = lastDayOf(kind, today, limits);
  if (until > last) {
    return { what: `The end ${until} is more than ${mostDays(kind, limits)} days away`, advice: `By the rubric the last day is ${last}. What is to hold longer belongs into the rubric: ask its owner.` };
  }
  if (Math.abs(points) > limits.points) {
    return { what: `${Math.abs(points)} points are more than the ${limits.points} that the rubric allows`, advice: 'What counts more belongs into the rubric: ask its owner.' };
  }
  return null;
}

/** Overrides that are over are dropped from the record beyond this many: the log keeps their history. */
const KEPT_ENDED = 20;

/** An issue's overrides with one more; of those that are over, only the newest stay. */
export function withOneMore(kept: readonly Override[], one: Override, today: string): readonly Override[] {
  const ended = kept.filter(({ until }) => until < today);
  const dropped = new Set(ended.slice(0, Math.max(0, ended.length - KEPT_ENDED)));
  return [...kept.filter((each) => !dropped.has(each)), one];
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
