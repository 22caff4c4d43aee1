import type { IssueRecord } from '../../core/issue/issue-record';
import { fieldsNeeded } from '../../core/signals/fields-needed';
import { needsHistory } from '../../core/signals/reading-key';
import type { Unreadable } from '../ports/issues';
import type { World } from '../ports/world';
import { rubricsOf } from '../rubric/in-force';

export interface Records {
  /** Just before Jira was asked. */
  readonly readAt: Date;
  readonly records: readonly IssueRecord[];
  /** Ids or keys that exist no longer. */
  readonly gone: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** Reads issues with every field that their projects' rubrics ask for. */
export async function readRecords(idsOrKeys: readonly string[], world: World): Promise<Records> {
  const known = await world.ledger.read(idsOrKeys);
  const fieldIds = await fieldIdsFor(
    [...known.values()].map(({ project }) => project),
    world,
  );
  const readAt = new Date(world.clock());
  const { issues, gone, unreadable } = await world.issues.find(idsOrKeys, fieldIds);
  return { readAt, records: await complete(issues, fieldIds, world), gone, unreadable };
}

export interface RecordPage extends Omit<Records, 'gone'> {
  readonly next: string | null;
}

/** One page of a search, likewise; `project` is the one that it searches, or null. */
export async function readPage(
  jql: string,
  cursor: string | null,
  project: string | null,
  world: World,
  besides: readonly string[] = [],
): Promise<RecordPage> {
  const fieldIds = [...(await fieldIdsFor(project === null ? [] : [project], world)), ...besides];
  const readAt = new Date(world.clock());
  const { issues, unreadable, next } = await world.issues.page(jql, cursor, fieldIds);
  return { readAt, records: await complete(issues, fieldIds, world), unreadable, next };
}

/** An issue's project is known only once it is read: where its rubric wants more fields than were asked, it is read again. */
async function complete(
  issues: readonly IssueRecord[],
  asked: readonly string[],
  world: World,
): Promise<readonly IssueRecord[]> {
  const wanted = await fieldIdsFor(
    issues.map(({ project }) => project.key),
    world,
  );
  const lacking = wanted.filter((id) => !asked.includes(id));
  const again =
    lacking.length === 0
      ? issues
      : (
          await world.issues.find(
            issues.map(({ id }) => id),
            wanted,
          )
        ).issues;
  return withHistory(again, world);
}

/** Open issues whose rubric asks how often they were reopened or since when they are in their status get that too. */
async function withHistory(
  issues: readonly IssueRecord[],
  world: World,
): Promise<readonly IssueRecord[]> {
  const rubricOf = await rubricsOf(
    issues.map(({ project }) => project.key),
    world.rubrics,
  );
  const wanted = issues.filter(
    ({ project, status }) =>
      status.category !== 'done' && needsHistory(rubricOf(project.key).rubric),
  );
  if (wanted.length === 0) return issues;
  const histories = await world.issues.histories(wanted.map(({ id }) => id));
  return issues.map((issue) => {
    const history = histories.get(issue.id);
    return history === undefined ? issue : { ...issue, history };
  });
}

/** Custom fields that the rubrics of these projects read, or the site's rubric when none is named. */
async function fieldIdsFor(projects: readonly string[], world: World): Promise<readonly string[]> {
  const fields = await world.siteFields.all();
  const distinct = projects.length === 0 ? [''] : [...new Set(projects)];
  const rubricOf = await rubricsOf(distinct, world.rubrics);
  return [
    ...new Set(distinct.flatMap((project) => fieldsNeeded(rubricOf(project).rubric, fields))),
  ];
}
