import type { CustomerMapping, CustomersView } from '../../contract/customers';
import type { Rubric } from '../../core/rubric/schema/schema';
import { sameName } from '../../core/text/same-name';
import { customerWeight } from '../../core/scoring/evidence/customer-weight';
import { siteFields } from '../../core/issue/site-fields';
import type { Customer } from '../../core/signals/recorded';
import { Forbidden } from '../ports/failures';
import type { Viewer } from '../ports/world';
import { rubricsOf } from '../rubric/in-force';
import type { RubricInForce } from '../ports/rubrics';
import { asSeenBy, customersNamed, everything, type CustomersNamed } from './customers-named';
import type { Needs } from './needs';

const STRANGERS_SHOWN = 50;

/**
 * The table of customers, how the rubric of a project (or the site) tells whose a ticket is, and who is named but unknown.
 * The table serves every project: of it, who does not administer Jira is told those, with their revenue, whom evidence names that they
 * see, on issues that they see.
 * @throws Forbidden unless the person administers the project, or Jira for the site
 */
export async function listCustomers(
  project: string | null,
  viewer: Viewer,
  world: Needs,
): Promise<CustomersView> {
  const mayChange = await viewer.may('ADMINISTER', null);
  if (!mayChange && (project === null || !(await viewer.may('ADMINISTER_PROJECTS', project))))
    throw new Forbidden('Only an administrator may look at the customers');
  const inForce = (await rubricsOf(project === null ? [] : [project], world.rubrics))(
    project ?? '',
  );
  const [whole, named, fields] = [
    await world.customers.all(),
    await customersNamed(project, mayChange ? everything : asSeenBy(viewer, world), world),
    await world.siteFields.all(),
  ];
  const known = new Set(whole.map(({ name }) => sameName(name)));
  const mayKnow = (name: string): boolean => mayChange || named.issues.has(sameName(name));
  const table = whole.filter(({ name }) => mayKnow(name));
  const { rubric } = inForce;
  return {
    customers: table
      .map((customer) => ({
        ...customer,
        counts: countsAs(customer, rubric),
        issues: named.issues.get(sameName(customer.name))?.count ?? 0,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    mayChange,
    mapping: mappingOf(inForce, table, {
      onSite: (name) => siteFields(fields).called([name]).length > 0,
      // A project's own rubric is its administrators' own words.
      mayKnow: (name) => inForce.stamp.startsWith('own') || mayKnow(name),
    }),
    ...strangersOf(named, known),
    looked: named.looked,
    complete: named.complete,
  };
}

function mappingOf(
  { rubric, version }: RubricInForce,
  table: readonly Customer[],
  {
    onSite,
    mayKnow,
  }: {
    readonly onSite: (name: string) => boolean;
    readonly mayKnow: (customer: string) => boolean;
  },
): CustomerMapping {
  const {
    customers: { segments, members, revenue = null },
    evidence: { support },
  } = rubric;
  const inSegment = (wanted: string): number =>
    table.filter(({ segment }) => segment !== null && sameName(segment) === sameName(wanted))
      .length;
  const weighted = new Set(Object.keys(segments).map(sameName));
  return {
    rubric: { name: rubric.name, version },
    fields: support.customerFields.map((name) => ({ name, onSite: onSite(name) })),
    fallback: support.fallback,
    segments: Object.entries(segments).map(([name, weight]) => ({
      name,
      weight,
      customers: inSegment(name),
    })),
    members: Object.entries(members)
      .filter(([name]) => mayKnow(name))
      .map(([name, segment]) => ({ name, segment })),
    unweighted: [
      ...new Set(
        table.flatMap(({ segment }) =>
          segment === null || weighted.has(sameName(segment)) ? [] : [segment],
        ),
      ),
    ].sort(),
    revenue,
  };
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

/** Organisations by the names that tickets call them. A person who reported is none, and is not shown as one. */
function strangersOf(
  { issues }: CustomersNamed,
  known: ReadonlySet<string>,
): Pick<CustomersView, 'strangers' | 'reporters'> {
  const strange = [...issues].flatMap(([key, one]) => (known.has(key) ? [] : [one]));
  return {
    strangers: strange
      .filter(({ person }) => !person)
      .map(({ name, count }) => ({ name, issues: count }))
      .sort((a, b) => b.issues - a.issues || a.name.localeCompare(b.name, 'en'))
      .slice(0, STRANGERS_SHOWN),
    reporters: strange.filter(({ person }) => person).length,
  };
}
