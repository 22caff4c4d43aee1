import { recurred } from '../../core/post-mortem/recurrence';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import { LOOKED_AT, mostTelling, othersOf } from '../../core/signals/speaking-links';
import type { IssueRecord } from '../../core/issue/issue-record';
import { requestRescore } from '../scoring/request-rescore';
import type { PersonsJira } from '../ports/post-mortem';
import type { RubricInForce } from '../ports/rubrics';
import { linkNames } from './action-links';
import { amend } from './amend';
import { isActionOf } from './subject';
import { tell } from './tell';
import type { Needs } from './needs';

/** An issue that was looked at, as far as it may be an incident or be linked with some. */
export interface Suspicion {
  readonly issue: IssueRecord;
  readonly inForce: RubricInForce;
  readonly isIncident: boolean;
  /** Keys. */
  readonly linkedIncidents: readonly string[];
}

/** An incident counts as the same again when it is linked to the fix, to one of its incidents, or to an action, and when it is one of these and was opened again. */
export async function noteRecurrence(
  record: PostMortem,
  suspicion: Suspicion,
  world: Needs,
  now: Date,
): Promise<void> {
  if (!record.actions.some(({ done }) => done === null)) return;
  const known = new Set([
    ...record.incidents,
    ...record.recurrences.map(({ incident }) => incident),
  ]);
  // What is known can only come again by being opened again.
  const wanted = suspectsOf(record, suspicion).filter(
    (key) => !known.has(key) || isOpen(key, suspicion.issue),
  );
  if (wanted.length === 0) return;
  const { issues } = await world.issues.find(worthReading(wanted, suspicion), []);
  const old = issues.filter(({ key }) => known.has(key)).map(({ id }) => id);
  const histories =
    old.length === 0
      ? new Map<string, { readonly reopenedAt?: string }>()
      : await world.issues.histories(old);
  for (const incident of issues) {
    const reopenedAt = histories.get(incident.id)?.reopenedAt ?? null;
    if (!known.has(incident.key) || reopenedAt !== null)
      await noteSameAgain(record, { incident, inForce: suspicion.inForce, reopenedAt }, world, now);
  }
}

/** What came again is open as a rule, and new. */
function worthReading(
  keys: readonly string[],
  { issue, inForce: { rubric } }: Suspicion,
): readonly string[] {
  if (keys.length <= LOOKED_AT) return keys;
  return mostTelling(othersOf(issue, new Set(keys)), rubric)
    .slice(0, LOOKED_AT)
    .map(({ key }) => key);
}

function suspectsOf(
  record: PostMortem,
  { issue, isIncident, linkedIncidents }: Suspicion,
): readonly string[] {
  const isKnown = record.incidents.includes(issue.key);
  const close = record.issueId === issue.id || isKnown || isActionOf(record, issue);
  const linkedToFix = issue.links.some(({ other }) => other.id === record.issueId);
  return [
    ...new Set([
      ...(isIncident && (isKnown || linkedToFix) ? [issue.key] : []),
      ...(close ? linkedIncidents : []),
    ]),
  ];
}

function isOpen(key: string, issue: IssueRecord): boolean {
  const status =
    key === issue.key
      ? issue.status
      : issue.links.find(({ other }) => other.key === key)?.other.status;
  return status !== undefined && status.category !== 'done';
}

interface SameAgain {
  readonly incident: IssueRecord;
  readonly inForce: RubricInForce;
  /** ISO time at which a known incident was opened again; null for one that was raised anew. */
  readonly reopenedAt: string | null;
  /** Who says that it is the same, and links as they may; left out where links say it, and Ballast makes them. */
  readonly person?: { readonly me: string; readonly jira: Pick<PersonsJira, 'link'> };
}

/** Linked first and written down afterwards: cut off in between, a repeat finds the link and goes on. */
export async function noteSameAgain(
  record: PostMortem,
  { incident, inForce: { rubric, version }, reopenedAt, person }: SameAgain,
  world: Needs,
  now: Date,
): Promise<void> {
  const coming = {
    key: incident.key,
    at: reopenedAt ?? incident.created,
    reopened: reopenedAt !== null,
    ...(person !== undefined && { by: person.me }),
  };
  const next = recurred(record, coming, now.toISOString());
  const actions = next?.recurrences.at(-1)?.actions ?? [];
  const linked = new Set(incident.links.map(({ other }) => other.key));
  const pilot = (await world.pilots.among([record.project])).size > 0;
  for (const action of actions)
    if (!linked.has(action) && !pilot)
      await (person?.jira ?? world.links).link(linkNames(rubric), incident.key, action);
  if (next === null) return;
  const affected = record.actions
    .filter(({ key }) => actions.includes(key))
    .map(({ issueId }) => issueId);
  // Jira tells an app nothing of the links that it made itself.
  await requestRescore(affected, 'read', world);
  await amend(record.issueId, (newest) => recurred(newest, coming, now.toISOString()), world);
  const entry = {
    project: record.project,
    what: `recurred:${incident.key}${reopenedAt === null ? '' : `:${reopenedAt}`}`,
    by: person?.me ?? null,
    rubricVersion: version,
  };
  const again = { ref: { key: incident.key }, reopened: reopenedAt !== null } as const;
  await tell(
    [
      {
        ...entry,
        issueId: record.issueId,
        change: { kind: 'recurrence', ref: again.ref },
        cause: { kind: 'recurred', ...again, actions: actions.map((key) => ({ ref: { key } })) },
      },
      ...affected.map((issueId) => ({
        ...entry,
        issueId,
        change: { kind: 'technicalRisk' } as const,
        cause: { kind: 'notPrevented', ...again } as const,
      })),
    ],
    world,
    now,
  );
}
