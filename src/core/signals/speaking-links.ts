import type { Rubric } from '../rubric/schema/schema';
import type { IssueRecord, LinkRecord } from '../issue/issue-record';
import { sameName } from '../text/same-name';
import { evidenceIn } from './linked';
import type { Evidence, LeftOut } from './signal';

/**
 * So many linked issues of each kind are looked at, those that say most: reading costs a point of Jira's quota each, and past some
 * dozens one more moves no score.
 */
export const LOOKED_AT = 200;

type Kind = Evidence['kind'];

export interface SpeakingLinks {
  /** What each linked issue says, by its key: those that are looked at. */
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly leftOut: LeftOut;
}

/** Every linked issue that says something for this one; what an incident or a ticket says goes before its being a duplicate. */
export function kindsOfLinked(issue: IssueRecord, rubric: Rubric): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const link of issue.links) {
    const { key } = link.other;
    const kind = evidenceIn(link, rubric);
    if (kind === null) continue;
    const before = kinds.get(key);
    if (before !== undefined && before !== 'report') continue;
    kinds.set(key, kind);
  }
  return kinds;
}

/** Of these those that are looked at. */
export function speakingLinks(issue: IssueRecord, rubric: Rubric): SpeakingLinks {
  const kinds = kindsOfLinked(issue, rubric);
  const leftOut: Partial<Record<Kind, number>> = {};
  if (kinds.size <= LOOKED_AT) return { kinds, leftOut };
  for (const kind of ['incident', 'support', 'report'] as const) {
    const keys = new Set([...kinds].flatMap(([key, one]) => (one === kind ? [key] : [])));
    const further = mostTelling(othersOf(issue, keys), rubric).slice(LOOKED_AT);
    if (further.length === 0) continue;
    leftOut[kind] = further.length;
    for (const { key } of further) kinds.delete(key);
  }
  return { kinds, leftOut };
}

/** Keys of the linked issues that must be read before the issue can be judged, each once, in the order of the links. */
export function linkedWorthReading(issue: IssueRecord, rubric: Rubric): readonly string[] {
  const { kinds } = speakingLinks(issue, rubric);
  return [...kinds.keys()];
}

/** What an issue's links show of these keys, each once. */
export function othersOf(
  { links }: IssueRecord,
  keys: ReadonlySet<string>,
): readonly LinkRecord['other'][] {
  return [
    ...new Map(
      links.flatMap(({ other }) => (keys.has(other.key) ? [[other.key, other] as const] : [])),
    ).values(),
  ];
}

/** What is open goes first, of that what is worst by its priority, then the newest: Jira's ids grow. */
export function mostTelling<Other extends Pick<LinkRecord['other'], 'id' | 'status' | 'priority'>>(
  others: readonly Other[],
  { evidence: { incidents } }: Rubric,
): readonly Other[] {
  const severities = new Map(
    Object.entries(incidents.severityByPriority).map(([name, severity]) => [
      sameName(name),
      severity,
    ]),
  );
  const closed = ({ status }: Other): number => Number(status.category === 'done');
  const severity = ({ priority }: Other): number =>
    severities.get(sameName(priority ?? '')) ?? incidents.assumedSeverity;
  return [...others].sort(
    (a, b) =>
      closed(a) - closed(b) ||
      severity(a) - severity(b) ||
      b.id.length - a.id.length ||
      (a.id < b.id ? 1 : -1),
  );
}
