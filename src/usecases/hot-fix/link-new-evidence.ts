import { requestRescore } from '../scoring/request-rescore';
import type { World } from '../ports/world';
import type { Result } from '../scoring/scored-issue';
import { linkEvidence } from './link-evidence';

/**
 * Whether something that another tool or a rule named as evidence reached an issue that is a hot fix already. Whoever noticed first,
 * as the ledger is written afterwards; what it held before was linked on entering, or is left as people left it.
 */
export function hasArrivals({ card, before, entry, stale }: Result): boolean {
  if (
    stale ||
    card?.lane !== 'hot fix' ||
    before === null ||
    !before.open ||
    before.signals === null
  )
    return false;
  const known = new Set(before.signals.evidence.map(({ id }) => id));
  return (entry.signals?.evidence ?? []).some(
    ({ id, key, origin }) => key === undefined && origin !== undefined && !known.has(id),
  );
}

/** Links such evidence with the issue, as entering the lane does. */
export async function linkArrivals(result: Result, world: World, now: Date): Promise<void> {
  const issue = (await world.issues.find([result.entry.issueId], [])).issues[0];
  if (issue === undefined) return;
  const linked = await linkEvidence(
    { result, issue, cause: 'it came in while the issue is a hot fix', now },
    world,
  );
  // Jira tells no app of its own edits, and what is linked is better known.
  if (linked > 0) await requestRescore([result.entry.issueId], 'read', world);
}
