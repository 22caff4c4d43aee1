import { businessDaysAfter, type Holidays } from '../time/business-days';
import { dayOf, daysAfter } from '../time/utc-day';
import type { Rubric } from '../rubric/schema/schema';
import type { Severity } from '../terms/severity';

type Template = Rubric['postMortem'];

/** Whether the rubric wants a post-mortem for an incident of this severity. */
export function asksFor(severity: Severity | null, template: Template): boolean {
  return severity !== null && template.due[severity] !== undefined;
}

/** The day by which a post-mortem that was opened on `opened` is due; null when its severity asks for none. */
export function dueDay(
  severity: Severity | null,
  opened: string,
  template: Template,
  holidays: Holidays,
): string | null {
  const due = severity === null ? undefined : template.due[severity];
  if (due === undefined) return null;
  const day = dayOf(opened);
  return due.count === 'business'
    ? businessDaysAfter(day, due.days, holidays)
    : daysAfter(day, due.days);
}

/** The last day that the rubric gives a preventive action. */
export function latestActionDay(
  today: string,
  priority: boolean,
  { actionWeeks }: Template,
): string {
  return daysAfter(today, 7 * (priority ? actionWeeks.priority : actionWeeks.other));
}
