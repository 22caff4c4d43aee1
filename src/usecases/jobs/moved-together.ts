import type { Job, PageOutcome } from '../../core/jobs/job';
import { newJob } from '../../core/jobs/job';
import { breachesToCome } from '../../core/signals/breaches';
import { dayNumber } from '../../core/time/utc-day';
import type { LedgerEntry, World } from '../ports/world';
import { requestRescore } from '../scoring/request-rescore';
import { rescoreFromLedger } from '../scoring/rescore-from-ledger';
import { startJob } from './start-job';

/** What many issues belong to at once. */
export type Container = 'sprint' | 'version';

const JQL_FIELD: Readonly<Record<Container, string>> = { sprint: 'sprint', version: 'fixVersion' };

/**
 * A sprint began or ended, a version was released: Jira tells of it once, and of none of its issues.
 * @param id of the sprint or version; digits
 * @param gone no search finds its issues any more
 */
export async function rescoreMembers(
  container: Container,
  { id, gone }: { readonly id: string; readonly gone: boolean },
  world: Pick<World, 'jobs' | 'queue'>,
  now: Date,
): Promise<void> {
  await startJob(
    newJob(
      {
        id: `${container}-${id}-${now.getTime()}`,
        scope: `${container}-${id}`,
        cause: 'daily',
        ...(gone
          ? { ids: [container], steps: ['members'] }
          : {
              jql: `${JQL_FIELD[container]} = ${id} AND statusCategory != Done ORDER BY created ASC, key ASC`,
              steps: ['found'],
            }),
      },
      now,
    ),
    world,
  );
}

/** The next of what the job's JQL finds, by their ids alone. */
export async function foundPage(job: Job, world: World): Promise<PageOutcome> {
  const { ids, next } = await world.issues.ids(job.jql, job.cursor);
  await requestRescore(ids, 'read', world);
  return { done: ids.length, changed: 0, failures: [], cursor: next };
}

/** The next of the ledger's open issues; those that may have belonged to what is gone are asked for. */
export async function membersPage(job: Job, world: World): Promise<PageOutcome> {
  const { entries, next } = await world.ledger.page({ by: 'open' }, job.cursor);
  const members = entries.filter(({ signals }) =>
    job.ids.includes('sprint') ? signals?.issue.inActiveSprint : signals?.issue.hasRelease,
  );
  await requestRescore(
    members.map(({ issueId }) => issueId),
    'read',
    world,
  );
  return { done: entries.length, changed: 0, failures: [], cursor: next };
}

/** Scores again what an agreement was breached for since it was scored: nobody tells of it. Called every hour. */
export async function rescoreBreached(world: World, now: Date): Promise<void> {
  let cursor: string | null = null;
  do {
    const question = { by: 'wake', untilDay: dayNumber(now) } as const;
    const { entries, next }: Awaited<ReturnType<World['ledger']['page']>> = await world.ledger.page(
      question,
      cursor,
    );
    const breached = entries.filter((entry) => wasBreached(entry, now));
    if (breached.length > 0) await rescoreFromLedger(breached, 'time', world, now);
    cursor = next;
  } while (cursor !== null);
}

function wasBreached({ open, signals, scoredAt }: LedgerEntry, now: Date): boolean {
  return (
    open &&
    signals !== null &&
    breachesToCome(signals).some((at) => at > scoredAt && at <= now.toISOString())
  );
}
