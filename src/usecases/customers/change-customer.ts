import type { CustomerSave, CustomerSaved } from '../../contract/customers';
import { overtaken, retryWhenOvertaken } from '../../core/attempts/retry-when-overtaken';
import { sameName } from '../../core/text/same-name';
import { changedSince, stillAsSeen, type SeenCustomer } from '../../core/customers/as-seen';
import { customerChanges } from '../../core/customers/customer-changes';
import { readCustomer, type CustomerRow } from '../../core/customers/customer-row';
import type { Customer, CustomerTable } from '../../core/signals/recorded';
import { Declined, Forbidden, Unavailable } from '../ports/failures';
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

/** Of several administrators at once each tries again with what the other left. */
const TRIES = 5;

/**
 * Keeps one customer, under a new name too, and has the issues that it speaks for scored again.
 * @throws Forbidden unless the person administers Jira; Declined when another customer has that name already, or somebody else changed
 * this one at the same moment, or since the person began
 */
export async function saveCustomer(
  cells: Omit<CustomerRow, 'row'>,
  { was, seen: began }: Pick<CustomerSave, 'was' | 'seen'>,
  changing: Changing,
): Promise<CustomerSaved> {
  await administers(changing.viewer);
  const read = readCustomer(cells);
  if (!read.ok) return read;
  const { customer } = read;
  let first: CustomerTable | null = null;
  return retryWhenOvertaken<CustomerSaved>(
    TRIES,
    async () => {
      const seen = await changing.world.customers.revision();
      const names = [customer.name, ...(was === null ? [] : [was])].map(sameName);
      const known = await changing.world.customers.read(names);
      if (first === null && began !== undefined) mustBeAsSeen(began, was, known, customer);
      mustStand(names, first ?? known, known, customer);
      first ??= known;
      const rescoring = await keep(customer, was, { known, seen }, changing);
      return rescoring === overtaken ? overtaken : { ok: true, rescoring };
    },
    () => {
      throw new Unavailable('Others are changing the customers right now');
    },
  );
}

/**
 * A form may stand open for long: what somebody else wrote meanwhile is told before it is written over. That the customer is as the
 * person wants it already, by an earlier try of theirs or by somebody else, does no harm.
 * @throws Declined
 */
function mustBeAsSeen(
  began: SeenCustomer | null,
  was: string | null,
  known: CustomerTable,
  wanted: Customer,
): void {
  if (JSON.stringify(known.get(sameName(wanted.name))) === JSON.stringify(wanted)) return;
  const name = was ?? wanted.name;
  const standing = known.get(sameName(name)) ?? null;
  if (stillAsSeen(began, standing)) return;
  if (standing === null)
    throw new Declined(
      `Somebody else removed ${name} since you opened it`,
      'Look at the table as it is now, and add the customer again if you still want it.',
    );
  throw new Declined(
    began === null
      ? `There is a customer called ${standing.name} already`
      : `Somebody else changed ${standing.name} since you opened it: ${changedSince(began, standing).join(', ')}`,
    'Look at the table as it is now, then change it again if you still want to.',
  );
}

/** What somebody else wrote between two tries is nothing that this person has seen; that it is what they want themselves does no harm. */
function mustStand(
  names: readonly string[],
  before: CustomerTable,
  now: CustomerTable,
  wanted: Customer,
): void {
  const [own] = names;
  for (const name of names) {
    const [earlier, later] = [before, now].map((table) => JSON.stringify(table.get(name) ?? null));
    if (earlier === later) continue;
    if (!before.has(name) && name === own && names.length > 1) continue;
    if (name === own && later === JSON.stringify(wanted)) continue;
    throw new Declined(
      `Somebody else changed ${before.get(name)?.name ?? wanted.name} at the same moment`,
      'Look at the table as it is now, then change it again if you still want to.',
    );
  }
}

async function keep(
  customer: Customer,
  was: string | null,
  { known, seen }: { readonly known: CustomerTable; readonly seen: number },
  { me: by, world, now }: Changing,
): Promise<boolean | typeof overtaken> {
  const renamed = was !== null && sameName(was) !== sameName(customer.name);
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
  const write = (): Promise<boolean> => world.customers.replace(customer, moves ? was : null, seen);
  const change =
    moves || news ? { changed: names, same: [], write } : { changed: [], same: names, write };
  return changeTable(change, by, world, now);
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
  const write = async (): Promise<boolean> => {
    await world.customers.remove(known);
    return true;
  };
  await changeTable(
    { changed: known, same: names.map(sameName).filter((name) => !known.includes(name)), write },
    by,
    world,
    now,
  );
}

/** @throws Forbidden unless the person administers Jira */
export async function administers(viewer: Viewer): Promise<void> {
  if (!(await viewer.may('ADMINISTER', null)))
    throw new Forbidden(
      'Only a Jira administrator may change customers: the table serves every project',
    );
}
