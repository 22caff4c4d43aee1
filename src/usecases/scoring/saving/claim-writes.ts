import { retryWhenOvertaken, overtaken } from '../../../core/attempts/retry-when-overtaken';
import type { LedgerEntry, ScoredIssue, ScoringNeeds } from '../../ports/world';
import { requestRescore } from '../request-rescore';

/** Writers of one issue are few: each tries again with what the other left. */
const TRIES = 5;

/**
 * Says in the ledger that their fields are about to be written: whoever comes after a cut in the middle writes all of them again. What
 * somebody else has scored meanwhile is asked for once more.
 * @returns those that may be written
 */
export async function claimWrites(
  scored: readonly ScoredIssue[],
  world: ScoringNeeds,
): Promise<readonly ScoredIssue[]> {
  const claims = scored
    .filter(needsClaim)
    .map(({ before, entry }) =>
      before === null ? firstClaim(entry) : { ...before, unsure: true },
    );
  const late = new Set(await world.ledger.write(claims));
  await requestRescore([...late], 'read', world);
  return scored
    .filter(({ entry }) => !late.has(entry.issueId))
    .map((one) => (needsClaim(one) ? afterClaim(one) : one));
}

/**
 * Also of one that is unsure already: whoever left it so may be about to say that it is sure again, and is overtaken by the claim. Cut
 * off after the fields were written, nobody would know otherwise that something else stands in Jira.
 */
function needsClaim({ change }: ScoredIssue): boolean {
  return change !== null;
}

/** A first record, which says nothing yet that others depend on. */
function firstClaim(entry: LedgerEntry): LedgerEntry {
  return { ...entry, own: null, evidence: '', pendingDependents: [], unsure: true };
}

/** Its record is one revision further, and has to be written in any case. */
function afterClaim(scored: ScoredIssue): ScoredIssue {
  const { entry } = scored;
  return { ...scored, touched: true, entry: { ...entry, revision: entry.revision + 1 } };
}

/**
 * Somebody else wrote these records between our reading and our writing, and whose fields stand in Jira nobody knows: the records say
 * so, and the issues are read again.
 */
export async function setUnsure(ids: readonly string[], world: ScoringNeeds): Promise<void> {
  if (ids.length === 0) return;
  let left = ids;
  await retryWhenOvertaken(
    TRIES,
    async () => {
      const standing = await world.ledger.read(left);
      left = await world.ledger.write(
        [...standing.values()].map((entry) => ({ ...entry, unsure: true })),
      );
      return left.length > 0 ? overtaken : undefined;
    },
    // They are read again in any case.
    () => undefined,
  );
  await requestRescore(ids, 'read', world);
}
