import { dayOf } from '../core/time/utc-day';
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
export function dayGiven(what: string) {
  return text.transform((given, context) => {
    const moment = /^\d{4}-\d{2}-\d{2}/u.test(given) ? Date.parse(given) : NaN;
    if (Number.isFinite(moment)) return dayOf(new Date(moment));
    context.addIssue({
      code: 'custom',
      message: `${what} “${shown(given)}” is no date such as 2026-11-20`,
    });
    return z.NEVER;
  });
}

const number = text.transform((given, context) => {
  const value = Number(given.replace(/[\s,]/gu, ''));
  if (Number.isFinite(value) && value >= 0) return value;
  context.addIssue({ code: 'custom', message: `Value “${shown(given)}” is no number` });
  return z.NEVER;
});

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
      value: optional(z.union([number, z.number().min(0)])),
      date: optional(dayGiven('Date')),
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
