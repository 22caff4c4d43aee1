import { parse, parseISO } from 'date-fns';

/** Which comes first in a date written with numbers only, such as `05/12/2017`. */
export type DateOrder = 'day-first' | 'month-first';

export type DateReading =
  | {
      readonly ok: true;
      readonly ms: number;
      /** The calendar day as written. */ readonly day: string;
    }
  | { readonly ok: false; readonly reason: string };

/** Two-digit years fall into 1950–2049. */
const CENTURY = new Date(Date.UTC(2000, 0, 1));
const ISO =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const NAMED_MONTH =
  /^\d{1,2}([/ .-])[A-Za-z]{3,9}\1(\d{2}|\d{4})(?:,? \d{1,2}:\d{2}(:\d{2})?( ?[AP]M)?)?$/i;
const NUMBERS =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})(?:,? \d{1,2}:\d{2}(:\d{2})?( ?[AP]M)?)?$/i;

/**
 * Reads the dates that Jira writes: ISO 8601 with or without zone, epoch milliseconds, and the formats of CSV exports
 * (`31/Dec/17 3:04 PM`, `2017-12-31 15:04`, `31.12.2017 15:04`). A date without a zone is taken as UTC.
 */
export function readDate(value: string | number, order?: DateOrder): DateReading {
  if (typeof value === 'number') return reading(value, String(value));
  const text = value.trim();
  if (/^\d{12,14}$/.test(text)) return reading(Number(text), text);
  if (ISO.test(text)) return reading(readIso(text), text);
  const named = NAMED_MONTH.exec(text);
  if (named)
    return reading(
      readFormatted(text, `d${named[1]}MMM${named[1]}${yearOf(named[2])}`, named[3], named[4]),
      text,
    );
  const numbers = NUMBERS.exec(text);
  if (numbers) return readNumbers(text, numbers, order);
  return unknownDate(text);
}

function readNumbers(
  text: string,
  match: RegExpExecArray,
  order: DateOrder | undefined,
): DateReading {
  const separator = match[2] ?? '/';
  const settled =
    separator === '.' || Number(match[1]) > 12
      ? 'day-first'
      : Number(match[3]) > 12
        ? 'month-first'
        : order;
  if (settled === undefined && match[1] !== match[3]) {
    return { ok: false, reason: `the date "${text}" can be read with the day or the month first` };
  }
  const pattern = settled === 'month-first' ? `M${separator}d` : `d${separator}M`;
  return reading(
    readFormatted(text, `${pattern}${separator}${yearOf(match[4])}`, match[5], match[6]),
    text,
  );
}

function readIso(text: string): number {
  const normal = text
    .replace(',', '.')
    .replace(/\s*UTC$/i, 'Z')
    .replace(' ', 'T')
    .replace(' ', '')
    .replace(/T(\d):/, 'T0$1:');
  const zoned = /(Z|[+-]\d{2}(:?\d{2})?)$/i.test(normal.slice(10));
  return parseISO(
    normal.length === 10 || zoned
      ? `${normal}${normal.length === 10 ? 'T00:00:00Z' : ''}`
      : `${normal}Z`,
  ).getTime();
}

function readFormatted(
  text: string,
  day: string,
  seconds: string | undefined,
  half: string | undefined,
): number {
  const clock = /\d:\d/.test(text)
    ? ` ${half === undefined ? 'H' : 'h'}:mm${seconds === undefined ? '' : ':ss'}${half === undefined ? '' : ' a'}`
    : '';
  const spaced = text.replace(',', '').replace(/(\d)([AP]M)$/i, '$1 $2');
  return parse(`${spaced} Z`, `${day}${clock} X`, CENTURY).getTime();
}

function yearOf(digits: string | undefined): string {
  return digits?.length === 4 ? 'yyyy' : 'yy';
}

function reading(ms: number, text: string): DateReading {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return unknownDate(text);
  const written = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  return { ok: true, ms, day: written ?? new Date(ms).toISOString().slice(0, 10) };
}

function unknownDate(text: string): DateReading {
  return { ok: false, reason: `"${text.slice(0, 60)}" is not a date` };
}
