import { Rejected } from '../../ports/failures';
import type { FieldChange } from '../../ports/field-writer';
import type { LedgerEntry, ScoredIssue, Trigger, ScoringNeeds } from '../../ports/world';
import { claimWrites, setUnsure } from './claim-writes';
import { asPending, type Dependent } from './dependents';
import { standsInHistory } from '../triggers';
import { forgetIssues } from './forget-issues';
import { enqueueAndClear, findDependents } from './pending-dependents';

export interface Saved {
  /** Issues for which at least one Jira field was written. */
  readonly changed: number;
  /** Ids of issues that exist no longer. */
  readonly gone: readonly string[];
}

/**
 * Writes the Jira fields that changed, lets what else a scoring sets off happen, then writes the ledger, then asks for the rescoring of
 * what depends on the changes. In that order: cut off anywhere, a repeat writes the same values again and asks again; it never believes
 * that something stands which does not. What somebody else wrote meanwhile is not overwritten but scored once more. Forgets the issues
 * that turn out to be gone, and those that were `gone` already when they were read.
 */
export async function saveScores(
  scored: readonly ScoredIssue[],
  trigger: Trigger,
  world: ScoringNeeds,
  gone: readonly string[] = [],
): Promise<Saved> {
  const current = await claimWrites(
    scored.filter(({ stale }) => !stale),
    world,
  );
  const changes = current.flatMap(({ change, pilot }) =>
    change === null || pilot ? [] : [change],
  );
  const from = isoNow(world);
  const goneSince = changes.length === 0 ? [] : await writeFields(changes, trigger, world);
  const wrote = { from, to: isoNow(world) };
  const lasting = current
    .filter(({ entry }) => !goneSince.includes(entry.issueId))
    .map((one) =>
      one.change === null || one.pilot ? one : { ...one, entry: { ...one.entry, wrote } },
    );
  const pending = await findDependents(lasting, trigger, world);
  // Before the ledger: a cut in between finds the same change again, and what it sets off comes to the same.
  for (const reaction of world.reactions) await reaction.run(lasting, trigger, world);
  const entries = lasting.flatMap((one, n) => entryToWrite(one, pending[n] ?? []));
  const overtaken = await world.ledger.write(entries);
  await setUnsure(overtaken, world);
  await enqueueAndClear(
    entries.filter(({ issueId }) => !overtaken.includes(issueId)),
    world,
  );
  if (trigger !== 'backlog')
    await world.scoreChannel.tell(
      entries.map(({ issueId }) => issueId).filter((id) => !overtaken.includes(id)),
    );
  const allGone = [...gone, ...goneSince];
  await forgetIssues(allGone, world);
  return { changed: changes.length - goneSince.length, gone: allGone };
}

/** A field list remembered too long names a field that is gone: forget it, so that the next try reads the list anew. */
async function writeFields(
  changes: readonly FieldChange[],
  trigger: Trigger,
  world: ScoringNeeds,
): Promise<readonly string[]> {
  const fields = await world.siteFields.all();
  try {
    return await world.fieldWriter.write(changes, fields, standsInHistory(trigger));
  } catch (failure) {
    if (failure instanceof Rejected) await world.siteFields.forget();
    throw failure;
  }
}

function isoNow({ clock }: Pick<ScoringNeeds, 'clock'>): string {
  return new Date(clock()).toISOString();
}

function entryToWrite(
  { entry, touched }: ScoredIssue,
  dependents: readonly Dependent[],
): LedgerEntry[] {
  return touched || dependents.length > 0
    ? [{ ...entry, pendingDependents: dependents.map(asPending) }]
    : [];
}
