import { followPostMortems } from '../post-mortem/follow';
import type { Unreadable } from '../ports/issues';
import type { World } from '../ports/world';
import { readRecords } from './read-issues';
import type { Result } from './scored-issue';
import { scoreRecords } from './score-batch';
import { forget, writeResults } from './save-scores';

export interface IssuesScored {
  readonly results: readonly Result[];
  readonly changed: number;
  /** Ids that exist no longer. */
  readonly gone: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads these issues from Jira and scores them; forgets those that are gone. Delivered twice or out of order it comes to the
 * same: the state of Jira when it reads is all that counts.
 */
export async function scoreIssues(
  ids: readonly string[],
  world: World,
  now: Date,
): Promise<IssuesScored> {
  const found = await readRecords(ids, world);
  const results = await scoreRecords(found, world, now);
  const written = await writeResults(results, 'event', world);
  const gone = [...found.gone, ...written.gone];
  await forget(gone, world);
  await followPostMortems(found.records, world, now);
  return { results, changed: written.changed, gone, unreadable: found.unreadable };
}
