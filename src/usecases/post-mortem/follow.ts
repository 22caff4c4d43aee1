import { actionResolved, recurred } from '../../core/postmortem/recurrence';
import type { PostMortem } from '../../core/postmortem/post-mortem';
import { incidentKeys, linkedWork } from '../../core/postmortem/urgent';
import type { Rubric } from '../../core/rubric/schema';
import type { IssueRecord } from '../../core/signals/issue-record';
import { evidenceKind, listed } from '../../core/signals/linked';
import type { PostMortemWorld } from '../ports/post-mortem';
import { requestRescore } from '../request-rescore';
import { rubricsOf, type RubricInForce } from '../rubrics-of';
import { amend } from './amend';
import { openWhenResolved } from './open';
import { resolvedLately, subjectOf } from './subject';
import { tell } from './tell';

/**
 * What an issue's change means for post-mortems: a resolved fix opens its own, an action that was done is noted, and an incident
 * that came again is linked to the actions that were to prevent it. Delivered twice it comes to the same.
 */
export async function followPostMortems(issues: readonly IssueRecord[], world: PostMortemWorld, now: Date): Promise<void> {
  const rubricOf = await rubricsOf(issues.map(({ project }) => project.key), world.rubrics);
  const concerned = issues.map((issue) => concernOf(issue, rubricOf(issue.project.key))).filter(({ isIncident, isAction, linkedIncidents }) => isIncident || isAction || linkedIncidents.length > 0);
  if (concerned.length === 0) return;
  const records = await world.postMortems.read([...new Set(concerned.flatMap(({ around }) => around))]);
  for (const concern of concerned) await follow(concern, concern.around.flatMap((id) => records.get(id) ?? []), world, now);
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
    issue, inForce,
    isIncident: evidenceKind(issue.type.name, issue.project.key, rubric) === 'incident',
    isAction: issue.labels.some((label) => listed(rubric.followUps.labels, label)),
    linkedIncidents: incidentKeys(issue, rubric),
    around: [...new Set([issue.id, ...linkedWork(issue, rubric).map(({ id }) => id)])],
  };
}

async function follow(concern: Concern, records: readonly PostMortem[], world: PostMortemWorld, now: Date): Promise<void> {
  const { issue, isAction } = concern;
  const own = records.find(({ issueId }) => issueId === issue.id);
  if (own !== undefined) await noteMove(own, issue, world);
  else if (!isAction && resolvedLately(issue, now)) await openWhenResolved(await subjectOf(issue, world, now), world, now);
  for (const record of records) {
    if (record.actions.some(({ issueId }) => issueId === issue.id)) await noteAction(record, issue, world, now);
    await noteRecurrence(record, concern, world, now);
  }
}

/** An issue that moved to another project takes its post-mortem along. */
async function noteMove(record: PostMortem, { key, project }: IssueRecord, world: PostMortemWorld): Promise<void> {
  if (record.key === key && record.project === project.key) return;
  await amend(record.issueId, (newest) => ({ ...newest, key, project: project.key, revision: newest.revision + 1 }), world);
}

async function noteAction(record: PostMortem, { id, status, resolved }: IssueRecord, world: PostMortemWorld, now: Date): Promise<void> {
  const done = status.category === 'done' ? (resolved ?? now.toISOString()).slice(0, 10) : null;
  await amend(record.issueId, (newest) => actionResolved(newest, id, done, now.toISOString()), world);
}

/** An incident counts as the same again when it is linked to the fix, to one of its incidents, or to an action. */
async function noteRecurrence(record: PostMortem, { issue, inForce, isIncident, linkedIncidents }: Concern, world: PostMortemWorld, now: Date): Promise<void> {
  const close = record.issueId === issue.id || record.incidents.includes(issue.key) || record.actions.some(({ issueId }) => issueId === issue.id);
  const linkedToFix = isIncident && issue.links.some(({ other }) => other.id === record.issueId);
  const suspects = [...(isIncident && linkedToFix ? [issue.key] : []), ...(close ? linkedIncidents : [])];
  const fresh = [...new Set(suspects)].filter((key) => !record.incidents.includes(key) && !record.recurrences.some(({ incident }) => incident === key));
  if (fresh.length === 0 || !record.actions.some(({ done }) => done === null)) return;
  for (const incident of (await world.issues.find(fresh, [])).issues) await noteSameAgain(record, incident, inForce, world, now);
}

/** Linked first and written down afterwards: cut off in between, a repeat finds the link and goes on. */
export async function noteSameAgain(record: PostMortem, incident: IssueRecord, { rubric, version }: RubricInForce, world: PostMortemWorld, now: Date): Promise<void> {
  const next = recurred(record, incident, now.toISOString());
  const actions = next?.recurrences.at(-1)?.actions ?? [];
  const linked = new Set(incident.links.map(({ other }) => other.key));
  const pilot = (await world.pilots.among([record.project])).size > 0;
  for (const action of actions) if (!linked.has(action) && !pilot) await world.links.link(linkNames(rubric), incident.key, action);
  if (next === null) return;
  const affected = record.actions.filter(({ key }) => actions.includes(key)).map(({ issueId }) => issueId);
  // Jira tells an app nothing of the links that it made itself.
  await requestRescore(affected, 'read', world);
  await amend(record.issueId, (newest) => recurred(newest, incident, now.toISOString()), world);
  const entry = { project: record.project, what: `recurred:${incident.key}`, by: null, rubricVersion: version };
  await tell([
    { ...entry, issueId: record.issueId, change: { what: 'Recurrence', from: null, to: incident.key }, cause: `${incident.key} is the same again while ${actions.join(', ')} ${actions.length === 1 ? 'is' : 'are'} open`, mentions: [incident.key, ...actions] },
    ...affected.map((issueId) => ({
      ...entry, issueId, change: { what: 'Technical risk', from: null, to: 'raised' }, cause: `${incident.key} is what this was to prevent: it came again while this is open`, mentions: [incident.key],
    })),
  ], world, now);
}

/** Names by which the link between an action and what it follows from may go, the preferred first. */
export function linkNames({ followUps }: Rubric): readonly string[] {
  return [...followUps.linkTypes, 'Relates', 'relates to'];
}
