import type { KeptEvidence } from '../evidence-feeds/kept-evidence';
import { dayNumber } from '../time/utc-day';
import type { Rubric } from '../rubric/schema/schema';

/** Days for which things are kept; null: for ever. */
export interface KeptFor {
  readonly evidence: number | null;
  readonly decisions: number | null;
}

const DAYS_A_MONTH = 365 / 12;
/** After so many half-lives a piece counts for less than two hundredths of what it did. */
const HALF_LIVES = 6;

/** What a rubric keeps: evidence at least for as long as the rubric itself counts it. */
export function keptFor({ retention, evidence, criteria }: Rubric): KeptFor {
  const { evidenceMonths, decisionMonths } = retention;
  const counted = [
    evidence.halfLifeDays * HALF_LIVES,
    ...criteria.flatMap(({ signal }) => (signal.kind === 'recurrence' ? [signal.days] : [])),
  ];
  return {
    evidence:
      evidenceMonths === null ? null : Math.ceil(Math.max(daysOf(evidenceMonths), ...counted)),
    decisions: decisionMonths === null ? null : daysOf(decisionMonths),
  };
}

function daysOf(months: number): number {
  return Math.ceil(months * DAYS_A_MONTH);
}

/** Of several, for each thing the longest time. */
export function longest(all: readonly KeptFor[]): KeptFor {
  const of = (what: keyof KeptFor): number | null => {
    const days = all.map((one) => one[what]);
    return days.includes(null) ? null : Math.max(...days.map((one) => one ?? 0));
  };
  return { evidence: of('evidence'), decisions: of('decisions') };
}

/** Whether a piece has been silent for more than so many days. What is open is kept, and what somebody only heard of. */
export function isOutlived({ state }: KeptEvidence, days: number | null, now: Date): boolean {
  const { at, value } = state;
  if (days === null || (value.is === 'open' && value.mergedInto === null)) return false;
  return dayNumber(now) - dayNumber(new Date(at)) > days;
}
