import type { Change } from '../../core/provenance/change';
import { Forbidden, Gone, Rejected } from '../ports/failures';
import type { IssueEdit } from '../ports/issue-edits';
import type { Needs } from './needs';

type Edited = Extract<Change, { kind: 'flag' | 'dueDate' | 'assignee' }>;

/** Sets something on an issue and says so. What Jira does not let Ballast set is said too, with Jira's reason. */
export async function setOrSay(
  change: Edited,
  edit: IssueEdit,
  key: string,
  { edits }: Pick<Needs, 'edits'>,
): Promise<Edited> {
  try {
    await edits.set(key, edit);
    return change;
  } catch (failure) {
    if (!(failure instanceof Rejected || failure instanceof Forbidden || failure instanceof Gone))
      throw failure;
    return { ...change, refused: failure.message };
  }
}
