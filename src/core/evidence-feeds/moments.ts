import { isValid, parseISO } from 'date-fns';
import { z } from 'zod';

/** Evidence of before 2000 or after 2037 is a wrong clock or a wrong unit; a record keeps its moment in 32-bit seconds. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2037, 11, 31);

/** Milliseconds since 1970. Throws a ZodError for what is no ISO time of our days. */
export function instantOf(iso: string): number {
  const date = parseISO(iso);
  return checked(isValid(date) ? date.getTime() : NaN);
}

/** From a count of milliseconds, or of nanoseconds as Opsgenie has them in `updatedAt`. */
export function instantOfCount(count: number): number {
  return checked(count > 1e15 ? Math.floor(count / 1e6) : count);
}

function checked(instant: number): number {
  if (instant >= EARLIEST && instant <= LATEST) return instant;
  throw new z.ZodError([
    { code: 'custom', path: [], message: 'a moment is no time of our days', input: undefined },
  ]);
}
