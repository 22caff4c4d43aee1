import type { FieldInfo } from '../../core/issue/issue-record';
import { decisionsOf } from '../decisions/entries-from-scoring';
import {
  dependentsInBacklog,
  dependentsOf,
  owedAs,
  owedDependent,
  type Dependent,
  type Step,
} from './dependents';
import { Rejected } from '../ports/failures';
import type { LedgerEntry, World } from '../ports/world';
import { requestRescore } from './request-rescore';
import type { Result } from './scored-issue';
import { enterHotFix, entersHotFix } from '../hot-fix/enter-hot-fix';
import { hasArrivals, linkArrivals } from '../hot-fix/link-new-evidence';
import { hasWorsened, tightenDue } from '../hot-fix/tighten-due-date';
import { asOneEntry } from '../decisions/entries-from-ratings';

/** Who scored: an event or a person, a job that reads issue after issue, or one that goes through the ledger. */
export type Pass = 'event' | 'backlog' | 'held';

export interface Written {
  /** Issues for which at least one Jira field was written. */
  readonly changed: number;
  /** Ids of issues that turned out to be gone when their fields were written. */
  readonly gone: readonly string[];
}

/**
 * Writes the Jira fields that changed, then the ledger, then asks for the rescoring of what depends on the changes. In that
 * order: cut off anywhere, a repeat writes the same values again and asks again; it never believes that something stands which
 * does not. What somebody else wrote meanwhile is not overwritten but scored once more.
 */
export async function writeResults(
  results: readonly Result[],
  pass: Pass,
  world: World,
): Promise<Written> {
  const fresh = results.filter(({ stale }) => !stale);
  const late = await claim(fresh, world);
  const current = fresh.filter(({ entry }) => !late.has(entry.issueId)).map(claimed);
  const changes = current.flatMap(({ change, pilot }) =>
    change === null || pilot ? [] : [change],
  );
  const gone =
    changes.length === 0 ? [] : await writeFields(changes, await world.siteFields.all(), world);
  const lasting = current.filter(({ entry }) => !gone.includes(entry.issueId));

  const owing = await owed(lasting, pass, world);
  // Before the ledger: a cut in between finds the same move again, and records it under the same id.
  const decisions = lasting.flatMap((result) =>
    decisionsOf(result, pass === 'event' ? 'told' : 'skipped'),
  );
  await world.decisions.record(await asOneEntry(decisions, world.decisions));
  for (const result of lasting.filter(({ pilot }) => !pilot))
    await actOnUrgency(result, pass, world);
  const entries = lasting.flatMap((result, n) => entryToWrite(result, owing[n] ?? []));
  const overtaken = await world.ledger.write(entries);
  await makeGood(overtaken, world);
  await settle(
    entries.filter(({ issueId }) => !overtaken.includes(issueId)),
    world,
  );
  return { changed: changes.length - gone.length, gone };
}

async function actOnUrgency(result: Result, pass: Pass, world: World): Promise<void> {
  const now = new Date(result.entry.scoredAt);
  if (entersHotFix(result, pass)) await enterHotFix(result, world, now);
  else {
    if (hasWorsened(result)) await tightenDue(result, world, now);
    if (hasArrivals(result)) await linkArrivals(result, world, now);
  }
}

/**
 * Says in the ledger that their fields are about to be written: whoever comes after a cut in the middle writes all of them again.
 * Returns the ids of those that somebody else has scored meanwhile; they are asked for once more.
 */
async function claim(results: readonly Result[], world: World): Promise<ReadonlySet<string>> {
  const claims = results.flatMap(({ before, entry, change }) =>
    change === null || before?.unsure === true
      ? []
      : [before === null ? begun(entry) : { ...before, unsure: true }],
  );
  const late = await world.ledger.write(claims);
  await requestRescore(late, 'read', world);
  return new Set(late);
}

/** A first record, which says nothing yet that others depend on. */
function begun(entry: LedgerEntry): LedgerEntry {
  return { ...entry, own: null, evidence: '', owes: [], unsure: true };
}

/** Claimed, its record is one revision further, and has to be written in any case. */
function claimed(result: Result): Result {
  if (result.change === null || result.before?.unsure === true) return result;
  return {
    ...result,
    touched: true,
    entry: { ...result.entry, revision: result.entry.revision + 1 },
  };
}

/** Forgets issues that are gone from Jira, once what depended on them is asked to be scored again. */
export async function forget(ids: readonly string[], world: World): Promise<void> {
  if (ids.length === 0) return;
  const entries = await world.ledger.read(ids);
  await world.ledger.bury(
    ids.filter((id) => /^\d+$/u.test(id) && !entries.has(id)),
    new Date(world.clock()),
  );
  const known = [...entries.values()].filter(({ key }) => key !== '');
  if (known.length === 0) return;
  const emptied = known.map((before) => ({
    ...before,
    open: false,
    own: null,
    blocks: [],
    owes: dependentsOf({ before, after: null }).map(owedAs),
  }));
  const overtaken = await world.ledger.write(emptied);
  await pay(emptied, world);
  await world.votes.forget(emptied.map(({ issueId }) => issueId));
  await world.ledger.remove(
    emptied.map(({ issueId }) => issueId).filter((id) => !overtaken.includes(id)),
  );
  await requestRescore(overtaken, 'read', world);
}

/** A field list remembered too long names a field that is gone: forget it, so that the next try reads the list anew. */
async function writeFields(
  changes: NonNullable<Result['change']>[],
  fields: readonly FieldInfo[],
  world: World,
): Promise<readonly string[]> {
  try {
    return await world.fieldWriter.write(changes, fields);
  } catch (failure) {
    if (failure instanceof Rejected) await world.siteFields.forget();
    throw failure;
  }
}

async function owed(
  results: readonly Result[],
  pass: Pass,
  world: World,
): Promise<readonly (readonly Dependent[])[]> {
  const steps = results.map(({ before, entry }): Step => ({ before, after: entry }));
  if (pass === 'event') return steps.map(dependentsOf);
  if (pass === 'held') return onlyThoseBehind(results, steps.map(dependentsOf), world);
  const blockers = steps.flatMap(({ before, after }) =>
    before === null ? (after?.blockers ?? []) : [],
  );
  const inLedger =
    blockers.length === 0 ? new Map<string, LedgerEntry>() : await world.ledger.read(blockers);
  return steps.map((step) => dependentsInBacklog(step, (id) => inLedger.has(id)));
}

/** Blockers that still carry the older rubric are yet to come in the same job, and inherit then. */
async function onlyThoseBehind(
  results: readonly Result[],
  all: readonly (readonly Dependent[])[],
  world: World,
): Promise<readonly (readonly Dependent[])[]> {
  const rubrics = new Map(results.map(({ entry }) => [entry.project, entry.rubric]));
  const ids = all.flatMap((dependents) =>
    dependents.flatMap(({ id, kind }) => (kind === 'held' ? [id] : [])),
  );
  const entries = ids.length === 0 ? new Map<string, LedgerEntry>() : await world.ledger.read(ids);
  const isBehind = ({ id, kind }: Dependent): boolean => {
    const entry = entries.get(id);
    return (
      kind === 'read' ||
      (entry !== undefined && entry.rubric === (rubrics.get(entry.project) ?? entry.rubric))
    );
  };
  return all.map((dependents) => dependents.filter(isBehind));
}

function entryToWrite({ entry, touched }: Result, dependents: readonly Dependent[]): LedgerEntry[] {
  return touched || dependents.length > 0 ? [{ ...entry, owes: dependents.map(owedAs) }] : [];
}

/**
 * Somebody else wrote the record between our reading and our writing, and whose fields stand in Jira nobody knows: the record
 * says so, and the issue is read again.
 */
async function makeGood(overtaken: readonly string[], world: World): Promise<void> {
  if (overtaken.length === 0) return;
  let unsure = overtaken;
  for (let tries = 0; unsure.length > 0 && tries < 5; tries++) {
    const standing = await world.ledger.read(unsure);
    unsure = await world.ledger.write(
      [...standing.values()].map((entry) => ({ ...entry, unsure: true })),
    );
  }
  await requestRescore(overtaken, 'read', world);
}

/** Asks for what is owed, then strikes it from the ledger. */
async function settle(entries: readonly LedgerEntry[], world: World): Promise<void> {
  const owing = entries.filter(({ owes }) => owes.length > 0);
  if (owing.length === 0) return;
  await pay(owing, world);
  // Left standing when somebody else wrote meanwhile: whoever scores next asks once more.
  await world.ledger.write(
    owing.map((entry) => ({ ...entry, revision: entry.revision + 1, owes: [] })),
  );
}

async function pay(entries: readonly LedgerEntry[], world: World): Promise<void> {
  const dependents = entries.flatMap(({ owes }) => owes.map(owedDependent));
  for (const kind of ['read', 'held'] as const) {
    await requestRescore(
      dependents.filter((one) => one.kind === kind).map(({ id }) => id),
      kind,
      world,
    );
  }
}
