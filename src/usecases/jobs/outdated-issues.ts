import type { ProjectId } from '../../core/terms/project';
import type { LeftView } from '../../contract/jobs';
import type { JudgedAs, LedgerEntry } from '../ports/world';
import { SITE } from './start-job';
import type { Needs } from './needs';

type Sources = Pick<Needs, 'ledger' | 'rubrics' | 'jobs'>;

const MOST = 1_000;
/** Looks into the index, each of a row where nothing is left behind: one a project, and one more. */
const MOST_LOOKS = 400;

/**
 * Counted by the index that orders open issues by project and edition: what is in force is stepped over, so that only the rows that
 * are left behind are read, however large the backlog is. The index lags a moment behind what was written.
 */
export async function leftBehind(project: ProjectId | null, world: Sources): Promise<LeftView> {
  const [stampOf, unsureToo, underWay] = await Promise.all([
    stampsInForce(project, world),
    wentLiveInPart(project, world),
    worksOn(project, world),
  ]);
  const isIn = (entry: LedgerEntry): boolean => project === null || entry.project === project;
  const isBehind = (entry: LedgerEntry): boolean =>
    isIn(entry) && (entry.rubric !== stampOf(entry.project) || (unsureToo && entry.unsure));
  let beyond: JudgedAs | null = project === null ? null : { project, rubric: '', unsure: false };
  let [issues, cursor, few]: [number, string | null, boolean] = [0, null, true];
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const page = await world.ledger.page({ by: 'judged', beyond, few }, cursor);
    const end = page.entries.findIndex((entry) => !isBehind(entry));
    const behind = end === -1 ? page.entries.length : end;
    if (few && behind > 0) {
      few = false;
      continue;
    }
    issues += behind;
    if (issues >= MOST) return { issues: MOST, more: true, underWay };
    const other = page.entries[behind];
    if (other === undefined ? page.next === null : !isIn(other))
      return { issues, more: false, underWay };
    [cursor, few] = other === undefined ? [page.next, few] : [null, true];
    // Those that nobody knows about come right after the others of the same edition.
    if (other !== undefined)
      beyond = { project: other.project, rubric: stampOf(other.project), unsure: !unsureToo };
  }
  return { issues, more: issues > 0, underWay };
}

async function stampsInForce(
  project: ProjectId | null,
  { rubrics }: Sources,
): Promise<(project: ProjectId) => string> {
  const site = `site-${(await rubrics.read('site'))?.version ?? 0}`;
  if (project === null) {
    const own = new Map((await rubrics.owned()).map((one) => [one.project, `own-${one.version}`]));
    return (key) => own.get(key) ?? site;
  }
  const own = await rubrics.read({ project });
  return () => (own === null ? site : `own-${own.version}`);
}

/** A pilot has ended, and the work that writes what it held back has not come to its end. In a pilot itself nothing is known of any field, as it should be. */
export async function wentLiveInPart(
  project: ProjectId | null,
  { jobs }: Pick<Needs, 'jobs'>,
): Promise<boolean> {
  if (project === null) return false;
  const order = await jobs.order(project);
  if (order?.job.cause !== 'live') return false;
  const { finishedAt, note, failed } = (await jobs.read(order.job.id)) ?? order.job;
  return finishedAt === null || note !== null || failed > 0;
}

async function worksOn(project: ProjectId | null, { jobs }: Sources): Promise<boolean> {
  for (const scope of new Set([project ?? SITE, SITE])) {
    const order = await jobs.order(scope);
    if (order === null || order.wish === 'cancel') continue;
    if (((await jobs.read(order.job.id)) ?? order.job).finishedAt === null) return true;
  }
  return false;
}
