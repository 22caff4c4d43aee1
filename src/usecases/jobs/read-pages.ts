import type { Job, JobFailure, PageOutcome } from '../../core/jobs/job';
import { linkedWorthReading } from '../../core/signals/speaking-links';
import { Rejected } from '../ports/failures';
import type { Unreadable } from '../ports/issues';
import type { IssueRecord } from '../../core/issue/issue-record';
import type { ScoredIssue, World } from '../ports/world';
import { rubricLookup } from '../rubric/in-force';
import { forgetIssues } from '../scoring/saving/forget-issues';
import { isolateFailures } from '../scoring/isolate-failures';
import {
  readIssues,
  readPage,
  type IssueReading,
  type PageRead,
  type PageWanted,
} from '../scoring/read-issues';
import { scoreRead } from '../scoring/score-issues';
import { againstJira, type AgainstJira } from './against-jira';
import { isReallyEmpty } from './site-ready';
import { backlogJql, SITE } from './start-job';

const IDS_A_PAGE = 100;

/** Issues of several search pages are scored together, so that what is linked to them is read a hundred at a time too. */
const ISSUES_TOGETHER = 2_000;
const LINKED_TOGETHER = 100;
/** Another search page is asked for only with this much time left. */
const TIME_FOR_THE_REST_MS = 60_000;

/** The next pages of what the job's JQL finds. */
export async function searchPage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  const read = await pagesTogether(job, world);
  // JQL that a person wrote could reach beyond the project that they may administer.
  const own =
    job.project === null
      ? read.records
      : read.records.filter(({ project }) => project.id === job.project);
  const page = await scored({ ...read, records: own }, world, now, await checkOf(job, own, world));
  // Whoever asked for it: what it went through are all open issues of its scope.
  if (read.next === null && job.jql === backlogJql(job.project)) {
    const issues = job.done + page.done;
    if (issues > 0 || (await isReallyEmpty(job, world)))
      await world.jobs.cover(job.project ?? SITE, { issues, at: now.toISOString() });
  }
  return { ...page, cursor: read.next };
}

/** A ledger from before an installation may remember fields that are gone since, or others: what stands in them counts. */
async function checkOf(
  job: Job,
  records: readonly IssueRecord[],
  world: World,
): Promise<Check | null> {
  if (job.cause !== 'installed') return null;
  const { withoutOwn, checked } = await againstJira(world);
  const byId = new Map(records.map((record) => [record.id, record]));
  return { withoutOwn, checked: (one) => checked(one, byId.get(one.entry.issueId)) };
}

interface Check {
  readonly withoutOwn: AgainstJira['withoutOwn'];
  readonly checked: (scored: ScoredIssue) => ScoredIssue;
}

async function pagesTogether(job: Job, world: World): Promise<PageRead> {
  const lookup = rubricLookup(world.rubrics);
  const besides = job.cause === 'installed' ? (await againstJira(world)).besides : [];
  let found = await foundBy({ ...job, besides }, world, lookup);
  while (
    found.next !== null &&
    found.records.length < ISSUES_TOGETHER &&
    world.remainingMs() > TIME_FOR_THE_REST_MS
  ) {
    if (linkedTo(found).size >= LINKED_TOGETHER) break;
    const more = await readPage({ ...job, besides, cursor: found.next }, world, lookup);
    found = {
      ...more,
      readAt: found.readAt,
      records: [...found.records, ...more.records],
      unreadable: [...found.unreadable, ...more.unreadable],
    };
  }
  return found;
}

function linkedTo({ records, rubricOf }: IssueReading): ReadonlySet<string> {
  return new Set(
    records.flatMap((record) => linkedWorthReading(record, rubricOf(record.project.id).rubric)),
  );
}

/** A cursor that Jira no longer knows: the search begins anew, and what is done already changes nothing. */
async function foundBy(
  job: PageWanted,
  world: World,
  lookup: ReturnType<typeof rubricLookup>,
): Promise<PageRead> {
  try {
    return await readPage(job, world, lookup);
  } catch (failure) {
    if (job.cursor === null || !(failure instanceof Rejected)) throw failure;
    return readPage({ ...job, cursor: null }, world, lookup);
  }
}

/** The next hundred of the issues that the job names; the cursor counts them. */
export async function idsPage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  const start = Number(job.cursor ?? 0);
  const part = job.ids.slice(start, start + IDS_A_PAGE);
  const read = await readIssues(part, world);
  await forgetIssues(read.gone, world);
  const page = await scored(read, world, now);
  const end = start + part.length;
  return {
    ...page,
    done: page.done + read.gone.length,
    cursor: end < job.ids.length ? String(end) : null,
  };
}

async function scored(
  {
    records,
    unreadable,
    rubricOf,
    fields,
    readAt,
    known,
  }: IssueReading & { readonly unreadable: readonly Unreadable[] },
  world: World,
  now: Date,
  check: Check | null = null,
) {
  const { changed, failed } = await isolateFailures(records, async (part) => {
    // What was read of the ledger holds for all of them together. Tried again in parts, it is read with each: others may have been written.
    const isWhole = known !== undefined && part.length === records.length;
    const read = {
      records: check === null ? part : check.withoutOwn(part),
      rubricOf,
      fields,
      readAt,
      ...(isWhole && { known }),
    };
    const how = { trigger: 'backlog', ...(check !== null && { checked: check.checked }) } as const;
    return (await scoreRead(read, how, world, now)).changed;
  });
  const failures: JobFailure[] = [
    ...unreadable,
    ...failed.map(({ item: { id, key }, why }) => ({ id, key, why })),
  ];
  return { done: records.length + unreadable.length, changed, failures };
}
