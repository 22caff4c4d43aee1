import { sameName } from '../../core/rubric/same-name';
import { customerChanges } from '../../core/signals/customer-changes';
import { readCustomer, type CustomerRow, type RowProblem } from '../../core/signals/customer-row';
import { Declined, Forbidden } from '../failures';
import type { Viewer, World } from '../ports';
import { rescoreCustomers } from './rescore-customers';

export type CustomerSaved = { readonly ok: true; readonly rescoring: boolean } | ({ readonly ok: false } & RowProblem);

/** Who changes the table, and when. */
export interface Changing {
  readonly by: string;
  readonly viewer: Viewer;
  readonly world: World;
  readonly now: Date;
}

/**
 * Keeps one customer, under a new name too, and has the issues that it speaks for scored again.
 * @throws Forbidden unless the person administers Jira; Declined when another customer has that name already
 */
export async function saveCustomer(cells: Omit<CustomerRow, 'row'>, was: string | null, { by, viewer, world, now }: Changing): Promise<CustomerSaved> {
  await administers(viewer);
  const read = readCustomer(cells);
  if (!read.ok) return read;
  const { customer } = read;
  const renamed = was !== null && sameName(was) !== sameName(customer.name);
  const known = await world.customers.read([sameName(customer.name)]);
  if (renamed && known.size > 0) throw new Declined(`There is a customer called ${customer.name} already`, 'Choose another name, or remove one of the two first');
  const { added, changed } = customerChanges(new Map([[sameName(customer.name), customer]]), known);
  if (added.length + changed.length === 0) return { ok: true, rescoring: false };
  await world.customers.write([customer]);
  if (renamed) await world.customers.remove([was]);
  await rescoreCustomers(renamed ? [was, customer.name] : [customer.name], by, world, now);
  return { ok: true, rescoring: true };
}

/**
 * Forgets customers: from then on they weigh like any other.
 * @throws Forbidden unless the person administers Jira
 */
export async function removeCustomers(names: readonly string[], { by, viewer, world, now }: Changing): Promise<void> {
  await administers(viewer);
  const known = await world.customers.read(names.map(sameName));
  await world.customers.remove([...known.keys()]);
  await rescoreCustomers([...known.keys()], by, world, now);
}

async function administers(viewer: Viewer): Promise<void> {
  if (!(await viewer.may('ADMINISTER', null))) throw new Forbidden('Only a Jira administrator may change customers: the table serves every project');
}
