import type { ProjectId } from '../../core/terms/project';
import { requestRescore } from '../scoring/request-rescore';
import type { World } from '../ports/world';
import { orUnknown } from './or-unknown';
import { readRenamedProject, readUnknownProject } from './project-jobs';
import { backlogJql } from './start-job';
import type { Job, PageOutcome, Span } from '../../core/jobs/job';
import { isWithin, spanOf, thatFit } from '../../core/jobs/tally-span';
import { ownMember } from '../../core/terms/own-member';

const NOTHING = { done: 0, changed: 0, failures: [] };

/** Counts the next hundred open issues of the ledger by project, and has those read anew of which it no longer knows more. */
export async function tallyPage(job: Job, world: World): Promise<PageOutcome> {
  const { entries, next, anew } = await world.ledger.page({ by: 'open' }, job.cursor);
  const span = spanOf(job);
  const tally = anew === true ? {} : { ...job.tally };
  for (const { project } of entries)
    if (isWithin(project, span)) tally[project] = (ownMember(tally, project) ?? 0) + 1;
  await requestRescore(
    entries.flatMap(({ issueId, unreadable }) => (unreadable === true ? [issueId] : [])),
    'read',
    world,
  );
  return { ...NOTHING, cursor: next, ...thatFit(tally, span) };
}

/**
 * Holds the next page of the projects that Jira shows against the tally. Where both count the same, the project leaves it; where they
 * differ, its number becomes negative; one that Jira does not show keeps its own. A project of which the ledger knows nothing is read
 * as a whole.
 */
export async function comparePage(job: Job, world: World, now: Date): Promise<PageOutcome> {
  const start = Number(job.cursor ?? 0);
  const { projects, next } = await world.projects.page(start);
  // Who sees no project at all is blind, which says nothing about any issue.
  if (start === 0 && projects.length === 0) return { ...NOTHING, cursor: null, tally: {} };
  const tally = new Map(Object.entries(job.tally));
  const span = spanOf(job);
  for (const { id: project, key } of projects.filter(({ id }) => isWithin(id, span))) {
    const inLedger = tally.get(project);
    const inJira = await countOf(project, world);
    await readRenamedProject({ id: project, key }, world, now);
    if (inLedger === undefined) {
      if (inJira !== null && inJira > 0) await readUnknownProject(project, world, now);
    } else if (inJira === inLedger) tally.delete(project);
    else tally.set(project, -Math.abs(inLedger));
  }
  return {
    ...NOTHING,
    cursor: next === null ? null : String(next),
    tally: Object.fromEntries(tally),
    ...(next === null ? afterwards(tally.size > 0, span) : {}),
  };
}

/** What differs is listed; then those are counted that one record did not take. */
function afterwards(differs: boolean, { upTo }: Span): Pick<PageOutcome, 'then' | 'span'> {
  const list = differs ? (['list'] as const) : [];
  return upTo === null
    ? { then: list }
    : { then: [...list, 'tally', 'compare'], span: { after: upTo, upTo: null } };
}

/** About how many open issues it has; null when Jira does not say, which must not hold up the other projects. */
async function countOf(
  project: ProjectId,
  { issues }: Pick<World, 'issues'>,
): Promise<number | null> {
  return orUnknown(() => issues.count(backlogJql(project)), null);
}

/** Lists one project after the other by ids alone, and has scored again whatever only Jira or only the ledger knows as open. */
export async function listPage(job: Job, world: World): Promise<PageOutcome> {
  const [first] = Object.entries(job.tally).sort(([a], [b]) => (a < b ? -1 : 1));
  if (first === undefined) return { ...NOTHING, cursor: null };
  const [project, count] = first;
  // Of one that Jira does not show, each issue is asked for by its id: moved or hidden for a while, it is found again later.
  const inJira: ReadonlySet<string> =
    count > 0 ? new Set() : await orUnknown(() => openInJira(project, world), new Set());
  const inLedger = await openInLedger(project, world);
  const differing = [
    ...[...inJira].filter((id) => !inLedger.has(id)),
    ...[...inLedger].filter((id) => !inJira.has(id)),
  ];
  await requestRescore(differing, 'read', world);
  const { [project]: _, ...rest } = job.tally;
  const cursor = Object.keys(rest).length === 0 ? null : 'next';
  return { done: inJira.size, changed: differing.length, failures: [], cursor, tally: rest };
}

async function openInJira(
  project: ProjectId,
  { issues }: Pick<World, 'issues'>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page = await issues.ids(backlogJql(project), cursor);
    for (const id of page.ids) found.add(id);
    cursor = page.next;
  }
  return found;
}

async function openInLedger(
  project: ProjectId,
  { ledger }: Pick<World, 'ledger'>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page = await ledger.page({ by: 'project', project }, cursor);
    for (const { issueId, open } of page.entries) if (open) found.add(issueId);
    cursor = page.next;
  }
  return found;
}
