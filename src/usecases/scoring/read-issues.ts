import type { ProjectId } from '../../core/terms/project';
import type { FieldInfo, IssueRecord } from '../../core/issue/issue-record';
import { fieldsNeeded } from '../../core/signals/fields-needed';
import { needsHistory } from '../../core/signals/reading-key';
import type { LedgerEntry, RubricOf, ScoringNeeds } from '../ports/world';
import type { Unreadable } from '../ports/issues';
import { rubricLookup } from '../rubric/in-force';

/** Issues as Jira gave them, with what scoring them goes by: resolved once, and handed on. */
export interface IssueReading {
  /** Just before Jira was asked. */
  readonly readAt: Date;
  readonly records: readonly IssueRecord[];
  /** Knows the projects of all these records. */
  readonly rubricOf: RubricOf;
  readonly fields: readonly FieldInfo[];
  /** What the ledger holds of them, by id; left out where it is to be read when they are scored. */
  readonly known?: ReadonlyMap<string, LedgerEntry>;
}

export interface IssuesRead extends IssueReading {
  /** Ids or keys that exist no longer. */
  readonly gone: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

export interface PageRead extends IssueReading {
  readonly unreadable: readonly Unreadable[];
  readonly next: string | null;
}

export interface PageWanted {
  readonly jql: string;
  readonly cursor: string | null;
  /** The one that the search stays in; null where it reaches beyond one. */
  readonly project: ProjectId | null;
  /** Custom fields that are wanted besides those that rubrics read. */
  readonly besides?: readonly string[];
}

type RubricLookup = ReturnType<typeof rubricLookup>;

/**
 * Reads issues with every field that their projects' rubrics ask for. What the ledger knew before that goes with them: who writes in
 * between is noticed when the scores are saved, as the record has another revision then.
 */
export async function readIssues(
  idsOrKeys: readonly string[],
  world: ScoringNeeds,
): Promise<IssuesRead> {
  const known = await world.ledger.read(idsOrKeys);
  const lookup = rubricLookup(world.rubrics);
  const fields = await world.siteFields.all();
  const projects = [...known.values()].map(({ project }) => project);
  const asked = fieldIdsFor(projects, await lookup(projects), fields);
  const readAt = new Date(world.clock());
  const { issues, gone, unreadable } = await world.issues.find(idsOrKeys, asked);
  const read = { ...(await complete(issues, { asked, fields }, lookup, world)), fields, readAt };
  const unasked = read.records.map(({ id }) => id).filter((id) => !idsOrKeys.includes(id));
  const askedByKey = unasked.length === 0 ? [] : await world.ledger.read(unasked);
  return { ...read, known: new Map([...known, ...askedByKey]), gone, unreadable };
}

/**
 * One page of a search, likewise. Pages that are scored together share a `lookup`: the last one's `rubricOf` then knows the projects of
 * all of them.
 */
export async function readPage(
  { jql, cursor, project, besides = [] }: PageWanted,
  world: ScoringNeeds,
  lookup: RubricLookup = rubricLookup(world.rubrics),
): Promise<PageRead> {
  const fields = await world.siteFields.all();
  const projects = project === null ? [] : [project];
  const asked = [...fieldIdsFor(projects, await lookup(projects), fields), ...besides];
  const readAt = new Date(world.clock());
  const { issues, unreadable, next } = await world.issues.page(jql, cursor, asked);
  const whole = await complete(issues, { asked, fields }, lookup, world);
  return { ...whole, fields, readAt, unreadable, next };
}

interface FieldsAsked {
  /** Ids of the custom fields that were asked for. */
  readonly asked: readonly string[];
  readonly fields: readonly FieldInfo[];
}

/** An issue's project is known only once it is read: where its rubric wants more fields than were asked, it is read again. */
async function complete(
  issues: readonly IssueRecord[],
  { asked, fields }: FieldsAsked,
  lookup: RubricLookup,
  world: ScoringNeeds,
): Promise<Pick<IssueReading, 'records' | 'rubricOf'>> {
  const projects = issues.map(({ project }) => project.id);
  const wanted = fieldIdsFor(projects, await lookup(projects), fields);
  const found = wanted.every((id) => asked.includes(id))
    ? issues
    : (
        await world.issues.find(
          issues.map(({ id }) => id),
          wanted,
        )
      ).issues;
  const rubricOf = await lookup(found.map(({ project }) => project.id));
  return { records: await withHistory(found, rubricOf, world), rubricOf };
}

/** Open issues whose rubric asks how often they were reopened or since when they are in their status get that too. */
async function withHistory(
  issues: readonly IssueRecord[],
  rubricOf: RubricOf,
  world: ScoringNeeds,
): Promise<readonly IssueRecord[]> {
  const wanted = issues.filter(
    ({ project, status }) =>
      status.category !== 'done' && needsHistory(rubricOf(project.id).rubric),
  );
  if (wanted.length === 0) return issues;
  const histories = await world.issues.histories(wanted.map(({ id }) => id));
  return issues.map((issue) => {
    const history = histories.get(issue.id);
    return history === undefined ? issue : { ...issue, history };
  });
}

/** Judged by the site's rubric, as every project without one of its own. */
const NO_PROJECT = '';

/** Custom fields that the rubrics of these projects read, or the site's rubric when none is named. */
function fieldIdsFor(
  projects: readonly ProjectId[],
  rubricOf: RubricOf,
  fields: readonly FieldInfo[],
): readonly string[] {
  const rubrics = new Set(
    (projects.length === 0 ? [NO_PROJECT] : projects).map((project) => rubricOf(project).rubric),
  );
  return [...new Set([...rubrics].flatMap((rubric) => fieldsNeeded(rubric, fields)))];
}
