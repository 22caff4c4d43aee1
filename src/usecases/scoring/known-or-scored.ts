import type { ProjectId } from '../../core/terms/project';
import type { LedgerEntry, ScoringNeeds } from '../ports/world';
import { readIssues } from './read-issues';
import { requestRescore } from './request-rescore';
import { scoreBatch } from './score-batch';

/**
 * What the ledger knows of an issue. Where it knows nothing yet, what it is about to know: the issue is read and scored for whoever
 * looks, and what has to be written is left to the queue. So it is for an issue that was moved to another project a moment ago: `project`
 * is the one that it is in now, whose rubric and rights count. Undefined for an issue that is gone.
 */
export async function knownOrScored(
  issueId: string,
  project: ProjectId,
  { world, now }: { readonly world: ScoringNeeds; readonly now: Date },
): Promise<LedgerEntry | undefined> {
  const known = (await world.ledger.read([issueId])).get(issueId);
  if (known?.project === project) return known;
  const [result] = await scoreBatch(await readIssues([issueId], world), world, now);
  if (result !== undefined) await requestRescore([issueId], 'read', world);
  return result?.entry;
}
