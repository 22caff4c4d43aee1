import { dayOf } from '../../core/time/utc-day';
import { actionResolved } from '../../core/post-mortem/recurrence';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import { incidentKeys, linkedWork } from '../../core/post-mortem/urgent';
import type { IssueRecord } from '../../core/issue/issue-record';
import { evidenceKind, listed } from '../../core/signals/linked';
import type { Afterwards, RubricOf } from '../ports/world';
import type { RubricInForce } from '../ports/rubrics';
import { linkAgain } from './action-links';
import { amend } from './amend';
import { noteRecurrence } from './note-recurrence';
import { openWhenResolved } from './open';
import { isActionOf, resolvedLately, subjectOf } from './subject';
import { takeIn } from './take-in';
import type { Needs } from './needs';

export const followPostMortems: Afterwards<Needs> = {
  name: 'post-mortems',
  run: follow,
};

/**
 * What an issue's change means for post-mortems: a resolved fix opens its own or has it take in what came since, an action that was
 * done is noted, and an incident that came again is linked to the actions that were to prevent it. Delivered twice it comes to the same.
 */
async function follow(
  issues: readonly IssueRecord[],
  rubricOf: RubricOf,
  world: Needs,
  now: Date,
): Promise<void> {
  const concerned = issues
    .map((issue) => concernOf(issue, rubricOf(issue.project.id)))
    .filter(
      ({ isIncident, isAction, linkedIncidents }) =>
        isIncident || isAction || linkedIncidents.length > 0,
    );
  if (concerned.length === 0) return;
  const records = await world.postMortems.read([
    ...new Set(concerned.flatMap(({ around }) => around)),
  ]);
  for (const concern of concerned)
    await followOne(
      concern,
      concern.around.flatMap((id) => records.get(id) ?? []),
      world,
      now,
    );
}

/** How an issue may have to do with post-mortems. */
interface Concern {
  readonly issue: IssueRecord;
  readonly inForce: RubricInForce;
  readonly isIncident: boolean;
  readonly isAction: boolean;
  readonly linkedIncidents: readonly string[];
  /** Ids of itself and the work linked to it: whose post-mortems it may touch. */
  readonly around: readonly string[];
}

function concernOf(issue: IssueRecord, inForce: RubricInForce): Concern {
  const { rubric } = inForce;
  return {
    issue,
    inForce,
    isIncident: evidenceKind(issue.type.name, issue.project.key, rubric) === 'incident',
    isAction: issue.labels.some((label) => listed(rubric.followUps.labels, label)),
    linkedIncidents: incidentKeys(issue, rubric),
    around: [...new Set([issue.id, ...linkedWork(issue, rubric).map(({ id }) => id)])],
  };
}

async function followOne(
  concern: Concern,
  records: readonly PostMortem[],
  world: Needs,
  now: Date,
): Promise<void> {
  const { issue } = concern;
  const own = records.find(({ issueId }) => issueId === issue.id);
  if (own !== undefined) await noteMove(own, issue, world);
  else if (resolvedLately(issue, now))
    await openWhenResolved(await subjectOf(issue, world, now), world, now);
  for (const record of records) {
    if (isActionOf(record, issue)) await noteAction(record, issue, world, now);
    await noteRecurrence(record, concern, world, now);
  }
  if (own === undefined) return;
  await linkAgain(own, { issue, inForce: concern.inForce }, world, now);
  if (resolvedLately(issue, now)) await takeIn(await subjectOf(issue, world, now), own, world, now);
}

/** An issue that moved to another project takes its post-mortem along. */
async function noteMove(
  record: PostMortem,
  { key, project }: IssueRecord,
  world: Needs,
): Promise<void> {
  if (record.key === key && record.project === project.id) return;
  await amend(
    record.issueId,
    (newest) => ({ ...newest, key, project: project.id, revision: newest.revision + 1 }),
    world,
  );
}

async function noteAction(
  record: PostMortem,
  { id, status, resolved }: IssueRecord,
  world: Needs,
  now: Date,
): Promise<void> {
  const done = status.category === 'done' ? dayOf(resolved ?? now) : null;
  await amend(
    record.issueId,
    (newest) => actionResolved(newest, id, done, now.toISOString()),
    world,
  );
}
