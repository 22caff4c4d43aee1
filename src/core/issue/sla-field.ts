import { utcDay } from './field-value';
import type { FieldInfo } from './issue-record';
import { emptiness, mismatch } from './type-mismatch';
import type { Reading } from './reading';
import { ownMember } from '../terms/own-member';

/** The running cycle of a service agreement, as Jira Service Management gives it. */
interface Cycle {
  readonly breached: boolean;
  readonly paused: boolean;
  /** Day of the breach, past or to come; null when Jira does not say. */
  readonly day: string | null;
  /** The moment when it will be breached if nothing happens until then, ISO time; null once it is, while it is paused, and when Jira does not say. */
  readonly breachesAt: string | null;
}

/** The running cycle that a field holds; null when none runs. */
export function runningCycle(raw: unknown): Cycle | null {
  const cycle = property(raw, 'ongoingCycle');
  if (typeof cycle !== 'object' || cycle === null) return null;
  const breached = property(cycle, 'breached') === true;
  // Without a time of breach, what is breached has been since it began at the earliest.
  const moment =
    property(property(cycle, 'breachTime'), 'iso8601') ??
    (breached ? property(property(cycle, 'startTime'), 'iso8601') : undefined);
  const paused = property(cycle, 'paused') === true;
  const epoch = property(property(cycle, 'breachTime'), 'epochMillis');
  return {
    breached,
    paused,
    day: typeof moment === 'string' ? utcDay(moment) : null,
    breachesAt: breached || paused || typeof epoch !== 'number' ? null : isoTime(epoch),
  };
}

function isoTime(epochMs: number): string | null {
  const moment = new Date(epochMs);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** What the agreements among these fields say of now and of what is to come: the first breach counts. */
export function breachIn(
  fields: readonly FieldInfo[],
  raw: (field: FieldInfo) => unknown,
): { readonly slaBreached?: true; readonly breachesAt?: string } {
  const cycles = fields.flatMap((field) => runningCycle(raw(field)) ?? []);
  if (cycles.some(({ breached }) => breached)) return { slaBreached: true };
  const [first] = cycles.flatMap(({ breachesAt }) => breachesAt ?? []).sort();
  return first === undefined ? {} : { breachesAt: first };
}

/**
 * The first day on which an agreement among the fields is breached. While it is paused, no time runs. One that runs counts before
 * a field that cannot be read, and that before none that runs.
 */
export function readAgreement(
  fields: readonly FieldInfo[],
  raw: (field: FieldInfo) => unknown,
): Reading | null {
  if (fields.length === 0) return null;
  let first: { readonly day: string; readonly field: string } | null = null;
  let why: string | null = null;
  let paused = false;
  for (const field of fields) {
    const given = raw(field);
    const not =
      given === undefined || given === null ? emptiness(field, 'sla') : mismatch(field, 'sla');
    if (not !== null) {
      why ??= not;
      continue;
    }
    const cycle = runningCycle(given);
    if (cycle?.paused === true && !cycle.breached) paused = true;
    else if (cycle !== null && cycle.day === null)
      why ??= `"${field.name}" does not say when its time is up`;
    else if (cycle?.day != null && (first === null || cycle.day < first.day))
      first = { day: cycle.day, field: field.name };
  }
  if (first !== null) return { state: 'known', value: first.day, field: first.field };
  if (why !== null) return { state: 'unknown', why };
  return paused ? { state: 'empty', because: 'its agreement is paused' } : { state: 'empty' };
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null
    ? ownMember(of as Readonly<Record<string, unknown>>, name)
    : undefined;
}
