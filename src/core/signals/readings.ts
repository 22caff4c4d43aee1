import type { Rubric } from '../rubric/schema/schema';
import { readAgreement } from '../issue/sla-field';
import {
  readCount,
  readDate,
  readFilled,
  readNumber,
  readOption,
  readUser,
  utcDay,
} from '../issue/field-value';
import type { FieldInfo, IssueRecord } from '../issue/issue-record';
import { listed } from './linked';
import { questionsOf, readingKey, type FieldQuestion, type PlainQuestion } from './reading-key';
import type { Reading } from '../issue/reading';
import type { Signals } from './signal';
import type { SiteFields } from '../issue/site-fields';
import { sprintState } from '../issue/sprint';
import { wordsIn } from './words-in-issue';
import { workingDays } from '../issue/working-time';
import { systemValue } from '../issue/system-value';

/** The answers of one issue to every question that the rubric puts to it, and which the site cannot answer. */
export function readFields(
  issue: IssueRecord,
  rubric: Rubric,
  site: SiteFields,
): Pick<Signals, 'readings' | 'absent'> {
  const answers = questionsOf(rubric).map((question) => ({
    key: readingKey(question),
    reading: answer(question, issue, site),
  }));
  return {
    readings: Object.fromEntries(
      answers.flatMap(({ key, reading }) => (reading === null ? [] : [[key, reading]])),
    ),
    absent: answers.flatMap(({ key, reading }) => (reading === null ? [key] : [])),
  };
}

function answer(question: FieldQuestion, issue: IssueRecord, site: SiteFields): Reading | null {
  switch (question.kind) {
    case 'number':
      return firstFilled(site.called(question.fields), issue, readNumber);
    case 'workingDays':
      return timeLeft(site.called(question.fields), issue, site);
    case 'option':
      return firstFilled(site.called(question.fields), issue, readOption);
    case 'user':
      return firstFilled(site.called(question.fields), issue, readUser);
    case 'count':
      return firstFilled(site.called(question.fields), issue, readCount);
    case 'date':
      return firstFilled(site.called(question.fields), issue, readDate);
    case 'filled':
      return firstFilled(site.called(question.fields), issue, readFilled);
    case 'sla': {
      const named = question.fields.length === 0 ? site.slas : site.called(question.fields);
      return readAgreement(named, (field) => issue.fields[field.id]);
    }
    case 'links':
      return linkedBy(issue, question.phrases);
    case 'words':
      return wordsIn(issue, question);
    default:
      return plainAnswer(question.kind, issue, site);
  }
}

function plainAnswer(kind: PlainQuestion, issue: IssueRecord, site: SiteFields): Reading | null {
  switch (kind) {
    case 'priority':
      return issue.priority === null || issue.priority.trim() === ''
        ? { state: 'empty' }
        : { state: 'known', value: issue.priority };
    case 'votes':
      return count(issue.votes);
    case 'watchers':
      return count(issue.watchers);
    case 'comments':
      return count(issue.comments);
    case 'sprint':
      return site.sprints.length === 0 ? null : { state: 'known', value: sprintState(issue, site) };
    case 'reopened':
      return issue.history === undefined
        ? unread
        : { state: 'known', value: issue.history.reopened };
    case 'statusSince': {
      if (issue.history === undefined) return unread;
      const day = utcDay(issue.history.statusSince ?? issue.created);
      return day === null
        ? { state: 'unknown', why: 'its history has no date' }
        : { state: 'known', value: day };
    }
  }
}

/** Their keys, in the order of the alphabet. */
function linkedBy({ key, links }: IssueRecord, phrases: readonly string[]): Reading {
  const keys = links
    .filter(({ phrase, other }) => other.key !== key && listed(phrases, phrase))
    .map(({ other }) => other.key);
  return keys.length === 0
    ? { state: 'empty' }
    : { state: 'known', value: [...new Set(keys)].sort() };
}

const unread: Reading = { state: 'unknown', why: 'its history could not be read' };

function count(given: number | null): Reading | null {
  return given === null ? null : { state: 'known', value: given };
}

/** The first that is filled, sensible or not: an estimate says nothing where what is left of it is another. */
function timeLeft(
  fields: readonly FieldInfo[],
  issue: IssueRecord,
  { working }: SiteFields,
): Reading | null {
  let best: Reading | null = null;
  for (const field of fields) {
    const found = readNumber(field, systemValue(issue, field.id));
    if (found.state === 'known') return workingDays(field, Number(found.value), working);
    if (found.state === 'unknown' || best === null) best = found;
  }
  return best;
}

/** A filled field counts before one that cannot be read, and that before an empty one. */
function firstFilled(
  fields: readonly FieldInfo[],
  issue: IssueRecord,
  read: (field: FieldInfo, raw: unknown) => Reading,
): Reading | null {
  let best: Reading | null = null;
  for (const field of fields) {
    const found = read(field, systemValue(issue, field.id));
    if (found.state === 'known') return found;
    if (found.state === 'unknown' || best === null) best = found;
  }
  return best;
}
