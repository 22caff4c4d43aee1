import type { Reaction, ScoredIssue } from '../ports/world';
import { requestRescore } from '../scoring/request-rescore';
import { entersHotFix } from './enter-hot-fix';
import { linkEvidence } from './link-evidence';
import type { Needs } from './needs';

/** Links evidence that came in while an issue is a hot fix, as entering the lane does. */
export const linkNewEvidence: Reaction<Needs> = {
  name: 'new evidence of hot fixes',
  async run(scored, trigger, world) {
    for (const one of scored)
      if (!entersHotFix(one, trigger) && hasNewEvidence(one))
        await linkTo(one, world, new Date(one.entry.scoredAt));
  },
};

/**
 * Whether something that another tool or a rule named as evidence reached an issue that is a hot fix already. Whoever noticed first,
 * as the ledger is written afterwards; what it held before was linked on entering, or is left as people left it.
 */
function hasNewEvidence({ card, before, entry, stale, pilot }: ScoredIssue): boolean {
  if (
    stale ||
    pilot ||
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

async function linkTo(result: ScoredIssue, world: Needs, now: Date): Promise<void> {
  const issue = (await world.issues.find([result.entry.issueId], [])).issues[0];
  if (issue === undefined) return;
  const linked = await linkEvidence(
    { result, issue, cause: { kind: 'cameInAsHotFix' }, now },
    world,
  );
  // Jira tells no app of its own edits, and what is linked is better known.
  if (linked > 0) await requestRescore([result.entry.issueId], 'read', world);
}
