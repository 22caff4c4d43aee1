import { dayOf } from '../time/utc-day';
import { isValid, parseISO } from 'date-fns';
import type { FieldInfo } from './issue-record';
import type { Reading } from './reading';
import { emptiness, isCount, mismatch, type Wanted } from './type-mismatch';

/** What one field holds, read as a number: any other content is unknown, never zero. */
export function readNumber(field: FieldInfo, raw: unknown): Reading {
  const not = unreadable(field, raw, 'number');
  if (not !== null) return not;
  if (typeof raw === 'number' && Number.isFinite(raw))
    return { state: 'known', value: raw, field: field.name };
  return { state: 'unknown', why: `"${field.name}" holds ${contentOf(raw)}, not a number` };
}

/** Read as the name of an option, or the names of several; a cascading option is its whole path. */
export function readOption(field: FieldInfo, raw: unknown): Reading {
  const not = unreadable(field, raw, 'option');
  if (not !== null) return not;
  const names = namesIn(raw);
  const [first] = names;
  if (first === undefined)
    return { state: 'unknown', why: `"${field.name}" holds ${contentOf(raw)}, not an option` };
  const [child] =
    typeof raw === 'object' && raw !== null && 'child' in raw ? namesIn(raw.child) : [];
  if (child !== undefined)
    return { state: 'known', value: `${first} - ${child}`, parent: first, field: field.name };
  return { state: 'known', value: names.length === 1 ? first : names, field: field.name };
}

/** Read as the account ids of the people in it. */
export function readUser(field: FieldInfo, raw: unknown): Reading {
  const not = unreadable(field, raw, 'user');
  if (not !== null) return not;
  const ids = (Array.isArray(raw) ? raw : [raw]).flatMap((one: unknown) =>
    typeof one === 'object' &&
    one !== null &&
    'accountId' in one &&
    typeof one.accountId === 'string'
      ? [one.accountId]
      : [],
  );
  const [first] = ids;
  if (first === undefined)
    return { state: 'unknown', why: `"${field.name}" holds ${contentOf(raw)}, not a person` };
  return { state: 'known', value: ids.length === 1 ? first : ids, field: field.name };
}

/** Read as how many values there are; of votes, watchers and comments the number itself. */
export function readCount(field: FieldInfo, raw: unknown): Reading {
  const not = unreadable(field, raw, 'count');
  if (not !== null) return not;
  if (isCount(field)) return readNumber(field, raw);
  return { state: 'known', value: Array.isArray(raw) ? raw.length : 1, field: field.name };
}

/** Read as a day, `2026-11-20`. */
export function readDate(field: FieldInfo, raw: unknown): Reading {
  const not = unreadable(field, raw, 'date');
  if (not !== null) return not;
  // What begins like no day, such as the text "12", would else pass for a year.
  const day = typeof raw === 'string' && /^\d{4}-\d\d-\d\d/u.test(raw) ? utcDay(raw) : null;
  if (day === null)
    return { state: 'unknown', why: `"${field.name}" holds ${contentOf(raw)}, not a date` };
  return { state: 'known', value: day, field: field.name };
}

/** Read only as filled or not. */
export function readFilled(field: FieldInfo, raw: unknown): Reading {
  return isBlank(raw) ? { state: 'empty' } : { state: 'known', value: 1, field: field.name };
}

/** Names of options, organisations or plain texts. People are none: what a user picker holds must not be kept as the name of a customer. */
export function namesIn(raw: unknown): readonly string[] {
  if (Array.isArray(raw)) return raw.flatMap(namesIn);
  if (typeof raw === 'number') return [String(raw)];
  if (typeof raw === 'string') return raw.trim() === '' ? [] : [raw.trim()];
  if (typeof raw !== 'object' || raw === null) return [];
  if ('accountId' in raw) return [];
  const named = raw as { readonly value?: unknown; readonly name?: unknown };
  for (const name of [named.value, named.name]) {
    if (typeof name === 'string' && name.trim() !== '') return [name.trim()];
  }
  return [];
}

/** The day in UTC; null for what is no date. */
export function utcDay(iso: string): string | null {
  const date = parseISO(iso);
  return isValid(date) ? dayOf(date) : null;
}

/** A field that is of another type than the rubric means is unknown, whether or not it is filled; what is left is empty when nothing is in it. */
function unreadable(field: FieldInfo, raw: unknown, wanted: Wanted): Reading | null {
  const why = isBlank(raw) ? emptiness(field, wanted) : mismatch(field, wanted);
  if (why !== null) return { state: 'unknown', why };
  return isBlank(raw) ? { state: 'empty' } : null;
}

function isBlank(raw: unknown): boolean {
  return (
    raw === undefined || raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0)
  );
}

function contentOf(raw: unknown): string {
  if (Array.isArray(raw)) return 'a list';
  if (typeof raw === 'string') return 'text';
  return typeof raw === 'number'
    ? 'a number'
    : typeof raw === 'boolean'
      ? 'yes or no'
      : 'something else';
}
