import { daysAfter } from './utc-day';

const SATURDAY = 6;

/** Days on which nobody is expected to work, `2026-12-25`. */
export type Holidays = ReadonlySet<string>;

export function isBusinessDay(day: string, holidays: Holidays): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== SATURDAY && !holidays.has(day);
}

/**
 * The day on which so many business days have passed since `day`, always one itself: of a Friday and 1 the next Monday that is no
 * holiday, of a Saturday and 0 that Monday too.
 */
export function businessDaysAfter(day: string, count: number, holidays: Holidays): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = daysAfter(at, 1);
    if (isBusinessDay(at, holidays)) left -= 1;
  }
  while (!isBusinessDay(at, holidays)) at = daysAfter(at, 1);
  return at;
}
