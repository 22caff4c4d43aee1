import { dayNumber, dayNumberOf } from '../../core/time/utc-day';
import { fieldsNeeded } from '../../core/signals/fields-needed';
import type { IssueRecord } from '../../core/issue/issue-record';
import { evidenceKind } from '../../core/signals/linked';
import { asksFor } from '../../core/post-mortem/due';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import { incidentsToRead, linkedWork, urgentBy, type Urgent } from '../../core/post-mortem/urgent';
import { rubricsOf } from '../rubric/in-force';
import type { RubricInForce } from '../ports/rubrics';
import type { Needs } from './needs';

/** Nobody goes back to what was resolved longer ago. */
const RESOLVED_LATELY_DAYS = 30;

/** An issue and what makes it urgent, as the app reads it: the same for everybody. */
export interface Subject {
  readonly issue: IssueRecord;
  readonly inForce: RubricInForce;
  readonly urgent: Urgent;
  readonly incidents: readonly IssueRecord[];
  /** Work that an incident is linked to: its post-mortem is kept there. */
  readonly keptWith: readonly { readonly id: string; readonly key: string }[];
}

/** Null when the issue is gone. */
export async function readSubject(
  idOrKey: string,
  world: Needs,
  now: Date,
): Promise<Subject | null> {
  const [issue] = (await world.issues.find([idOrKey], [])).issues;
  return issue === undefined ? null : subjectOf(issue, world, now);
}

export async function subjectOf(issue: IssueRecord, world: Needs, now: Date): Promise<Subject> {
  const inForce = (await rubricsOf([issue.project.id], world.rubrics))(issue.project.id);
  const { rubric } = inForce;
  const fields = await world.siteFields.all();
  const isIncident = evidenceKind(issue.type.name, issue.project.key, rubric) === 'incident';
  const wanted = isIncident ? [issue.key] : incidentsToRead(issue, rubric);
  const incidents =
    wanted.length === 0
      ? []
      : (await world.issues.find(wanted, fieldsNeeded(rubric, fields))).issues;
  const itself = isIncident ? (incidents[0] ?? issue) : issue;
  const urgent = urgentBy(
    itself,
    new Map(incidents.map((one) => [one.key, one])),
    { rubric, fields },
    now,
  );
  return {
    issue,
    inForce,
    urgent,
    incidents: incidents.filter(({ key }) => urgent.incidents.includes(key)),
    keptWith: isIncident ? linkedWork(issue, rubric) : [],
  };
}

/** Whether closing the issue has to wait for a post-mortem that nobody has begun. */
export function asksForOne({ urgent, inForce, keptWith }: Subject): boolean {
  return asksFor(urgent.severity, inForce.rubric.postMortem) && keptWith.length === 0;
}

export function resolvedLately({ status, resolved }: IssueRecord, now: Date): boolean {
  if (status.category !== 'done') return false;
  const day = resolved === null ? null : dayNumberOf(resolved);
  return day === null || dayNumber(now) - day <= RESOLVED_LATELY_DAYS;
}

/** The post-mortem of other work that asks for this as an action, or is about all of these incidents already. */
export async function keptElsewhere(
  { issue, urgent, incidents, keptWith, inForce: { rubric } }: Subject,
  world: Needs,
): Promise<PostMortem | null> {
  if (urgent.incidents.length === 0) return null;
  const found = await othersAround(
    issue,
    [...keptWith, ...[issue, ...incidents].flatMap((one) => linkedWork(one, rubric))],
    world,
  );
  return (
    found.find((one) => isActionOf(one, issue)) ??
    found.find((one) => urgent.incidents.every((key) => one.incidents.includes(key))) ??
    null
  );
}

export function isActionOf({ actions }: PostMortem, issue: IssueRecord): boolean {
  return actions.some(({ issueId }) => issueId === issue.id);
}

/** The post-mortems kept with these, but for the issue's own. */
export async function othersAround(
  issue: IssueRecord,
  places: readonly { readonly id: string }[],
  world: Pick<Needs, 'postMortems'>,
): Promise<readonly PostMortem[]> {
  const ids = [...new Set(places.map(({ id }) => id))].filter((id) => id !== issue.id);
  return ids.length === 0 ? [] : [...(await world.postMortems.read(ids)).values()];
}
