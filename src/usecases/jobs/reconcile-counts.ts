import { requestRescore } from '../scoring/request-rescore';
import type { World } from '../ports/world';
import { backlogJql } from './start-job';
import type { Job, PageOutcome } from '../../core/jobs/job';

/** Projects that are held against Jira in one page: each costs a point. */
const PROJECTS_A_PAGE = 50;
const NOTHING = { done: 0, changed: 0, failures: [] };

/** Counts the next hundred open issues of the ledger by project, and has those read anew of which it no longer knows more. */
export async function tallyPage(job: Job, world: World): Promise<PageOutcome> {
  const { entries, next, anew } = await world.ledger.page({ by: 'open' }, job.cursor);
  const tally = anew === true ? {} : { ...job.tally };
  for (const { project } of entries) tally[project] = (tally[project] ?? 0) + 1;
  await requestRescore(
    entries.flatMap(({ issueId, unreadable }) => (unreadable === true ? [issueId] : [])),
    'read',
    world,
  );
  return { ...NOTHING, cursor: next, tally };
}

/** Keeps in the tally only the projects of which Jira counts another number of open issues. */
export async function comparePage(job: Job, world: World): Promise<PageOutcome> {
  const start = Number(job.cursor ?? 0);
  const projects = Object.keys(job.tally).sort();
  const part = projects.slice(start, start + PROJECTS_A_PAGE);
  const same = new Set<string>();
  for (const project of part) {
    if ((await world.issues.count(backlogJql(project))) === job.tally[project]) same.add(project);
  }
  // A project that is checked keeps its place, so that the cursor goes on counting; a negative number says that it agrees.
  const tally = Object.fromEntries(
    Object.entries(job.tally).map(([project, count]) => [
      project,
      same.has(project) ? -count : count,
    ]),
  );
  const end = start + part.length;
  if (end < projects.length) return { ...NOTHING, cursor: String(end), tally };
  const differing = Object.fromEntries(Object.entries(tally).filter(([, count]) => count > 0));
  return {
    ...NOTHING,
    cursor: null,
    tally: differing,
    then: Object.keys(differing).map(() => 'list' as const),
  };
}

/** Lists one project by ids alone, and has scored again whatever only Jira or only the ledger knows as open. */
export async function listPage(job: Job, world: World): Promise<PageOutcome> {
  const [project] = Object.keys(job.tally).sort();
  if (project === undefined) return { ...NOTHING, cursor: null };
  const inJira = new Set<string>();
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page = await world.issues.ids(backlogJql(project), cursor);
    for (const id of page.ids) inJira.add(id);
    cursor = page.next;
  }
  const inLedger = new Set<string>();
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page = await world.ledger.page({ by: 'project', project }, cursor);
    for (const { issueId, open } of page.entries) if (open) inLedger.add(issueId);
    cursor = page.next;
  }
  const differing = [
    ...[...inJira].filter((id) => !inLedger.has(id)),
    ...[...inLedger].filter((id) => !inJira.has(id)),
  ];
  await requestRescore(differing, 'read', world);
  const { [project]: _, ...rest } = job.tally;
  return { done: inJira.size, changed: differing.length, failures: [], cursor: null, tally: rest };
}
