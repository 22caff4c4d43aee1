import type { CustomerSaved } from '../../contract/customers';
import { sameName } from '../../core/text/same-name';
import { customerChanges } from '../../core/customers/customer-changes';
import { readCustomer, type CustomerRow } from '../../core/customers/customer-row';
import { Declined, Forbidden } from '../ports/failures';
import type { Viewer } from '../ports/world';
import { changeTable } from './change-table';
import type { Needs } from './needs';

/** Who changes the table, and when. */
export interface Changing {
  /** Account id. */
  readonly me: string;
  readonly viewer: Viewer;
  readonly world: Needs;
  readonly now: Date;
}

/**
 * Keeps one customer, under a new name too, and has the issues that it speaks for scored again.
 * @throws Forbidden unless the person administers Jira; Declined when another customer has that name already
 */
export async function saveCustomer(
  cells: Omit<CustomerRow, 'row'>,
  was: string | null,
  { me: by, viewer, world, now }: Changing,
): Promise<CustomerSaved> {
  await administers(viewer);
  const read = readCustomer(cells);
  if (!read.ok) return read;
  const { customer } = read;
  const renamed = was !== null && sameName(was) !== sameName(customer.name);
  const known = await world.customers.read([
    sameName(customer.name),
    ...(renamed ? [sameName(was)] : []),
  ]);
  const { added, changed } = customerChanges(new Map([[sameName(customer.name), customer]]), known);
  const news = added.length + changed.length > 0;
  // With the old name gone and nothing new under the new one, an earlier try came as far as that.
  const moves = renamed && (news || known.has(sameName(was)));
  if (moves && known.has(sameName(customer.name)))
    throw new Declined(
      `There is a customer called ${customer.name} already`,
      'Choose another name, or remove one of the two first',
    );
  const names = renamed ? [was, customer.name] : [customer.name];
  const write = async (): Promise<void> =>
    moves ? world.customers.rename(was, customer) : world.customers.write([customer]);
  const change =
    moves || news ? { changed: names, same: [], write } : { changed: [], same: names, write };
  return { ok: true, rescoring: await changeTable(change, by, world, now) };
}

/**
 * Forgets customers: from then on they weigh like any other.
 * @throws Forbidden unless the person administers Jira
 */
export async function removeCustomers(
  names: readonly string[],
  { me: by, viewer, world, now }: Changing,
): Promise<void> {
  await administers(viewer);
  const known = [...(await world.customers.read(names.map(sameName))).keys()];
  const write = async (): Promise<void> => world.customers.remove(known);
  await changeTable(
    { changed: known, same: names.map(sameName).filter((name) => !known.includes(name)), write },
    by,
    world,
    now,
  );
}

async function administers(viewer: Viewer): Promise<void> {
  if (!(await viewer.may('ADMINISTER', null)))
    throw new Forbidden(
      'Only a Jira administrator may change customers: the table serves every project',
    );
}
