import type { ProjectId } from '../../core/terms/project';
import type { Finished } from '../../core/calibration/judged';
import type { Decision } from '../../core/decisions/decision';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { IssueRecord } from '../../core/issue/issue-record';
import { inProject } from '../jobs/start-job';
import { evidenceKind } from '../../core/signals/linked';
import type { Needs } from './needs';

/** What could be found out of the issues that a project finished. */
export interface FinishedWork {
  /** All that Jira has of these days, as far as looked at, without incidents and support requests. */
  readonly found: number;
  /** Whether everything that was finished in these days was looked at. */
  readonly complete: boolean;
  readonly issues: readonly Finished[];
  /** Of how many the points of the criteria were kept. */
  readonly explained: number;
}

export const DAYS = 90;
/** 300 issues cost 303 points of the hourly quota, and a storage read each for their logs. */
const MOST_PAGES = 3;
const LOGS_AT_ONCE = 25;

/**
 * Work finished in the last 90 days, of the newest 300 issues, with the score that stood when it was closed and what each criterion
 * gave: a closed issue's ledger record keeps both. Where an older record does not, the last entry of its log that has a table tells.
 * What the rubric takes for incidents and support requests is left out: it speaks for work, and nobody chose when it came.
 */
export async function gatherFinished(
  project: ProjectId,
  rubric: Rubric,
  world: Needs,
): Promise<FinishedWork> {
  const criteria = new Set(rubric.criteria.map(({ id }) => id));
  const { all, complete } = await finishedRecords(project, world);
  const records = all.filter(
    ({ type, project: { key } }) => evidenceKind(type.name, key, rubric) === null,
  );
  const ledger = await world.ledger.read(records.map(({ id }) => id));
  const scored = records.flatMap((record) => {
    const score = ledger.get(record.id)?.written?.score ?? null;
    return score === null || record.resolved === null
      ? []
      : [
          {
            record,
            score,
            finished: Date.parse(record.resolved),
            lastPoints: ledger.get(record.id)?.lastPoints,
          },
        ];
  });
  const points = new Map<string, Readonly<Record<string, number>>>();
  for (const { record, lastPoints } of scored)
    if (lastPoints !== undefined)
      points.set(record.id, ofCriteria(Object.entries(lastPoints), criteria));
  const silent = scored.filter(({ lastPoints }) => lastPoints === undefined);
  for (let start = 0; start < silent.length; start += LOGS_AT_ONCE) {
    const part = silent.slice(start, start + LOGS_AT_ONCE);
    const logs = await Promise.all(part.map(({ record }) => world.decisions.of(record.id, 20)));
    part.forEach(({ record, finished }, n) =>
      points.set(record.id, pointsIn(logs[n] ?? [], finished, criteria)),
    );
  }
  const issues = scored.map(({ record: { id, key, created }, score, finished }): Finished => ({
    id,
    key,
    score,
    finished,
    created: Date.parse(created),
    points: points.get(id) ?? {},
  }));
  return {
    found: records.length,
    complete,
    issues,
    explained: issues.filter((one) => Object.keys(one.points).length > 0).length,
  };
}

async function finishedRecords(
  project: ProjectId,
  { issues }: Needs,
): Promise<{ readonly all: readonly IssueRecord[]; readonly complete: boolean }> {
  const jql = `${inProject(project)} AND statusCategory = Done AND resolved >= -${DAYS}d ORDER BY resolved DESC`;
  const records: IssueRecord[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const found = await issues.page(jql, cursor, []);
    records.push(...found.issues);
    cursor = found.next;
    if (cursor === null) return { all: records, complete: true };
  }
  return { all: records, complete: false };
}

/** The newest first is the order of the log: the first that was made before the end and has a table tells most. */
function pointsIn(
  log: readonly Decision[],
  finished: number,
  criteria: ReadonlySet<string>,
): Readonly<Record<string, number>> {
  const lines =
    log.find((one) => one.lines !== null && one.lines.length > 0 && Date.parse(one.at) <= finished)
      ?.lines ?? [];
  return ofCriteria(
    lines.map(({ id, points }) => [id, points] as const),
    criteria,
  );
}

function ofCriteria(
  given: readonly (readonly [id: string, points: number | null])[],
  criteria: ReadonlySet<string>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    given.flatMap(([id, points]) => (points !== null && criteria.has(id) ? [[id, points]] : [])),
  );
}
