import type { Change } from '../../core/decisions/decision';
import { Forbidden, Gone, Rejected } from '../ports/failures';
import type { World } from '../ports/world';
import type { IssueEdit } from '../ports/issue-edits';

/** Sets something on an issue and says so. What Jira does not let Ballast set is said too, with Jira's reason. */
export async function setOrSay(
  change: Change,
  edit: IssueEdit,
  key: string,
  { edits }: Pick<World, 'edits'>,
): Promise<Change> {
  try {
    await edits.set(key, edit);
    return change;
  } catch (failure) {
    if (!(failure instanceof Rejected || failure instanceof Forbidden || failure instanceof Gone))
      throw failure;
    return { what: change.what, from: null, to: 'not set', because: failure.message };
  }
}
