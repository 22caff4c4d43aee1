import { isValid, parseISO } from 'date-fns';
import { millisecondsInDay } from 'date-fns/constants';
import { z } from 'zod';
import { dayOf } from '../time/utc-day';
import type { Report } from './report';

/** Evidence of before 2000 or after 2037 is a wrong clock or a wrong unit; a record keeps its moment in 32-bit seconds. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2037, 11, 31);
/** Clocks and time zones differ by less; a report from further ahead would stand against everything said until then. */
export const AHEAD_MS = millisecondsInDay;

const ofOurDays = (instant: number): boolean => instant >= EARLIEST && instant <= LATEST;

/** An ISO time of our days, read into milliseconds since 1970. */
export const MomentText = z
  .string()
  .max(64)
  .transform((iso) => {
    const date = parseISO(iso);
    return isValid(date) ? date.getTime() : NaN;
  })
  .refine(ofOurDays, 'is no time of our days');

/** A count of milliseconds, or of nanoseconds as Opsgenie has them in `updatedAt`, read into milliseconds since 1970. */
export const MomentCount = z
  .number()
  .transform((count) => (count > 1e15 ? Math.floor(count / 1e6) : count))
  .refine(ofOurDays, 'is no time of our days');

/** Which of a report's moments lies more than a day ahead; null when none does. */
export function aheadIn(
  { occurred, raised }: Pick<Report, 'occurred' | 'raised'>,
  now: Date,
): 'occurred' | 'raised' | null {
  const latest = now.getTime() + AHEAD_MS;
  if (occurred > latest) return 'occurred';
  return raised !== null && isAhead(raised, now) ? 'raised' : null;
}

/** Whether a day, `2026-11-20`, is later than tomorrow. */
export function isAhead(day: string, now: Date): boolean {
  return day > dayOf(now.getTime() + AHEAD_MS);
}
