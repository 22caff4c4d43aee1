import {
  isAhead,
  numberCell,
  readNumber,
  type CellNumber,
} from '../usecases/automation/given-values';
import { dayOf, isDay } from '../core/time/utc-day';
import { workLanes } from '../core/terms/lane';
import { z } from 'zod';

/** Inputs of actions are texts: what a person typed, or what a smart value became, which may be nothing. */
const text = z.preprocess(
  (given) => given ?? '',
  z.string('An input is no text').trim().max(1_000, 'An input is longer than 1,000 characters'),
);

/** A text that must be there, of at most so many characters. */
export const needed = (what: string, advice: string, most: number) =>
  text
    .refine((given) => given !== '', `${what} is empty: ${advice}`)
    .refine((given) => given.length <= most, `${what} is longer than ${most} characters`);

/** A name that may be left out. */
const name = (what: string) =>
  optional(text.refine((given) => given.length <= 128, `${what} is longer than 128 characters`));

/** Left empty is not given. */
export const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess(
    (given) => (typeof given === 'string' && given.trim() === '' ? undefined : given),
    shape.optional(),
  );

export const workItem = text.refine((key) => /^[A-Z][A-Z0-9_]+-[1-9]\d*$/u.test(key), {
  error: ({ input }) =>
    input === ''
      ? 'Work item is empty: give a key such as PAY-12, or {{issue.key}}'
      : `Work item “${shown(input)}” is not the key of a work item, such as PAY-12`,
});

export const project = text.refine((key) => /^[A-Z][A-Z0-9_]*$/u.test(key), {
  error: ({ input }) =>
    input === ''
      ? 'Project is empty: give a key such as PAY, or {{issue.project.key}}'
      : `Project “${shown(input)}” is not the key of a project, such as PAY`,
});

export const lane = oneOf('Lane', workLanes);

const KINDS = ['incident', 'support', 'report', 'usage'] as const;
const STATES = ['open', 'resolved', 'withdrawn'] as const;

/** A day, or a moment of which the day counts. */
function pastDay(what: string, now: Date) {
  return text.transform((given, context) => {
    const moment = isDay(dayOf(given)) ? Date.parse(given) : NaN;
    const day = Number.isFinite(moment) ? dayOf(moment) : null;
    if (day !== null && !isAhead(day, now)) return day;
    const why = day === null ? 'is no date such as 2026-11-20' : 'lies more than a day ahead';
    context.addIssue({ code: 'custom', message: `${what} “${shown(given)}” ${why}` });
    return z.NEVER;
  });
}

/** The most that evidence from outside may say, of money too. */
const MOST = 1e12;

const number = z.unknown().transform((given, context) => {
  const read = typeof given === 'number' ? counted(given) : readNumber(String(given));
  if (read.is === 'number' && read.value <= MOST) return read.value;
  context.addIssue({ code: 'custom', message: `Value “${shown(String(given))}” ${whyNot(read)}` });
  return z.NEVER;
});

function counted(value: number): CellNumber {
  return value >= 0 && value < Infinity ? { is: 'number', value } : { is: 'none' };
}

function whyNot(read: CellNumber): string {
  if (read.is === 'number') return 'is more than a million millions';
  if (read.is === 'none') return 'is no number such as 1200 or 12.5';
  const [less, more] = read.readings;
  return `can be read as ${less} or as ${more}: write ${more} or ${numberCell(less)}`;
}

/** What *Record evidence* is given, in the words of a report. */
export function recordInputs(now: Date) {
  return z
    .looseObject({
      workItem,
      kind: oneOf('Kind', KINDS),
      source: needed('Source', 'name the tool that the evidence comes from', 128),
      externalId: needed(
        'Id at the source',
        'without it the same evidence would count again each time',
        128,
      ),
      status: optional(oneOf('Status', STATES)),
      customer: name('Customer'),
      segment: name('Segment'),
      severity: name('Severity'),
      value: optional(number),
      date: optional(pastDay('Date', now)),
    })
    .transform(
      ({
        workItem: key,
        kind,
        source,
        externalId,
        status,
        customer,
        segment,
        severity,
        value,
        date,
      }) => ({
        workItem: key,
        kind,
        source: source.toLowerCase(),
        externalId,
        state: status ?? null,
        customer: customer ?? null,
        segment: segment ?? null,
        level: severity ?? null,
        value: value ?? null,
        raised: date ?? dayOf(now),
      }),
    );
}

function oneOf<T extends string>(what: string, names: readonly [T, ...T[]]) {
  return text.transform((given, context) => {
    const found = names.find((name) => name === given.toLowerCase());
    if (found !== undefined) return found;
    context.addIssue({
      code: 'custom',
      message: `${what} “${shown(given)}” is none of ${names.join(', ')}`,
    });
    return z.NEVER;
  });
}

/** A smart value may have become a whole page. */
function shown(given: unknown): string {
  const whole = typeof given === 'string' ? given : 'nothing';
  return whole.length > 40 ? `${whole.slice(0, 40)}…` : whole;
}
