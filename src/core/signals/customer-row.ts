import { z } from 'zod';
import type { Customer } from './recorded';

/** One row of a table, each cell as it was written; `row` counts from 1 below the heading. */
export interface CustomerRow {
  readonly row: number;
  readonly name: string;
  readonly segment: string;
  readonly weight: string;
  readonly revenue: string;
}

const amount = (what: string, most: number) =>
  z.string().trim().transform((text, context) => {
    if (text === '') return null;
    const value = Number(text.replace(/[\s'_]/gu, '').replace(/,(?=\d{3}(?:\D|$))/gu, ''));
    if (Number.isFinite(value) && value >= 0 && value <= most) return value;
    context.addIssue({ code: 'custom', message: `${what} is no number from 0 to ${most}` });
    return z.NEVER;
  });
const text = z.string().trim().max(128, 'is longer than 128 characters');
const Row = z.object({
  name: text.min(1, 'name is empty'),
  segment: text.transform((segment) => (segment === '' ? null : segment)),
  weight: amount('weight', 100),
  revenue: amount('revenue', 1e15),
});

/** The customer of a row, or everything that is wrong with it in words. */
export function readCustomer(cells: Omit<CustomerRow, 'row'>): { readonly ok: true; readonly customer: Customer } | { readonly ok: false; readonly problem: string } {
  const parsed = Row.safeParse(cells);
  return parsed.success ? { ok: true, customer: parsed.data } : { ok: false, problem: parsed.error.issues.map(({ message }) => message).join('; ') };
}
