import { sameName } from '../text/same-name';
import { readCustomer, type CustomerRow, type RowProblem } from './customer-row';
import type { Customer, CustomerTable } from '../signals/recorded';

export const MOST_CUSTOMERS = 3_000;

export interface RowsRead {
  /** By `sameName`, in the order of the rows. */
  readonly customers: ReadonlyMap<string, Customer>;
  readonly problems: readonly ({ readonly row: number } & RowProblem)[];
}

/** The customers of a table's rows, and every row that is none. */
export function readRows(rows: readonly CustomerRow[]): RowsRead {
  const customers = new Map<string, Customer>();
  const firstRow = new Map<string, number>();
  const problems: ({ row: number } & RowProblem)[] = [];
  for (const { row, ...cells } of rows) {
    const read = readCustomer(cells);
    const name = sameName(cells.name);
    const earlier = firstRow.get(name);
    if (!read.ok) problems.push({ row, problem: read.problem, advice: read.advice });
    else if (earlier !== undefined)
      problems.push({
        row,
        problem: 'this customer stands in an earlier row',
        advice: `keep one of the rows ${earlier} and ${row}`,
      });
    else if (customers.size >= MOST_CUSTOMERS)
      problems.push({
        row,
        problem: `more than ${MOST_CUSTOMERS} customers at once`,
        advice: 'import the rest as a second file',
      });
    else {
      customers.set(name, read.customer);
      firstRow.set(name, row);
    }
  }
  return { customers, problems };
}

export interface CustomerChanges {
  readonly added: readonly Customer[];
  readonly changed: readonly { readonly customer: Customer; readonly what: readonly string[] }[];
  readonly same: number;
}

/** What taking these customers over those known would change. */
export function customerChanges(
  customers: ReadonlyMap<string, Customer>,
  known: CustomerTable,
): CustomerChanges {
  const added: Customer[] = [];
  const changed: { customer: Customer; what: readonly string[] }[] = [];
  for (const [name, customer] of customers) {
    const before = known.get(name);
    const what = before === undefined ? [] : differences(before, customer);
    if (before === undefined) added.push(customer);
    else if (what.length > 0) changed.push({ customer, what });
  }
  return { added, changed, same: customers.size - added.length - changed.length };
}

/** `weight 1 → 2`, one text a property. */
function differences(before: Customer, after: Customer): string[] {
  const say = (value: string | number | null): string => (value === null ? 'none' : String(value));
  return (['name', 'segment', 'weight', 'revenue'] as const).flatMap((part) =>
    before[part] === after[part] ? [] : [`${part} ${say(before[part])} → ${say(after[part])}`],
  );
}
