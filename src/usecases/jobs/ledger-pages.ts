import { dayNumber } from '../../core/time/utc-day';
import { isolateFailures } from '../scoring/isolate-failures';
import type { LedgerEntry, LedgerQuestion, LedgerTrigger, World } from '../ports/world';
import { rubricsOf } from '../rubric/in-force';
import { rescoreFromLedger } from '../scoring/rescore-from-ledger';
import type { Job, PageOutcome } from '../../core/jobs/job';

/** Longer than any invocation that read the older rubric before it was replaced can still be at work. */
export const SECONDS_TO_SETTLE = 240;

/** The next hundred of the ledger. Before the last step it waits, so that the sweep finds what was being scored meanwhile. */
export async function ledgerPage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  const outcome = await walk(job, { question: whole(job), trigger: 'rubric' }, world, now);
  return outcome.cursor === null ? { ...outcome, pause: SECONDS_TO_SETTLE } : outcome;
}

/** What still carries an older rubric; the others were counted before. */
export async function sweepPage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  return { ...(await walk(job, { question: whole(job), trigger: 'rubric' }, world, now)), done: 0 };
}

export async function wakePage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  return walk(
    job,
    { question: { by: 'wake', untilDay: dayNumber(now) }, trigger: 'time' },
    world,
    now,
  );
}

function whole({ project }: Job): LedgerQuestion {
  return project === null ? { by: 'open' } : { by: 'project', project };
}

async function walk(
  job: Job,
  { question, trigger }: { readonly question: LedgerQuestion; readonly trigger: LedgerTrigger },
  world: World,
  now: Date,
): Promise<PageOutcome> {
  const { entries, next } = await world.ledger.page(question, job.cursor);
  // An index may lag behind: what counts is the record itself.
  const fresh = await outdated(entries, trigger, world);
  const { changed, failed } = await isolateFailures(fresh, (part) =>
    rescoreFromLedger(part, trigger, world, now),
  );
  return {
    done: entries.length,
    changed,
    failures: failed.map(({ item: { issueId, key }, why }) => ({ id: issueId, key, why })),
    cursor: next,
  };
}

/**
 * Of an entry that is unsure, all fields are written: after a pilot that is every one. One with pending dependents was cut off after
 * it was written: they are asked for now.
 */
async function outdated(
  entries: readonly LedgerEntry[],
  trigger: LedgerTrigger,
  world: World,
): Promise<readonly LedgerEntry[]> {
  const open = entries.filter((entry) => entry.open);
  if (trigger === 'time') return open;
  const rubricOf = await rubricsOf(
    open.map(({ project }) => project),
    world.rubrics,
  );
  return open.filter(
    ({ project, rubric, unsure, pendingDependents }) =>
      unsure || pendingDependents.length > 0 || rubric !== rubricOf(project).stamp,
  );
}
