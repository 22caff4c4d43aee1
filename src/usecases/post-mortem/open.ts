import type { RubricInForce } from '../ports/rubrics';
import { asksFor, dueDay } from '../../core/post-mortem/due';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import { tell } from './tell';
import { asksForOne, keptElsewhere, resolvedLately, subjectOf, type Subject } from './subject';
import { incidentKeys } from '../../core/post-mortem/urgent';
import type { IssueRecord } from '../../core/issue/issue-record';
import { evidenceKind } from '../../core/signals/linked';
import type { Needs } from './needs';

/** Opens the post-mortem of an issue that was resolved and has none; null when it asks for none, or others keep it. */
export async function openWhenResolved(
  subject: Subject,
  world: Needs,
  now: Date,
): Promise<PostMortem | null> {
  return (await isToOpen(subject, world, now)) ? begin(subject, '', world, now) : null;
}

/** What `openWhenResolved` would open; nothing is written. */
export async function asOpened(
  subject: Subject,
  world: Needs,
  now: Date,
): Promise<PostMortem | null> {
  return (await isToOpen(subject, world, now)) ? newPostMortem(subject, '', now) : null;
}

/** Whether an issue is about to get its post-mortem, by what Jira says of it now. */
export async function waitsToOpen(
  issue: IssueRecord,
  { rubric }: RubricInForce,
  world: Needs,
  now: Date,
): Promise<boolean> {
  if (!resolvedLately(issue, now)) return false;
  const isIncident = evidenceKind(issue.type.name, issue.project.key, rubric) === 'incident';
  if (!isIncident && incidentKeys(issue, rubric).length === 0) return false;
  if ((await world.postMortems.read([issue.id])).has(issue.id)) return false;
  return isToOpen(await subjectOf(issue, world, now), world, now);
}

async function isToOpen(subject: Subject, world: Needs, now: Date): Promise<boolean> {
  if (!asksForOne(subject) || !resolvedLately(subject.issue, now)) return false;
  return (await keptElsewhere(subject, world)) === null;
}

/** Opens it now, whoever else does so at the same moment. `by` is empty when Ballast does. */
export async function begin(
  subject: Subject,
  by: string,
  world: Needs,
  now: Date,
): Promise<PostMortem> {
  const {
    issue,
    urgent,
    inForce: { version },
  } = subject;
  const record = newPostMortem(subject, by, now);
  if (await world.postMortems.write(record)) {
    await tell(
      [
        {
          issueId: issue.id,
          project: issue.project.id,
          what: 'opened',
          change: {
            kind: 'postMortem',
            from: null,
            to: { state: 'open', ...(record.due !== null && { due: record.due }) },
          },
          cause:
            by === ''
              ? { kind: 'resolved', key: issue.key, severity: urgent.severity }
              : { kind: 'begun' },
          by: by === '' ? null : by,
          rubricVersion: version,
        },
      ],
      world,
      now,
    );
    return record;
  }
  return (await world.postMortems.read([issue.id])).get(issue.id) ?? record;
}

function newPostMortem(
  { issue, urgent, inForce: { rubric } }: Subject,
  by: string,
  now: Date,
): PostMortem {
  const at = now.toISOString();
  const asked = asksFor(urgent.severity, rubric.postMortem);
  return {
    issueId: issue.id,
    key: issue.key,
    project: issue.project.id,
    severity: urgent.severity,
    incidents: urgent.incidents,
    raised: urgent.raised,
    opened: { by, at },
    due: dueDay(urgent.severity, at, rubric.postMortem, new Set(rubric.calendar.holidays)),
    owner: null,
    items: {},
    factors: [],
    earlier: null,
    actions: [],
    noAction: null,
    review: null,
    shared: [],
    recurrences: [],
    completed: null,
    touched: {},
    revision: 1,
    log: [
      {
        at,
        by: by === '' ? null : by,
        entry: { kind: 'opened', severity: urgent.severity, asked },
      },
    ],
  };
}
