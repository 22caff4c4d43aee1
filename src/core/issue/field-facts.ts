import { readCount, readDate, readFilled, readNumber, readOption, readUser } from './field-value';
import type { FieldInfo, IssueRecord } from './issue-record';
import type { Reading } from './reading';
import { systemValue } from './system-value';
import { ownMember } from '../terms/own-member';

export type FieldSignal = 'number' | 'option' | 'user' | 'count' | 'date' | 'filled' | 'sla';

/** System fields with a signal of their own, and those that say nothing of an issue's worth. */
const reserved = new Set([
  'priority',
  'issuetype',
  'votes',
  'watches',
  'comment',
  'summary',
  'description',
  'status',
  'statuscategorychangedate',
  'statusCategory',
  'project',
  'created',
  'updated',
  'creator',
  'issuelinks',
  'attachment',
  'worklog',
  'subtasks',
  'issuekey',
  'thumbnail',
  'lastViewed',
  'workratio',
  'progress',
  'aggregateprogress',
  'issuerestriction',
  'resolution',
  'resolutiondate',
  'security',
]);
const slaType = 'com.atlassian.servicedesk:sd-sla-field';
const sprintType = 'com.pyxis.greenhopper.jira:gh-sprint';

const byType: Readonly<Record<string, FieldSignal>> = {
  number: 'number',
  date: 'date',
  datetime: 'date',
  user: 'user',
  option: 'option',
  'option-with-child': 'option',
  version: 'option',
  group: 'option',
};
const byItems: Readonly<Record<string, FieldSignal>> = { option: 'option', user: 'user' };
const words: Readonly<Record<string, string>> = {
  option: 'choice',
  'option-with-child': 'choice of two levels',
  array: 'list',
  string: 'text',
  datetime: 'date and time',
  user: 'person',
  any: 'any',
};

/** The signal that reads a field best; null for a field that is better read otherwise. */
export function signalFor({ id, type, items, custom }: FieldInfo): FieldSignal | null {
  if (reserved.has(id) || custom === sprintType) return null;
  if (custom === slaType) return 'sla';
  if (type === 'array') return ownMember(byItems, items ?? '') ?? 'count';
  return ownMember(byType, type) ?? 'filled';
}

/** Jira's type of a field, as people say it. */
export function typeWords({ type, items }: FieldInfo): string {
  const word = (name: string): string => ownMember(words, name) ?? name;
  return type === 'array' && items !== undefined ? `list of ${word(items)}s` : word(type);
}

const readers: Readonly<
  Record<Exclude<FieldSignal, 'sla'>, (field: FieldInfo, raw: unknown) => Reading>
> = {
  number: readNumber,
  option: readOption,
  user: readUser,
  count: readCount,
  date: readDate,
  filled: readFilled,
};

export interface SampledField {
  /** Issues in which it is filled. */
  readonly filled: number;
  /** The most frequent first; of numbers and dates the lowest, the middle and the highest. People are not named. */
  readonly samples: readonly string[];
}

const MOST_SAMPLES = 12;
const LONGEST_SAMPLE = 60;

/** What some issues hold in a field. */
export function sampleField(field: FieldInfo, issues: readonly IssueRecord[]): SampledField {
  const signal = signalFor(field);
  if (signal === null || signal === 'sla')
    return { filled: issues.filter(({ fields }) => fields[field.id] != null).length, samples: [] };
  const found = valuesIn(field, signal, issues);
  return {
    filled: found.length,
    samples: samplesOf(signal, found).map((text) => text.slice(0, LONGEST_SAMPLE)),
  };
}

/** What is known of a field on some issues, as a criterion over it would read it. */
export function valuesIn(
  field: FieldInfo,
  signal: Exclude<FieldSignal, 'sla'>,
  issues: readonly IssueRecord[],
): readonly (number | string | readonly string[])[] {
  return issues.flatMap((issue) => {
    const reading = readers[signal](field, systemValue(issue, field.id));
    return reading.state === 'known' ? [reading.value] : [];
  });
}

function samplesOf(
  signal: FieldSignal,
  values: readonly (number | string | readonly string[])[],
): readonly string[] {
  if (signal === 'user' || signal === 'filled' || values.length === 0) return [];
  if (signal === 'option')
    return mostFrequent(
      values.flatMap((value) => (typeof value === 'object' ? value : [String(value)])),
    );
  const sorted = [...values].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  );
  return [
    ...new Set([sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map(String)),
  ];
}

function mostFrequent(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_SAMPLES)
    .map(([name]) => name);
}
