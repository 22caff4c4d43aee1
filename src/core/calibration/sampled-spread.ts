import { signalFor, valuesIn } from '../issue/field-facts';
import type { FieldInfo, IssueRecord } from '../issue/issue-record';
import { dayNumber, dayNumberOf } from '../time/utc-day';
import { bucketsOf, mostFrequent, type Distribution } from './distribution';

/**
 * How a field's values are spread over a sample of issues, on the axis of a curve over it: of a date the days until it. Null for a
 * field of which no curve needs it: people are not named, agreements are told by their state.
 */
export function spreadOverSample(
  field: FieldInfo,
  issues: readonly IssueRecord[],
  now: Date,
): Distribution | null {
  const signal = signalFor(field);
  if (
    signal === null ||
    signal === 'sla' ||
    signal === 'user' ||
    signal === 'filled' ||
    issues.length === 0
  )
    return null;
  const values = valuesIn(field, signal, issues);
  const today = dayNumber(now);
  const amounts = values.flatMap((value): readonly number[] => {
    if (signal !== 'date') return typeof value === 'number' ? [value] : [];
    const day = typeof value === 'string' ? dayNumberOf(value) : null;
    return day === null ? [] : [day - today];
  });
  const names = new Map<string, number>();
  // Of several choices the curve takes one, and each of them may be the one.
  if (signal === 'option')
    for (const name of values.flatMap((value) =>
      typeof value === 'object' ? value : [String(value)],
    ))
      names.set(name, (names.get(name) ?? 0) + 1);
  const known = signal === 'option' ? values.length : amounts.length;
  return {
    known,
    unknown: issues.length - known,
    buckets: bucketsOf(amounts),
    names: mostFrequent(names),
  };
}
