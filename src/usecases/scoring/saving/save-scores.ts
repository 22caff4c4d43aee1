import { Rejected } from '../../ports/failures';
import type { FieldChange } from '../../ports/field-writer';
import type { LedgerEntry, ScoredIssue, Trigger, ScoringNeeds } from '../../ports/world';
import { claimWrites, setUnsure } from './claim-writes';
import { asPending, type Dependent } from './dependents';
import { changedSince } from '../changed-since';
import { inPilot } from '../scored-issue';
import { standsInHistory } from '../triggers';
import { forgetIssues } from './forget-issues';
import { enqueueAndClear, findDependents } from './pending-dependents';

/** Issues whose fields are written before it is asked again whether a pilot has begun: those of one request. */
const WRITTEN_TOGETHER = 50;

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
  const from = isoNow(world);
  const { standing, gone: goneSince } = await writeOutsidePilots(current, trigger, world);
  const wrote = { from, to: isoNow(world) };
  const lasting = standing
    .filter(({ entry }) => !goneSince.includes(entry.issueId))
    .map((one) =>
      isToWrite(one) ? { ...one, entry: { ...one.entry, wrote: joined(one, wrote) } } : one,
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
  return { changed: standing.filter(isToWrite).length - goneSince.length, gone: allGone };
}

function isToWrite({ change, pilot }: ScoredIssue): boolean {
  return change !== null && !pilot;
}

/**
 * Whoever begins a pilot is promised that nothing more is written. A page of many issues takes a while, so it is asked again just
 * before each part whether one has begun; what was withheld is left as a pilot leaves it.
 */
async function writeOutsidePilots(
  current: readonly ScoredIssue[],
  trigger: Trigger,
  world: ScoringNeeds,
): Promise<{ readonly standing: readonly ScoredIssue[]; readonly gone: readonly string[] }> {
  const wanted = current.filter(isToWrite);
  const withheld = new Set<string>();
  const gone: string[] = [];
  for (let from = 0; from < wanted.length; from += WRITTEN_TOGETHER) {
    const part = wanted.slice(from, from + WRITTEN_TOGETHER);
    const tried = await world.pilots.among(part.map(({ entry }) => entry.project));
    const isTried = ({ entry }: ScoredIssue): boolean => tried.has(entry.project);
    for (const one of part.filter(isTried)) withheld.add(one.entry.issueId);
    const changes = part.flatMap((one) =>
      one.change === null || isTried(one) ? [] : [one.change],
    );
    if (changes.length > 0) gone.push(...(await writeFields(changes, trigger, world)));
  }
  const standing = current.map((one) =>
    withheld.has(one.entry.issueId) ? { ...inPilot(one), touched: true } : one,
  );
  return { standing, gone };
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

/**
 * Writes with no edit of anybody else's between them are one span: a search that lags may still show what the earlier one made of
 * `updated`.
 */
function joined(
  { before, entry }: ScoredIssue,
  wrote: NonNullable<LedgerEntry['wrote']>,
): NonNullable<LedgerEntry['wrote']> {
  return before?.wrote === undefined || changedSince(before, entry.updated)
    ? wrote
    : { from: before.wrote.from, to: wrote.to };
}
