import type { CustomersFound, CustomersSought, CustomerView } from '../../contract/customers';
import { customerWeight } from '../../core/scoring/evidence/customer-weight';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { Customer } from '../../core/signals/recorded';
import { sameName } from '../../core/text/same-name';
import type { CustomerPage } from '../ports/evidence';
import { Forbidden } from '../ports/failures';
import type { RubricInForce } from '../ports/rubrics';
import type { Viewer } from '../ports/world';
import { rubricsOf } from '../rubric/in-force';
import { asSeenBy, customersNamed, everything, type CustomersNamed } from './customers-named';
import type { Needs } from './needs';

/** As many as storage gives at once. */
const MOST = 1_000;

/** Who looks at the customers, and by which rubric. */
export interface Looking {
  /** Whether they may change the table, and so are told all of it. */
  readonly mayChange: boolean;
  readonly inForce: RubricInForce;
  /** Whom evidence names, as far as they may be told. */
  readonly named: () => Promise<CustomersNamed>;
}

/** @throws Forbidden unless the person administers the project, or Jira for the site */
export async function mayLook(
  project: string | null,
  viewer: Viewer,
  world: Needs,
): Promise<Looking> {
  const mayChange = await viewer.may('ADMINISTER', null);
  if (!mayChange && (project === null || !(await viewer.may('ADMINISTER_PROJECTS', project))))
    throw new Forbidden('Only an administrator may look at the customers');
  const rubrics = await rubricsOf(project === null ? [] : [project], world.rubrics);
  return {
    mayChange,
    inForce: rubrics(project ?? ''),
    named: () => customersNamed(project, mayChange ? everything : asSeenBy(viewer, world), world),
  };
}

/**
 * A further part of the table, or the customers whose names begin with a text, whatever comes before or after them there.
 * @throws Forbidden as the list
 */
export async function findCustomers(
  { project, begins, after }: CustomersSought,
  viewer: Viewer,
  world: Needs,
): Promise<CustomersFound> {
  const { mayChange, inForce, named: nameAll } = await mayLook(project, viewer, world);
  const named = await nameAll();
  const begin = begins.trim();
  const fits = ({ name }: Customer): boolean => sameName(name).startsWith(sameName(begin));
  const { customers, more } = !mayChange
    ? { customers: (await knownOf(named, world)).filter(fits), more: false }
    : begin === ''
      ? { customers: null, more: false }
      : await beginning(begin, world);
  const page = customers === null ? await world.customers.page(after) : firstOf(customers, after);
  return { customers: shown(page.customers, named, inForce.rubric), next: page.next, more };
}

/** With the customer of exactly that name, in whatever writing it stands there. */
async function beginning(
  text: string,
  { customers }: Pick<Needs, 'customers'>,
): Promise<{ readonly customers: readonly Customer[]; readonly more: boolean }> {
  const exact = (await customers.read([sameName(text)])).get(sameName(text));
  const begun = await customers.beginning(text);
  if (exact === undefined) return begun;
  const rest = begun.customers.filter(({ name }) => name !== exact.name);
  return { ...begun, customers: [exact, ...rest] };
}

/** Those in the table whom evidence names, for who is told no others. */
export async function knownOf(
  named: CustomersNamed,
  { customers }: Pick<Needs, 'customers'>,
): Promise<readonly Customer[]> {
  return [...(await customers.read([...named.issues.keys()])).values()];
}

/** The first of these by name, as storage has them. */
export function firstOf(customers: readonly Customer[], after: string | null): CustomerPage {
  const following = customers
    .filter(({ name }) => after === null || name > after)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = following.slice(0, MOST);
  return {
    customers: page,
    next: following.length > MOST ? (page.at(-1)?.name ?? null) : null,
  };
}

/** By name, with what each weighs under the rubric and how many issues name it. */
export function shown(
  customers: readonly Customer[],
  named: CustomersNamed,
  rubric: Rubric,
): readonly CustomerView[] {
  return customers
    .map((customer) => ({
      ...customer,
      counts: countsAs(customer, rubric),
      issues: named.issues.get(sameName(customer.name))?.count ?? 0,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** What scoring makes of it: null in the table is what nobody said. */
function countsAs({ name, segment, weight, revenue }: Customer, { customers }: Rubric): number {
  return customerWeight(
    {
      customer: name,
      ...(segment !== null && { segment }),
      ...(weight !== null && { weight }),
      ...(revenue !== null && { revenue }),
    },
    customers,
  );
}
