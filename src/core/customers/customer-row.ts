import { z } from 'zod';
import { numberCell, readNumber } from './cell-number';
import type { Customer } from '../signals/recorded';
import { isAccountId } from '../terms/account-id';
import { ownMember } from '../terms/own-member';

/** One row of a table, each cell as it was written; `row` is its line there, as the person counts. */
export interface CustomerRow {
  readonly row: number;
  readonly name: string;
  readonly segment: string;
  readonly weight: string;
  readonly revenue: string;
}

/** What is wrong, and what to write instead. */
export interface RowProblem {
  readonly problem: string;
  readonly advice: string;
}

export type CustomerRead =
  { readonly ok: true; readonly customer: Customer } | ({ readonly ok: false } & RowProblem);

const amount = (what: string, most: number) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      if (text === '') return null;
      const read = readNumber(text);
      if (read.is === 'number' && read.value <= most) return read.value;
      if (read.is === 'ambiguous') {
        const [less, more] = read.readings;
        context.addIssue({
          code: 'custom',
          message: `${what} ${text} can be read as ${less} or as ${more}`,
          params: { advice: `write ${more} or ${numberCell(less)}, without a mark for thousands` },
        });
        return z.NEVER;
      }
      context.addIssue({ code: 'custom', message: `${what} is no number from 0 to ${most}` });
      return z.NEVER;
    });
const text = z.string().trim().max(128, 'is longer than 128 characters');
const Row = z.object({
  name: text
    .min(1, 'name is empty')
    .refine((name) => !isAccountId(name), 'is the account id of a person'),
  segment: text.transform((segment) => (segment === '' ? null : segment)),
  weight: amount('weight', 100),
  revenue: amount('revenue', 1e15),
});

const ADVICE: Readonly<Record<string, string>> = {
  name: 'give the name by which tickets call the customer, in at most 128 characters',
  segment: 'give a segment in at most 128 characters, or none',
  weight:
    'write a plain number such as 2.5, or leave the cell empty: a customer like any other weighs 1',
  revenue: 'write a plain number such as 120000 without a currency, or leave the cell empty',
};

/** The customer of a row, or everything that is wrong with it in words. */
export function readCustomer(cells: Omit<CustomerRow, 'row'>): CustomerRead {
  const parsed = Row.safeParse(cells);
  if (parsed.success) return { ok: true, customer: parsed.data };
  const { issues } = parsed.error;
  return {
    ok: false,
    problem: issues
      .map(({ path, message }) =>
        message.startsWith('is ') ? `${String(path[0])} ${message}` : message,
      )
      .join('; '),
    advice: [...new Set(issues.map((issue) => adviceOn(issue)))].join('; '),
  };
}

function adviceOn(issue: z.core.$ZodIssue): string {
  const own: unknown = issue.code === 'custom' ? issue.params?.['advice'] : undefined;
  return typeof own === 'string'
    ? own
    : (ownMember(ADVICE, String(issue.path[0])) ?? 'correct the cell');
}
