import { linkedWorthReading } from '../../core/signals/linked';
import { Rejected } from '../ports/failures';
import { isolating } from '../scoring/isolate-failures';
import type { Unreadable } from '../ports/issues';
import type { World } from '../ports/world';
import { readPage, readRecords, type RecordPage } from '../scoring/read-issues';
import { rubricsOf } from '../rubric/in-force';
import { scoreRecords, type Reading } from '../scoring/score-batch';
import { forget, writeResults } from '../scoring/save-scores';
import { backlogJql, SITE } from './start-job';
import type { Job, JobFailure, PageOutcome } from '../../core/jobs/job';

const IDS_A_PAGE = 100;

/** Issues of several search pages are scored together, so that what is linked to them is read a hundred at a time too. */
const ISSUES_TOGETHER = 2_000;
const LINKED_TOGETHER = 100;
/** Another search page is asked for only with this much time left. */
const TIME_FOR_THE_REST_MS = 60_000;

/** The next pages of what the job's JQL finds. */
export async function searchPage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  const { records, readAt, unreadable, next } = await pagesTogether(job, world);
  // JQL that a person wrote could reach beyond the project that they may administer.
  const own =
    job.project === null ? records : records.filter(({ project }) => project.key === job.project);
  const page = await scored({ records: own, readAt }, unreadable, world, now);
  // Whoever asked for it: what it went through are all open issues of its scope.
  if (next === null && job.jql === backlogJql(job.project))
    await world.jobs.cover(job.project ?? SITE, {
      issues: job.done + page.done,
      at: now.toISOString(),
    });
  return { ...page, cursor: next };
}

async function pagesTogether(job: Job, world: World): Promise<RecordPage> {
  let found = await foundBy(job, world);
  while (
    found.next !== null &&
    found.records.length < ISSUES_TOGETHER &&
    world.remainingMs() > TIME_FOR_THE_REST_MS
  ) {
    if ((await linkedTo(found.records, world)).size >= LINKED_TOGETHER) break;
    const more = await readPage(job.jql, found.next, job.project, world);
    found = {
      readAt: found.readAt,
      records: [...found.records, ...more.records],
      unreadable: [...found.unreadable, ...more.unreadable],
      next: more.next,
    };
  }
  return found;
}

async function linkedTo(
  records: RecordPage['records'],
  world: World,
): Promise<ReadonlySet<string>> {
  const rubricOf = await rubricsOf(
    records.map(({ project }) => project.key),
    world.rubrics,
  );
  return new Set(
    records.flatMap((record) => linkedWorthReading(record, rubricOf(record.project.key).rubric)),
  );
}

/** A cursor that Jira no longer knows: the search begins anew, and what is done already changes nothing. */
async function foundBy(job: Job, world: World) {
  try {
    return await readPage(job.jql, job.cursor, job.project, world);
  } catch (failure) {
    if (job.cursor === null || !(failure instanceof Rejected)) throw failure;
    return readPage(job.jql, null, job.project, world);
  }
}

/** The next hundred of the issues that the job names; the cursor counts them. */
export async function idsPage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  const start = Number(job.cursor ?? 0);
  const part = job.ids.slice(start, start + IDS_A_PAGE);
  const { records, readAt, gone, unreadable } = await readRecords(part, world);
  await forget(gone, world);
  const page = await scored({ records, readAt }, unreadable, world, now);
  const end = start + part.length;
  return {
    ...page,
    done: page.done + gone.length,
    cursor: end < job.ids.length ? String(end) : null,
  };
}

async function scored(
  { records, readAt }: Reading,
  unreadable: readonly Unreadable[],
  world: World,
  now: Date,
) {
  const { changed, failed } = await isolating(records, async (part) => {
    const written = await writeResults(
      await scoreRecords({ records: part, readAt }, world, now),
      'backlog',
      world,
    );
    await forget(written.gone, world);
    return written.changed;
  });
  const failures: JobFailure[] = [
    ...unreadable,
    ...failed.map(({ item: { id, key }, why }) => ({ id, key, why })),
  ];
  return { done: records.length + unreadable.length, changed, failures };
}
