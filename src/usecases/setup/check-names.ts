import type { SetupCheck } from '../../contract/setup';
import { sameName } from '../../core/text/same-name';
import { aCheck, steps, type Looked, type SetupContext } from './check';

const TITLE = 'Field names in searches';

/** Whether another field has the name of one of Ballast's: a search by that name is then refused or finds the other. */
export async function checkNames({ world }: SetupContext, { fields }: Looked): Promise<SetupCheck> {
  const ids = Object.values(world.fieldWriter.fieldIds(fields));
  const own = fields.filter(({ id }) => ids.includes(id));
  const clashing = own.filter(({ id, name }) =>
    fields.some((other) => other.id !== id && sameName(other.name) === sameName(name)),
  );
  if (clashing.length === 0)
    return Promise.resolve(
      aCheck('names', TITLE, {
        state: 'ok',
        says: `Searches can use the names: ${own.map(({ name }) => `“${name}”`).join(', ')}.`,
      }),
    );
  return Promise.resolve(
    aCheck('names', TITLE, {
      state: 'attention',
      says: 'Another field on this site has the same name, so a search by that name may mean either.',
      details: clashing.map(({ id, name }) => `Ballast’s “${name}” is ${inJql(id)} in JQL`),
      repair: steps(
        'In filters, boards and automation rules, use the cf[…] name above.',
        'Or have a Jira administrator rename the other field.',
      ),
    }),
  );
}

/** `cf[10042]` for `customfield_10042`: the one way to name a field that nothing else can have. */
function inJql(id: string): string {
  return `cf[${id.replace('customfield_', '')}]`;
}
