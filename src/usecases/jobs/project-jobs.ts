import { projectKeyIn, type Project, type ProjectId } from '../../core/terms/project';
import { dayOf } from '../../core/time/utc-day';
import { newJob } from '../../core/jobs/job';
import type { World } from '../ports/world';
import { readingJob, SITE, startJob } from './start-job';

type Needs = Pick<World, 'jobs' | 'queue'>;
type LedgerToo = Needs & Pick<World, 'ledger' | 'projectKeys'>;

/** Reads a project that came into sight unnoticed, once a day at most, unless work that is under way comes to it anyway. */
export async function readUnknownProject(
  project: ProjectId,
  world: Needs,
  now: Date,
): Promise<void> {
  for (const scope of [SITE, project]) if (await isUnderWay(scope, world)) return;
  await startBeside(project, `found-${project}-${dayOf(now)}`, world, now);
}

/** Reads a project that is back from the archive or the trash. */
export async function readReturnedProject(
  project: ProjectId,
  world: Needs,
  now: Date,
): Promise<void> {
  await startBeside(project, `returned-${project}-${now.getTime()}`, world, now);
}

/**
 * Reads a project whose issues the ledger has under another key. Nothing hangs on keys but what people read, and a key that was given
 * up may be another's tomorrow. Of a change of the key Jira tells as of any other of the project.
 */
export async function readRenamedProject(
  project: Project,
  world: LedgerToo,
  now: Date,
): Promise<void> {
  if (await world.projectKeys.keyIs(project)) await readLastHour(project, world, now);
  if (!(await isKnownOtherwise(project, world))) return;
  await startBeside(project.id, `renamed-${project.id}-${project.key}-${dayOf(now)}`, world, now);
}

/** What was read between the change and this knew the project that rubrics name by its former key: it was taken for no evidence. */
async function readLastHour(project: Project, world: Needs, now: Date): Promise<void> {
  const job = newJob(
    {
      id: `rekeyed-${project.id}-${now.getTime()}`,
      scope: `rekeyed-${project.id}`,
      cause: 'daily',
      jql: 'updated >= -60m ORDER BY created ASC, key ASC',
      steps: ['edited'],
    },
    now,
  );
  await startJob(job, world);
}

async function isKnownOtherwise(
  { id, key }: Project,
  { ledger }: Pick<LedgerToo, 'ledger'>,
): Promise<boolean> {
  const { entries } = await ledger.page({ by: 'project', project: id }, null);
  return entries.some((entry) => entry.open && projectKeyIn(entry.key) !== key);
}

/** Beside the project's own work: what a person stopped or paused there stays as it is. */
async function startBeside(project: ProjectId, id: string, world: Needs, now: Date): Promise<void> {
  const job = readingJob(project, { id, cause: 'daily' }, now);
  await startJob({ ...job, scope: `returned-${project}` }, world);
}

/**
 * Asks Jira again, by its id, for each open issue that the ledger knows of a project which is deleted or put away. `deleted`: where Jira
 * says that it was; before anything is forgotten, all that belongs to it is given the time of its removal.
 */
export async function readDepartedProject(
  project: ProjectId,
  deleted: boolean,
  world: Needs,
  now: Date,
): Promise<void> {
  const job = newJob(
    {
      id: `departed-${project}-${now.getTime()}`,
      scope: `departed-${project}`,
      cause: 'daily',
      ...(deleted
        ? { steps: ['timed', 'timedByLog', 'list'] as const, ids: [project, project] }
        : { steps: ['list'] as const }),
    },
    now,
  );
  // Above zero: Jira does not show it.
  await startJob({ ...job, tally: { [project]: 1 } }, world);
}

async function isUnderWay(scope: string, { jobs }: Needs): Promise<boolean> {
  const order = await jobs.order(scope);
  if (order === null || order.wish !== 'run') return false;
  return ((await jobs.read(order.job.id)) ?? order.job).finishedAt === null;
}
