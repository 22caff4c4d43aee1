import { Forbidden, Gone, Rejected } from '../ports/failures';

/** What Jira says, or `unknown` where it does not: JQL that names a project which is gone, archived or out of the app's sight is refused. */
export async function orUnknown<T, U>(ask: () => Promise<T>, unknown: U): Promise<T | U> {
  try {
    return await ask();
  } catch (failure) {
    if (failure instanceof Rejected || failure instanceof Gone || failure instanceof Forbidden)
      return unknown;
    throw failure;
  }
}
