import type { Reading } from './reading';
import type { FieldInfo, WorkingTime } from './issue-record';

/** Jira's own, where a site does not say. */
export const usualWorkingTime: WorkingTime = { hoursPerDay: 8, daysPerWeek: 5 };

/** Jira's fields of time. */
const TIMES = new Set([
  'timespent',
  'timeestimate',
  'timeoriginalestimate',
  'aggregatetimespent',
  'aggregatetimeestimate',
  'aggregatetimeoriginalestimate',
]);

/** The fields, those of time with how long the site works; null: it does not say. */
export function withWorkingTime(
  fields: readonly FieldInfo[],
  working: WorkingTime | null,
): readonly FieldInfo[] {
  return working === null
    ? fields
    : fields.map((field) => (TIMES.has(field.id) ? { ...field, working } : field));
}

const MINUTE = 60;
const HOUR = 3600;
const WEEKS_A_YEAR = 52;

/** Seconds of work as working days. What no one means as an estimate of one issue is unknown: nothing left, less than a minute, more than a year. */
export function workingDays(
  { name }: Pick<FieldInfo, 'name'>,
  seconds: number,
  { hoursPerDay, daysPerWeek }: WorkingTime,
): Reading {
  const days = seconds / (hoursPerDay * HOUR);
  const unknown = (what: string): Reading => ({ state: 'unknown', why: `"${name}" ${what}` });
  if (seconds === 0) return unknown('holds no time: how much work is left is not said');
  if (seconds < MINUTE) return unknown('holds less than a minute, which is no estimate');
  return days > WEEKS_A_YEAR * daysPerWeek
    ? unknown('holds more than a year of work, which is no estimate of one issue')
    : { state: 'known', value: days, field: name };
}
