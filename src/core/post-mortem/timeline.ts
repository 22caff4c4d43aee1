import type { IssueRecord } from '../issue/issue-record';

/** One entry of an issue's changelog, or a comment, as the person who asks may see it. */
export interface HistoryFact {
  /** ISO time. */
  readonly at: string;
  /** Account id; null for somebody unknown. */
  readonly by: string | null;
  /** The changed field in Jira's words (`status`, `Link`), or `comment`. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export interface TimelineEntry {
  readonly at: string;
  readonly by: string | null;
  readonly kind: 'raised' | 'resolved' | 'moved' | 'changed' | 'said';
  readonly what: string;
  /** The issue that it happened to, when it is another one. */
  readonly key: string | null;
}

/** How long the parts of the story took. */
export interface Spans {
  /** Minutes from the first report to the first step that anybody took; null when there was none. */
  readonly toFirstStep: number | null;
  readonly toResolution: number | null;
}

export interface Story {
  readonly issue: IssueRecord;
  readonly incidents: readonly IssueRecord[];
  readonly history: readonly HistoryFact[];
}

const MOST_ENTRIES = 80;
const MOST_WORDS = 240;
const TELLING: readonly string[] = [
  'priority',
  'assignee',
  'duedate',
  'flagged',
  'link',
  'severity',
  'sprint',
  'fix version',
];

/** What is known of how it went, the oldest first; of a very long story the last part. */
export function timelineOf({ issue, incidents, history }: Story): readonly TimelineEntry[] {
  const entries = [
    {
      at: issue.created,
      by: issue.reporter?.id ?? null,
      kind: 'raised' as const,
      what: 'was created',
      key: issue.key,
    },
    ...incidents.filter(({ key }) => key !== issue.key).flatMap(incidentEntries),
    ...history.flatMap(entryOf),
  ];
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(-MOST_ENTRIES);
}

export function spansOf({ issue, incidents, history }: Story): Spans {
  const starts = incidents.length === 0 ? [issue.created] : incidents.map(({ created }) => created);
  const begin = Math.min(...starts.map((at) => Date.parse(at)));
  const steps = history.map(({ at }) => Date.parse(at)).filter((at) => at >= begin);
  const end = issue.resolved === null ? null : Date.parse(issue.resolved);
  return {
    toFirstStep: steps.length === 0 ? null : minutes(begin, Math.min(...steps)),
    toResolution: end === null || end < begin ? null : minutes(begin, end),
  };
}

function minutes(from: number, to: number): number {
  return Math.round((to - from) / 60_000);
}

function incidentEntries({
  key,
  created,
  resolved,
  reporter,
  summary,
}: IssueRecord): TimelineEntry[] {
  const raised: TimelineEntry = {
    at: created,
    by: reporter?.id ?? null,
    kind: 'raised',
    what: `was raised: ${cut(summary)}`,
    key,
  };
  return resolved === null
    ? [raised]
    : [raised, { at: resolved, by: null, kind: 'resolved', what: 'was resolved', key }];
}

function entryOf({ at, by, field, from, to }: HistoryFact): TimelineEntry[] {
  const name = field.toLowerCase();
  if (name === 'comment')
    return to.trim() === '' ? [] : [{ at, by, kind: 'said', what: cut(to), key: null }];
  if (name === 'status')
    return [{ at, by, kind: 'moved', what: `moved from ${cut(from)} to ${cut(to)}`, key: null }];
  if (name === 'resolution' && to !== '')
    return [{ at, by, kind: 'resolved', what: `was resolved: ${cut(to)}`, key: null }];
  return TELLING.includes(name)
    ? [{ at, by, kind: 'changed', what: changeWords(field, cut(from), cut(to)), key: null }]
    : [];
}

function changeWords(field: string, from: string, to: string): string {
  if (field.toLowerCase() === 'link') return to === '' ? `link removed: ${from}` : to;
  return `${field}: ${from === '' ? 'none' : from} → ${to === '' ? 'none' : to}`;
}

function cut(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= MOST_WORDS
    ? line
    : `${Array.from(line)
        .slice(0, MOST_WORDS - 1)
        .join('')}…`;
}
