import { dayNumber, dayNumberOf } from '../time/utc-day';
import type { Rubric } from '../rubric/schema/schema';
import { allEvidenceFor, severityOf } from '../signals/evidence';
import type { FieldInfo, IssueRecord } from '../issue/issue-record';
import { evidenceKind } from '../signals/linked';
import { LOOKED_AT, mostTelling, othersOf } from '../signals/speaking-links';
import type { Severity } from '../terms/severity';
import { siteFields } from '../issue/site-fields';

/** An incident that was over for longer than this when the work was finished was not what made the work urgent. */
const RECENT_DAYS = 30;

/** What makes an issue an urgent fix: its incidents, or itself where it is one. */
export interface Urgent {
  /** Of the worst of them; null without any. */
  readonly severity: Severity | null;
  readonly incidents: readonly string[];
  /** Of each of them. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** ISO time at which the first was raised. */
  readonly raised: string;
}

/** Keys of the linked incidents, open or closed. */
export function incidentKeys(issue: IssueRecord, rubric: Rubric): readonly string[] {
  const isIncident = ({ other }: IssueRecord['links'][number]): boolean =>
    evidenceKind(other.type, other.key.slice(0, other.key.lastIndexOf('-')), rubric) === 'incident';
  return [...new Set(issue.links.filter(isIncident).map(({ other }) => other.key))].sort();
}

/** Of these as many as are read: what is open, worst and newest. The others count by what their links show. */
export function incidentsToRead(issue: IssueRecord, rubric: Rubric): readonly string[] {
  const keys = new Set(incidentKeys(issue, rubric));
  if (keys.size <= LOOKED_AT) return [...keys];
  return mostTelling(othersOf(issue, keys), rubric)
    .slice(0, LOOKED_AT)
    .map(({ key }) => key)
    .sort();
}

/** Keys and ids of the linked work: what is neither an incident nor a support request. */
export function linkedWork(
  issue: IssueRecord,
  rubric: Rubric,
): readonly { readonly id: string; readonly key: string }[] {
  const isWork = ({ other }: IssueRecord['links'][number]): boolean =>
    evidenceKind(other.type, other.key.slice(0, other.key.lastIndexOf('-')), rubric) === null;
  return issue.links.filter(isWork).map(({ other }) => ({ id: other.id, key: other.key }));
}

/** `linked` holds the incidents that could be read; one that could not counts by what its link shows. */
export function urgentBy(
  issue: IssueRecord,
  linked: ReadonlyMap<string, IssueRecord>,
  { rubric, fields }: { readonly rubric: Rubric; readonly fields: readonly FieldInfo[] },
  now: Date,
): Urgent {
  const site = siteFields(fields);
  if (evidenceKind(issue.type.name, issue.project.key, rubric) === 'incident') {
    const severity =
      severityOf(issue, issue.priority, rubric, site) ?? rubric.evidence.incidents.assumedSeverity;
    return {
      severity,
      incidents: [issue.key],
      severities: { [issue.key]: severity },
      raised: issue.created,
    };
  }
  const until =
    issue.resolved === null ? dayNumber(now) : (dayNumberOf(issue.resolved) ?? dayNumber(now));
  const recent = allEvidenceFor(issue, linked, rubric, site).filter(
    ({ kind, open, at }) =>
      kind === 'incident' && (open || until - (dayNumberOf(at) ?? until) <= RECENT_DAYS),
  );
  const severities = Object.fromEntries(
    recent.map(({ id, severity }) => [id, severity ?? rubric.evidence.incidents.assumedSeverity]),
  );
  const raised = recent
    .flatMap(({ id }) => linked.get(id)?.created ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    severity: Object.values(severities).reduce<Severity | null>(
      (worst, each) => (worst === null || each < worst ? each : worst),
      null,
    ),
    incidents: Object.keys(severities).sort(),
    severities,
    raised: raised[0] ?? issue.created,
  };
}
