import type { Rubric } from '../rubric/schema/schema';
import { sameName } from '../text/same-name';
import { breachIn } from '../issue/sla-field';
import { namesIn, utcDay } from '../issue/field-value';
import type { IssueRecord, LinkRecord } from '../issue/issue-record';
import { evidenceIn } from './linked';
import type { Evidence } from './signal';
import { kindsOfLinked, speakingLinks } from './speaking-links';
import type { Severity } from '../terms/severity';
import type { SiteFields } from '../issue/site-fields';

/** What links say for an issue, of those that are looked at, in the order of the keys, so that the order of links changes nothing. */
export function evidenceFor(
  issue: IssueRecord,
  linked: ReadonlyMap<string, IssueRecord>,
  rubric: Rubric,
  site: SiteFields,
): readonly Evidence[] {
  return evidenceOfKinds(speakingLinks(issue, rubric).kinds, { issue, linked }, rubric, site);
}

/** Everything that links say for an issue; what was not read counts by what its link shows. */
export function allEvidenceFor(
  issue: IssueRecord,
  linked: ReadonlyMap<string, IssueRecord>,
  rubric: Rubric,
  site: SiteFields,
): readonly Evidence[] {
  return evidenceOfKinds(kindsOfLinked(issue, rubric), { issue, linked }, rubric, site);
}

function evidenceOfKinds(
  kinds: ReadonlyMap<string, Evidence['kind']>,
  {
    issue,
    linked,
  }: { readonly issue: IssueRecord; readonly linked: ReadonlyMap<string, IssueRecord> },
  rubric: Rubric,
  site: SiteFields,
): readonly Evidence[] {
  const found = new Map<string, Evidence[]>();
  for (const link of issue.links) {
    const kind = kinds.get(link.other.key);
    if (kind === undefined || kind !== evidenceIn(link, rubric)) continue;
    if (link.other.key === issue.key || found.has(link.other.key)) continue;
    found.set(
      link.other.key,
      evidenceOf({ kind, link, other: linked.get(link.other.key) }, issue, rubric, site),
    );
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}

/** What a link says for an issue, and the issue at its other end as far as it could be read. */
interface Speaking {
  readonly kind: Evidence['kind'];
  readonly link: LinkRecord;
  readonly other: IssueRecord | undefined;
}

function evidenceOf(
  { kind, link, other }: Speaking,
  issue: IssueRecord,
  rubric: Rubric,
  site: SiteFields,
): Evidence[] {
  const open = (other?.status.category ?? link.other.status.category) !== 'done';
  const severity =
    kind === 'incident'
      ? severityOf(other, other?.priority ?? link.other.priority, rubric, site)
      : null;
  const evidence: Evidence = {
    kind,
    id: link.other.key,
    key: link.other.key,
    open,
    at: dayOf(issue, other),
    ...(severity === null ? {} : { severity }),
    ...(open && other !== undefined ? breachIn(site.slas, (field) => other.fields[field.id]) : {}),
    ...(kind === 'support' && other !== undefined ? ratingOf(other, rubric, site) : {}),
  };
  const customers = other === undefined ? [] : customersOf(other, rubric, site);
  if (customers.length > 0) return customers.map((customer) => ({ ...evidence, customer }));
  const reporter = kind === 'incident' ? null : reporterOf(other, rubric);
  return [reporter === null ? evidence : { ...evidence, customer: reporter, person: true }];
}

/** An issue that may not be read has no dates of its own: it is taken to be as old as the issue it speaks for. */
function dayOf(issue: IssueRecord, other: IssueRecord | undefined): string {
  const dates = [other?.resolved, other?.created, issue.created];
  for (const date of dates) {
    const day = date === null || date === undefined ? null : utcDay(date);
    if (day !== null) return day;
  }
  return '1970-01-01';
}

/** Null when neither a field nor the priority tells. */
export function severityOf(
  other: IssueRecord | undefined,
  priority: string | null,
  rubric: Rubric,
  site: SiteFields,
): Severity | null {
  const { severityFields, severityNames, severityByPriority } = rubric.evidence.incidents;
  for (const field of other === undefined ? [] : site.called(severityFields)) {
    for (const name of namesIn(other?.fields[field.id])) {
      const severity = inTable(severityNames, name);
      if (severity !== null) return severity;
    }
  }
  return priority === null ? null : inTable(severityByPriority, priority);
}

function inTable(table: Readonly<Record<string, Severity>>, name: string): Severity | null {
  const wanted = sameName(name);
  return Object.entries(table).find(([candidate]) => sameName(candidate) === wanted)?.[1] ?? null;
}

function customersOf(other: IssueRecord, rubric: Rubric, site: SiteFields): readonly string[] {
  const { customerFields } = rubric.evidence.support;
  const named = site.called(customerFields).flatMap((field) => namesIn(other.fields[field.id]));
  return [...new Map(named.map((name) => [sameName(name), name])).values()].sort();
}

/** Account id of who stands for a customer that no field names. */
function reporterOf(other: IssueRecord | undefined, { evidence }: Rubric): string | null {
  return evidence.support.fallback === 'reporter' ? (other?.reporter?.id ?? null) : null;
}

/** Service management keeps `{rating: 4}`; other tools a plain number. */
function ratingOf(
  other: IssueRecord,
  rubric: Rubric,
  site: SiteFields,
): { readonly satisfaction?: number } {
  for (const field of [
    ...site.feedback,
    ...site.called(rubric.evidence.support.satisfaction.fields),
  ]) {
    const raw = other.fields[field.id];
    const rating = typeof raw === 'object' && raw !== null && 'rating' in raw ? raw.rating : raw;
    if (typeof rating === 'number' && rating >= 1 && rating <= 5) return { satisfaction: rating };
  }
  return {};
}
