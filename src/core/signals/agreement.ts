import { utcDay } from './field-value';
import type { FieldInfo } from './issue-record';
import type { Reading } from './signal';

/** The running cycle of a service agreement, as Jira Service Management gives it. */
interface Cycle {
  readonly breached: boolean;
  readonly paused: boolean;
  /** Day of the breach, past or to come; null when Jira does not say. */
  readonly day: string | null;
}

/** The running cycle that a field holds; null when none runs. */
export function runningCycle(raw: unknown): Cycle | null {
  const cycle = property(raw, 'ongoingCycle');
  if (typeof cycle !== 'object' || cycle === null) return null;
  const breached = property(cycle, 'breached') === true;
  // Without a time of breach, what is breached has been since it began at the earliest.
  const moment = property(property(cycle, 'breachTime'), 'iso8601') ?? (breached ? property(property(cycle, 'startTime'), 'iso8601') : undefined);
  return {
    breached,
    paused: property(cycle, 'paused') === true,
    day: typeof moment === 'string' ? utcDay(moment) : null,
  };
}

/** The first day on which an agreement among the fields is breached. While it is paused, no time runs. */
export function readAgreement(fields: readonly FieldInfo[], raw: (field: FieldInfo) => unknown): Reading | null {
  if (fields.length === 0) return null;
  let first: { readonly day: string; readonly field: string } | null = null;
  let why: string | null = null;
  for (const field of fields) {
    const cycle = runningCycle(raw(field));
    if (cycle === null || (cycle.paused && !cycle.breached)) continue;
    if (cycle.day === null) why ??= `"${field.name}" does not say when its time is up`;
    else if (first === null || cycle.day < first.day) first = { day: cycle.day, field: field.name };
  }
  if (first !== null) return { state: 'known', value: first.day, field: first.field };
  return why === null ? { state: 'empty' } : { state: 'unknown', why };
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}
