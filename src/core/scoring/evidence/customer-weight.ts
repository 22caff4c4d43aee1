import type { Rubric } from '../../rubric/schema/schema';
import type { Revenue } from '../../provenance/source';
import { sameName } from '../../text/same-name';
import { isAccountId } from '../../terms/account-id';
import { ownMember } from '../../terms/own-member';

/** What is known of whose voice it is. */
export interface Known {
  readonly customer?: string;
  /** It is the account id of whoever reported it, which says nothing to anybody. */
  readonly person?: true;
  readonly segment?: string;
  /** The customer's own weight, on top of the segment's. */
  readonly weight?: number;
  /** A year, in the one currency of the table of customers. */
  readonly revenue?: number;
}

type Customers = Rubric['customers'];
type RevenueCurve = NonNullable<Customers['revenue']>;

/**
 * How many customers like any other this one weighs: by a weight of its own, times its segment's; else by its revenue, where the
 * rubric says so; else by its segment; else 1.
 */
export function customerWeight(known: Known, customers: Customers): number {
  const revenue = decidingRevenue(known, customers);
  if (revenue !== null) return revenueWeight(revenue.amount, revenue.curve);
  const segment =
    known.segment ??
    (known.customer === undefined ? undefined : lookUp(customers.members, known.customer));
  return (
    (known.weight ?? 1) * (segment === undefined ? 1 : (lookUp(customers.segments, segment) ?? 1))
  );
}

/** Never falls as revenue grows: it rises with the logarithm between two amounts, and is level outside of them. */
export function revenueWeight(revenue: number, { from, to, least, most }: RevenueCurve): number {
  if (revenue <= from) return least;
  if (revenue >= to) return most;
  return Math.min(most, least + (most - least) * (Math.log(revenue / from) / Math.log(to / from)));
}

/** The revenue that decides what the customer weighs, and how much that is; null where it decides nothing. */
export function weighingRevenue(known: Known, customers: Customers): Revenue | null {
  const revenue = decidingRevenue(known, customers);
  if (revenue === null) return null;
  const { amount, curve } = revenue;
  return {
    ...(known.customer !== undefined && !isPerson(known) && { customer: known.customer }),
    amount,
    currency: curve.currency,
    weighs: revenueWeight(amount, curve),
  };
}

function decidingRevenue(
  { weight, revenue }: Known,
  customers: Customers,
): { readonly amount: number; readonly curve: RevenueCurve } | null {
  return weight === undefined && revenue !== undefined && customers.revenue !== undefined
    ? { amount: revenue, curve: customers.revenue }
    : null;
}

/** Of what was read by an earlier version only the looks of the id tell. */
export function isPerson({ customer, person }: Pick<Known, 'customer' | 'person'>): boolean {
  return person === true || (customer !== undefined && isAccountId(customer));
}

export function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  const exact = ownMember(table, name);
  if (exact !== undefined) return exact;
  const wanted = sameName(name);
  return Object.entries(table).find(([candidate]) => sameName(candidate) === wanted)?.[1];
}
