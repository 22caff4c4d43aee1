import type { Job, PageOutcome } from '../../core/jobs/job';
import { removalDay, type Departed } from '../../core/retention/deleted';
import { dayNumber } from '../../core/time/utc-day';
import type { Removal } from '../ports/upkeep';
import type { Needs } from './needs';

/** Gives what belongs to these issues, which Jira says were deleted, the time of its removal. Until then everything stays. */
export async function issuesDeleted(
  ids: readonly string[],
  { removals }: Pick<Needs, 'removals'>,
  now: Date,
): Promise<void> {
  await removals.schedule(
    ids.map((id) => removalOf({ kind: 'issue', id, within: null }, now.toISOString())),
  );
}

export interface ProjectNamed {
  readonly id: string;
  readonly key: string;
}

/** Likewise of a project. Of its issues Jira says nothing: the next two steps look for them. */
export async function projectDeleted(
  { id, key }: ProjectNamed,
  { removals }: Pick<Needs, 'removals'>,
  now: Date,
): Promise<void> {
  await removals.schedule([removalOf({ kind: 'project', id, key }, now.toISOString())]);
}

/** It is back: what belongs to it stays. What its issues were given counts for nothing without it. */
export async function projectReturned(
  { id }: ProjectNamed,
  { removals }: Pick<Needs, 'removals'>,
): Promise<void> {
  await removals.clear('project', [id]);
}

/** The next hundred issues that the ledger knows of the deleted project, open and closed ones. */
export async function timedPage(
  job: Job,
  world: Pick<Needs, 'removals' | 'ledger'>,
): Promise<PageOutcome> {
  const [id, project] = job.ids;
  if (id === undefined || project === undefined) return { ...NOTHING, cursor: null };
  const { entries, next } = await world.ledger.page({ by: 'project', project }, job.cursor);
  await schedule(
    entries.map(({ issueId }) => issueId),
    id,
    job,
    world,
  );
  return { ...NOTHING, done: entries.length, cursor: next };
}

/**
 * The next issues that the log names, and that the ledger does not know any more: before the event came, it may have been found that
 * they are not there. What has been moved to another project stands in the ledger under that.
 */
export async function timedByLogPage(
  job: Job,
  world: Pick<Needs, 'removals' | 'ledger' | 'decisions'>,
): Promise<PageOutcome> {
  const [id, project] = job.ids;
  if (id === undefined || project === undefined) return { ...NOTHING, cursor: null };
  const { issueIds, next } = await world.decisions.issuesOf(project, job.cursor);
  const known = await world.ledger.read(issueIds);
  await schedule(
    issueIds.filter((one) => (known.get(one)?.key ?? '') === ''),
    id,
    job,
    world,
  );
  return { ...NOTHING, cursor: next };
}

async function schedule(
  issueIds: readonly string[],
  within: string,
  { startedAt }: Job,
  { removals }: Pick<Needs, 'removals'>,
): Promise<void> {
  // What was deleted by itself before keeps its own time.
  const waiting = await removals.among('issue', issueIds);
  await removals.schedule(
    issueIds
      .filter((id) => !waiting.has(id))
      .map((id) => removalOf({ kind: 'issue', id, within }, startedAt)),
  );
}

const NOTHING = { done: 0, changed: 0, failures: [] };

function removalOf(departed: Departed, deletedAt: string): Removal {
  return { departed, deletedAt, day: removalDay(departed, dayNumber(new Date(deletedAt))) };
}
