import { millisecondsInDay } from 'date-fns/constants';

/*
 * The one place that knows how a day is counted and written. Days are UTC, either whole ones since 1970 or as text, `2026-11-20`: what
 * happens within a day moves no score, so scoring twice a day writes nothing new. date-fns counts in the time zone of the machine, and
 * people's browsers have many: only its constants are of use here.
 */

/** Whole UTC days since 1970. */
export function dayNumber(date: Date): number {
  return Math.floor(date.getTime() / millisecondsInDay);
}

/** Of a day such as `2026-11-20`, or of an ISO time; null for what is no day. */
export function dayNumberOf(day: string): number | null {
  // A date without a time is one in UTC.
  const at = Date.parse(day.length === 10 ? day : dayOf(day));
  return Number.isNaN(at) ? null : Math.floor(at / millisecondsInDay);
}

/** Whether a text is a day that the calendar has: `2026-02-30` is none, though JavaScript reads it as the 2nd of March. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && dayOf(at) === text;
}

/** The day of a moment, `2026-11-20`: of a date, of milliseconds since 1970, or of an ISO time in UTC. */
export function dayOf(moment: Date | number | string): string {
  const iso = typeof moment === 'string' ? moment : new Date(moment).toISOString();
  return iso.slice(0, 10);
}

/** The day of so many whole UTC days since 1970. */
export function dayOfNumber(number: number): string {
  return dayOf(number * millisecondsInDay);
}

/** A day so many days after another, both `2026-11-20`. */
export function daysAfter(day: string, days: number): string {
  return dayOfNumber((dayNumberOf(day) ?? 0) + days);
}

/** The same time of the day, so many whole UTC days later. */
export function laterBy(days: number, moment: Date): Date {
  return new Date(moment.getTime() + days * millisecondsInDay);
}
