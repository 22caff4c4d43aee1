import type { Rubric } from '../../rubric/schema/schema';
import { sameName } from '../../text/same-name';

/** What is known of whose voice it is. */
export interface Known {
  readonly customer?: string;
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

/** `Acme, €1.2 M a year, weighs 3×`; null where revenue decides nothing. */
export function revenueWords(known: Known, customers: Customers): string | null {
  const revenue = decidingRevenue(known, customers);
  if (revenue === null) return null;
  const { amount, curve } = revenue;
  const name = known.customer === undefined || isAccount(known.customer) ? [] : [known.customer];
  return [
    ...name,
    `${money(amount, curve.currency)} a year`,
    `weighs ${rounded(revenueWeight(amount, curve), 2)}×`,
  ].join(', ');
}

function decidingRevenue(
  { weight, revenue }: Known,
  customers: Customers,
): { readonly amount: number; readonly curve: RevenueCurve } | null {
  return weight === undefined && revenue !== undefined && customers.revenue !== undefined
    ? { amount: revenue, curve: customers.revenue }
    : null;
}

const STEPS = [
  [1e9, ' bn'],
  [1e6, ' M'],
  [1e3, ' k'],
] as const;

/** `€1.2 M`, `EUR 950`: two significant places are enough to see which of two customers is larger. */
function money(amount: number, currency: string): string {
  const [size, unit] = STEPS.find(([least]) => amount >= least * 0.9995) ?? [1, ''];
  const text = `${rounded(amount / size, amount / size < 100 ? 1 : 0)}${unit}`;
  return /[\p{L}\p{N}]$/u.test(currency) ? `${currency} ${text}` : `${currency}${text}`;
}

function rounded(value: number, places: number): string {
  return String(Number(value.toFixed(places)));
}

/** Where no field names a customer its reporter's account id stands for it, which says nothing to anybody. */
function isAccount(name: string): boolean {
  return /^(?:\d+:)?[\da-f-]{20,}$/iu.test(name);
}

export function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  if (Object.hasOwn(table, name)) return table[name];
  const wanted = sameName(name);
  return Object.entries(table).find(([candidate]) => sameName(candidate) === wanted)?.[1];
}
