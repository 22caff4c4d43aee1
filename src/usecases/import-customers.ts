import { sameName } from '../core/rubric/same-name';
import { issuesOf } from '../core/signals/outside/kept-evidence';
import { readCustomer, type CustomerRow } from '../core/signals/customer-row';
import type { Customer } from '../core/signals/recorded';
import { Forbidden } from './failures';
import { newJob } from './jobs/job';
import { startJob } from './jobs/start-job';
import type { Viewer, World } from './ports';
import { requestRescore } from './request-rescore';

export interface CustomersImported {
  readonly written: number;
  /** Customers that were unknown, or known otherwise: the issues that they speak for are scored again. */
  readonly changed: number;
  readonly problems: readonly { readonly row: number; readonly problem: string }[];
}

const MOST_CUSTOMERS = 3_000;
/** So few customers at once that looking each of them up is quicker than walking through the ledger. */
const FEW = 25;
const SCOPE = 'customers';

/**
 * Takes a table of customers over what is known of them: rows that are right are kept, the others are named with their problem.
 * Issues whose evidence names a changed customer are scored again, and no others.
 * @throws Forbidden unless the person administers Jira
 */
export async function importCustomers(rows: readonly CustomerRow[], by: string, viewer: Viewer, world: World, now: Date): Promise<CustomersImported> {
  if (!(await viewer.may('ADMINISTER', null))) throw new Forbidden('Only a Jira administrator may import customers');
  const { customers, problems } = checked(rows);
  const known = await world.customers.read([...customers.keys()]);
  const changed = [...customers].filter(([name, customer]) => !same(known.get(name), customer));
  await world.customers.write(changed.map(([, customer]) => customer));
  const names = changed.map(([name]) => name);
  if (names.length > 0) await rescoreIssuesOf(names, by, world, now);
  return { written: customers.size, changed: changed.length, problems };
}

function checked(rows: readonly CustomerRow[]): { readonly customers: ReadonlyMap<string, Customer>; readonly problems: CustomersImported['problems'] } {
  const customers = new Map<string, Customer>();
  const problems: { row: number; problem: string }[] = [];
  for (const { row, ...cells } of rows) {
    const read = readCustomer(cells);
    const name = sameName(cells.name);
    if (!read.ok) problems.push({ row, problem: read.problem });
    else if (customers.has(name)) problems.push({ row, problem: 'this customer stands in an earlier row' });
    else if (customers.size >= MOST_CUSTOMERS) problems.push({ row, problem: `more than ${MOST_CUSTOMERS} customers at once` });
    else customers.set(name, read.customer);
  }
  return { customers, problems };
}

function same(known: Customer | undefined, { name, segment, weight, revenue }: Customer): boolean {
  return known !== undefined && known.name === name && known.segment === segment && known.weight === weight && known.revenue === revenue;
}

/** Evidence from outside is found by its index at once; what links say of a customer, by a walk through the ledger in the background. */
async function rescoreIssuesOf(names: readonly string[], by: string, world: World, now: Date): Promise<void> {
  if (names.length <= FEW) {
    const kept = await Promise.all(names.map((name) => world.evidence.ofCustomer(name)));
    await requestRescore(kept.flat().flatMap(issuesOf), 'read', world);
  }
  const before = await world.jobs.order(SCOPE);
  const running = before === null ? null : ((await world.jobs.read(before.job.id)) ?? before.job);
  // The newer walk takes the place of one that has not ended: it looks for that one's customers too.
  const wanted = running === null || running.finishedAt !== null ? names : [...new Set([...running.ids, ...names])];
  await startJob(newJob({ id: `customers-${now.getTime()}`, scope: SCOPE, cause: 'requested', steps: ['customers'], ids: wanted, by }, now), world);
}
