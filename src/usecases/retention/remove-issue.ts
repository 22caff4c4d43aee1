import { withoutIssue } from '../../core/evidence-feeds/without-issue';
import type { Needs } from './needs';

/** Removes everything that is kept of an issue. Its log may be long: it goes piece by piece, and the rest after it. */
export async function removeIssue(issueId: string, world: Needs): Promise<void> {
  while ((await world.decisions.removeSome(issueId)).more);
  await world.postMortems.remove([issueId]);
  await world.updates.remove([issueId]);
  await world.evidence.removeOf(issueId, (kept) => withoutIssue(kept, issueId));
  await world.ledger.remove([issueId]);
}
