import { isValid, parseISO } from 'date-fns';
import type { FieldInfo } from './issue-record';
import type { Reading } from './signal';
import { mismatch } from './retyped';

/** What one field holds, read as a number: any other content is unknown, never zero. */
export function readNumber(field: FieldInfo, raw: unknown): Reading {
  if (isBlank(raw)) return nothingIn(field, 'number');
  if (typeof raw === 'number' && Number.isFinite(raw)) return { state: 'known', value: raw, field: field.name };
  return { state: 'unknown', why: `"${field.name}" holds ${contentOf(raw)}, not a number` };
}

/** Read as the name of an option, or the names of several; a cascading option is its whole path. */
export function readOption(field: FieldInfo, raw: unknown): Reading {
  if (isBlank(raw)) return nothingIn(field, 'option');
  const names = namesIn(raw);
  const [first] = names;
  if (first === undefined) return { state: 'unknown', why: `"${field.name}" holds ${contentOf(raw)}, not an option` };
  const [child] = typeof raw === 'object' && raw !== null && 'child' in raw ? namesIn(raw.child) : [];
  if (child !== undefined) return { state: 'known', value: `${first} - ${child}`, parent: first, field: field.name };
  return { state: 'known', value: names.length === 1 ? first : names, field: field.name };
}

/** Read as the account ids of the people in it. */
export function readUser(field: FieldInfo, raw: unknown): Reading {
  if (isBlank(raw)) return nothingIn(field, 'user');
  const ids = (Array.isArray(raw) ? raw : [raw]).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'accountId' in one && typeof one.accountId === 'string' ? [one.accountId] : [],
  );
  const [first] = ids;
  if (first === undefined) return { state: 'unknown', why: `"${field.name}" holds ${contentOf(raw)}, not a person` };
  return { state: 'known', value: ids.length === 1 ? first : ids, field: field.name };
}

/** Read as how many values there are. */
export function readCount(field: FieldInfo, raw: unknown): Reading {
  if (isBlank(raw)) return nothingIn(field, 'count');
  return { state: 'known', value: Array.isArray(raw) ? raw.length : 1, field: field.name };
}

/** Read as a day, `2026-11-20`. */
export function readDate(field: FieldInfo, raw: unknown): Reading {
  if (isBlank(raw)) return nothingIn(field, 'date');
  const day = typeof raw === 'string' ? utcDay(raw) : null;
  if (day === null) return { state: 'unknown', why: `"${field.name}" holds ${contentOf(raw)}, not a date` };
  return { state: 'known', value: day, field: field.name };
}

/** Read only as filled or not. */
export function readFilled(field: FieldInfo, raw: unknown): Reading {
  return isBlank(raw) ? { state: 'empty' } : { state: 'known', value: 1, field: field.name };
}

/** Names of options, organisations, people or plain texts. */
export function namesIn(raw: unknown): readonly string[] {
  if (Array.isArray(raw)) return raw.flatMap(namesIn);
  if (typeof raw === 'number') return [String(raw)];
  if (typeof raw === 'string') return raw.trim() === '' ? [] : [raw.trim()];
  if (typeof raw !== 'object' || raw === null) return [];
  const named = raw as { readonly value?: unknown; readonly name?: unknown; readonly displayName?: unknown };
  for (const name of [named.value, named.name, named.displayName]) {
    if (typeof name === 'string' && name.trim() !== '') return [name.trim()];
  }
  return [];
}

/** The day in UTC; null for what is no date. */
export function utcDay(iso: string): string | null {
  const date = parseISO(iso);
  return isValid(date) ? date.toISOString().slice(0, 10) : null;
}

/** Empty, unless the field has become one of another type: then nobody could have filled it as the rubric means. */
function nothingIn(field: FieldInfo, wanted: Parameters<typeof mismatch>[1]): Reading {
  const why = mismatch(field, wanted);
  return why === null ? { state: 'empty' } : { state: 'unknown', why };
}

function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0);
}

function contentOf(raw: unknown): string {
  if (Array.isArray(raw)) return 'a list';
  if (typeof raw === 'string') return 'text';
  return typeof raw === 'number' ? 'a number' : typeof raw === 'boolean' ? 'yes or no' : 'something else';
}
