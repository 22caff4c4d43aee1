import type { CustomerImport, CustomerImportAsk } from '../../contract/customers';
import type { Changing } from './change-customer';
import { sameName } from '../../core/text/same-name';
import { customerChanges, readRows } from '../../core/customers/customer-changes';
import type { CustomerRow } from '../../core/customers/customer-row';
import { changeTable } from './change-table';
import { Forbidden } from '../ports/failures';

/**
 * Takes a table of customers over what is known of them: all of it or nothing, unless the person leaves the problems out.
 * Issues whose evidence names a changed customer are scored again, and no others; the same table again changes nothing, but for
 * finishing what was cut off.
 * @throws Forbidden unless the person administers Jira
 */
export async function importCustomers(
  rows: readonly CustomerRow[],
  request: Pick<CustomerImportAsk, 'apply' | 'leaveOut'>,
  { me, viewer, world, now }: Changing,
): Promise<CustomerImport> {
  if (!(await viewer.may('ADMINISTER', null)))
    throw new Forbidden('Only a Jira administrator may import customers');
  const { customers, problems } = readRows(rows);
  const { added, changed, same } = customerChanges(
    customers,
    await world.customers.read([...customers.keys()]),
  );
  const applied = request.apply && (problems.length === 0 || request.leaveOut);
  if (applied) {
    const written = [...added, ...changed.map(({ customer }) => customer)];
    const names = new Set(written.map(({ name }) => sameName(name)));
    const write = async (): Promise<boolean> => {
      await world.customers.write(written);
      return true;
    };
    await changeTable(
      {
        changed: [...names],
        same: [...customers.keys()].filter((name) => !names.has(name)),
        write,
      },
      me,
      world,
      now,
    );
  }
  return {
    applied,
    added,
    changed: changed.map(({ customer: { name }, what }) => ({ name, what })),
    same,
    problems,
  };
}
