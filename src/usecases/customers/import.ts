import { sameName } from '../../core/text/same-name';
import { customerChanges, readRows, type RowsRead } from '../../core/customers/customer-changes';
import type { CustomerRow } from '../../core/customers/customer-row';
import type { Customer } from '../../core/signals/recorded';
import { changeTable } from './change-table';
import { Forbidden } from '../ports/failures';
import type { Viewer, World } from '../ports/world';

export interface CustomerImport {
  readonly applied: boolean;
  readonly added: readonly Customer[];
  readonly changed: readonly { readonly name: string; readonly what: readonly string[] }[];
  readonly same: number;
  readonly problems: RowsRead['problems'];
}

export interface ImportWish {
  /** False to look only. */
  readonly apply: boolean;
  /** Whether right rows are taken although others have problems. */
  readonly leaveOut: boolean;
}

/**
 * Takes a table of customers over what is known of them: all of it or nothing, unless the person leaves the problems out.
 * Issues whose evidence names a changed customer are scored again, and no others; the same table again changes nothing, but for
 * finishing what was cut off.
 * @throws Forbidden unless the person administers Jira
 */
export async function importCustomers(
  rows: readonly CustomerRow[],
  wish: ImportWish,
  by: string,
  viewer: Viewer,
  world: World,
  now: Date,
): Promise<CustomerImport> {
  if (!(await viewer.may('ADMINISTER', null)))
    throw new Forbidden('Only a Jira administrator may import customers');
  const { customers, problems } = readRows(rows);
  const { added, changed, same } = customerChanges(
    customers,
    await world.customers.read([...customers.keys()]),
  );
  const applied = wish.apply && (problems.length === 0 || wish.leaveOut);
  if (applied) {
    const written = [...added, ...changed.map(({ customer }) => customer)];
    const names = new Set(written.map(({ name }) => sameName(name)));
    const write = async (): Promise<void> => world.customers.write(written);
    await changeTable(
      {
        changed: [...names],
        same: [...customers.keys()].filter((name) => !names.has(name)),
        write,
      },
      by,
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
