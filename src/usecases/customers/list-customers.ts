import type { CustomerMapping, CustomersView } from '../../contract/customers';
import { sameName } from '../../core/text/same-name';
import { siteFields } from '../../core/issue/site-fields';
import type { Customer } from '../../core/signals/recorded';
import type { Viewer } from '../ports/world';
import type { People } from '../ports/people';
import type { RubricInForce } from '../ports/rubrics';
import type { CustomersNamed } from './customers-named';
import { firstOf, knownOf, mayLook, shown } from './find-customers';
import type { Needs } from './needs';

const STRANGERS_SHOWN = 50;
/** Names looked up in one go. */
const AT_ONCE = 200;

/**
 * The table of customers, how the rubric of a project (or the site) tells whose a ticket is, and who is named but unknown.
 * The table serves every project: of it, who does not administer Jira is told those, with their revenue, whom evidence names that they
 * see, on issues that they see.
 * @throws Forbidden unless the person administers the project, or Jira for the site
 */
export async function listCustomers(
  project: string | null,
  viewer: Viewer,
  people: People,
  world: Needs,
): Promise<CustomersView> {
  const looking = await mayLook(project, viewer, world);
  const { mayChange, inForce } = looking;
  const [named, fields] = [await looking.named(), await world.siteFields.all()];
  const { customers, next } = mayChange
    ? await world.customers.page(null)
    : firstOf(await knownOf(named, world), null);
  const mayKnow = (name: string): boolean => mayChange || named.issues.has(sameName(name));
  return {
    customers: shown(customers, named, inForce.rubric),
    next,
    more: false,
    mayChange,
    mapping: mappingOf(
      inForce,
      { customers, whole: next === null },
      {
        onSite: (name) => siteFields(fields).called([name]).length > 0,
        // A project's own rubric is its administrators' own words.
        mayKnow: (name) => inForce.stamp.startsWith('own') || mayKnow(name),
      },
    ),
    strangers: await strangersOf(named, people, world),
    looked: named.looked,
    complete: named.complete,
  };
}

function mappingOf(
  { rubric, version }: RubricInForce,
  { customers: table, whole }: { readonly customers: readonly Customer[]; readonly whole: boolean },
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
    whole,
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

/** Where an account stands for the customer, the reporter's name is told, if this person may know it. */
async function strangersOf(
  named: CustomersNamed,
  people: People,
  { customers }: Pick<Needs, 'customers'>,
): Promise<CustomersView['strangers']> {
  const all = [...named.issues].sort(
    ([, a], [, b]) => b.count - a.count || a.name.localeCompare(b.name, 'en'),
  );
  const strange: { name: string; issues: number }[] = [];
  for (let from = 0; from < all.length && strange.length < STRANGERS_SHOWN; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    const known = await customers.read(some.map(([name]) => name));
    strange.push(
      ...some
        .filter(([name]) => !known.has(name))
        .map(([, { name, count }]) => ({ name, issues: count })),
    );
  }
  const first = strange.slice(0, STRANGERS_SHOWN);
  const names = await people.names(
    first.map(({ name }) => name).filter((name) => /^[\w:-]{5,128}$/u.test(name)),
  );
  return first.map((one) => ({ ...one, person: names.get(one.name) ?? null }));
}
