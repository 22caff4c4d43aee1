import type { LedgerEntry, ScoringNeeds } from '../ports/world';
import { readIssues } from './read-issues';
import { requestRescore } from './request-rescore';
import { scoreBatch } from './score-batch';

/**
 * What the ledger knows of an issue. Where it knows nothing yet, what it is about to know: the issue is read and scored for whoever
 * looks, and what has to be written is left to the queue. Undefined for an issue that is gone.
 */
export async function knownOrScored(
  issueId: string,
  world: ScoringNeeds,
  now: Date,
): Promise<LedgerEntry | undefined> {
  const known = (await world.ledger.read([issueId])).get(issueId);
  if (known !== undefined) return known;
  const [result] = await scoreBatch(await readIssues([issueId], world), world, now);
  if (result !== undefined) await requestRescore([issueId], 'read', world);
  return result?.entry;
}
