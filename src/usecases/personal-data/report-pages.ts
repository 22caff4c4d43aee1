import type { Job, JobFailure, PageOutcome } from '../../core/jobs/job';
import { formerUserId } from '../../core/terms/former-user';
import { NotKept } from '../ports/failures';
import { MOST_REPORTED } from '../ports/personal-data/account-reports';
import type { RecordOfPeople } from '../ports/personal-data/stored-people';
import type { Needs } from './needs';

/** Before Ballast kept anything of anybody: a first report asks for all that has happened since. */
const BEFORE_ALL = new Date('2020-01-01T00:00:00.000Z');

/** Counts of a report, as its job keeps them. */
const PEOPLE = 'people';
const CLOSED = 'closed';

/** Writes down whose ids stand in the next part of what is stored. */
export async function peoplePage(job: Job, { storedPeople }: Needs): Promise<PageOutcome> {
  const { records, looked, next } = await storedPeople.page(job.cursor);
  await storedPeople.register.add(job.id, idsIn(records));
  return { done: looked, changed: 0, failures: [], cursor: next };
}

/**
 * Reports the next of them. Of an account that has changed there is nothing to be read again: names are asked of Jira whenever they are
 * shown, and kept nowhere.
 */
export async function reportPage(
  job: Job,
  { storedPeople: { register }, accountReports, notes, random }: Needs,
): Promise<PageOutcome> {
  const { reported } = await notes.read();
  const asOf = reported === undefined ? BEFORE_ALL : new Date(reported.at);
  const { accountIds, next } = await register.portion(job.id, Number(job.cursor ?? 0));
  let closed = 0;
  for (let start = 0; start < accountIds.length; start += MOST_REPORTED) {
    const some = accountIds.slice(start, start + MOST_REPORTED);
    const gone = (await accountReports.report(some, asOf)).flatMap(({ accountId, status }) =>
      status === 'closed' && some.includes(accountId) ? [accountId] : [],
    );
    if (gone.length === 0) continue;
    await register.close(job.id, new Map(gone.map((id) => [id, formerUserId(random)])));
    closed += gone.length;
  }
  return {
    done: 0,
    changed: 0,
    failures: [],
    cursor: next === null ? null : String(next),
    tally: {
      [PEOPLE]: (job.tally[PEOPLE] ?? 0) + accountIds.length,
      [CLOSED]: (job.tally[CLOSED] ?? 0) + closed,
    },
  };
}

/** Takes those whose accounts are closed out of the next part; with the last one the report is over. */
export async function erasePage(job: Job, world: Needs): Promise<PageOutcome> {
  if ((job.tally[CLOSED] ?? 0) === 0) return over(job, [], world);
  const { storedPeople } = world;
  const { records, next } = await storedPeople.page(job.cursor);
  const closed = await storedPeople.register.closed(job.id, idsIn(records));
  const failures: JobFailure[] = [];
  let changed = 0;
  for (const { place, people } of records) {
    if (!people.some(({ accountId }) => closed.has(accountId))) continue;
    const why = await storedPeople.replace(place, closed).then(overtakenOr, notKeptOr);
    if (why === null) changed += 1;
    // Not its key: that may name the person.
    else failures.push({ id: people[0]?.kind ?? 'record', key: null, why });
  }
  if (next === null) return { ...(await over(job, failures, world)), changed };
  return { done: 0, changed, failures, cursor: next };
}

const overtakenOr = (replaced: boolean): string | null =>
  replaced ? null : 'others kept changing it';

/** One record that storage does not take keeps no other from being changed. */
function notKeptOr(failure: unknown): string {
  if (failure instanceof NotKept) return failure.message;
  throw failure;
}

async function over(
  job: Job,
  failures: readonly JobFailure[],
  { notes, storedPeople }: Needs,
): Promise<PageOutcome> {
  await notes.write({
    reported: {
      at: job.startedAt,
      people: job.tally[PEOPLE] ?? 0,
      closed: job.tally[CLOSED] ?? 0,
      left: job.failed + failures.length,
    },
  });
  await storedPeople.register.forget(job.id);
  return { done: 0, changed: 0, failures, cursor: null };
}

function idsIn(records: readonly RecordOfPeople[]): readonly string[] {
  return [...new Set(records.flatMap(({ people }) => people.map(({ accountId }) => accountId)))];
}
