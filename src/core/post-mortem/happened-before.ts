import { sameName } from '../text/same-name';
import { dayNumber, dayNumberOf, dayOf } from '../time/utc-day';
import type { IssueRecord } from '../issue/issue-record';

/** An earlier incident that may have been the same thing. */
export interface Candidate {
  readonly key: string;
  readonly summary: string;
  /** Day on which it was raised. */
  readonly at: string;
  readonly open: boolean;
  /** In words, the strongest first. */
  readonly because: readonly string[];
}

export interface Suspects {
  /** The fix and the incidents that it is about. */
  readonly about: readonly IssueRecord[];
  readonly incidents: readonly IssueRecord[];
  readonly now: Date;
}

/** Points for each sign; below `ENOUGH` it is a coincidence. */
const LINKED = 40;
const COMPONENT = 20;
const LABEL = 8;
const WORDS = 60;
const ENOUGH = 10;
const HALF_LIFE_DAYS = 365;
const MOST = 8;

/** Words that any two summaries share. */
const COMMON = new Set([
  'the',
  'and',
  'for',
  'with',
  'from',
  'not',
  'are',
  'was',
  'that',
  'this',
  'when',
  'after',
  'before',
  'into',
  'over',
  'under',
  'than',
  'some',
  'all',
  'has',
  'have',
  'does',
  'can',
  'cannot',
  'will',
  'fails',
  'failed',
  'failing',
  'error',
  'errors',
  'incident',
  'issue',
  'problem',
]);

/** The likeliest first. Equal ones in the order of their keys, so that the same question has the same answer. */
export function happenedBefore({ about, incidents, now }: Suspects): readonly Candidate[] {
  const own = new Set(about.map(({ key }) => key));
  const today = dayNumber(now);
  return incidents
    .filter(({ key }) => !own.has(key))
    .map((incident) => ({ incident, signs: signsOf(incident, about) }))
    .map(({ incident, signs }) => ({
      incident,
      signs,
      points: signs.reduce((sum, { points }) => sum + points, 0),
    }))
    .filter(({ points }) => points >= ENOUGH)
    .map((each) => ({
      ...each,
      points:
        each.points *
        2 ** (-Math.max(0, today - (dayNumberOf(each.incident.created) ?? today)) / HALF_LIFE_DAYS),
    }))
    .sort((a, b) => b.points - a.points || (a.incident.key < b.incident.key ? -1 : 1))
    .slice(0, MOST)
    .map(({ incident, signs }) => ({
      key: incident.key,
      summary: incident.summary,
      at: dayOf(incident.created),
      open: incident.status.category !== 'done',
      because: [...signs].sort((a, b) => b.points - a.points).map(({ words }) => words),
    }));
}

interface Sign {
  readonly points: number;
  readonly words: string;
}

function signsOf(incident: IssueRecord, about: readonly IssueRecord[]): Sign[] {
  const keys = new Set(about.map(({ key }) => key));
  const linked =
    incident.links.some(({ other }) => keys.has(other.key)) ||
    about.some(({ links }) => links.some(({ other }) => other.key === incident.key));
  const components = common(
    incident.components,
    about.flatMap((one) => one.components),
  );
  const labels = common(
    incident.labels,
    about.flatMap((one) => one.labels),
  );
  const likeness = Math.max(
    0,
    ...about.map(({ summary }) => overlap(wordsOf(summary), wordsOf(incident.summary))),
  );
  return [
    ...(linked ? [{ points: LINKED, words: 'linked' }] : []),
    ...(components.length > 0
      ? [
          {
            points: COMPONENT * Math.min(2, components.length),
            words: `same component: ${components.join(', ')}`,
          },
        ]
      : []),
    ...(labels.length > 0
      ? [
          {
            points: LABEL * Math.min(2, labels.length),
            words: `same ${labels.length === 1 ? 'label' : 'labels'}: ${labels.join(', ')}`,
          },
        ]
      : []),
    ...(likeness > 0
      ? [
          {
            points: WORDS * likeness,
            words: `${Math.round(likeness * 100)} % of the words are the same`,
          },
        ]
      : []),
  ];
}

function common(some: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map(sameName));
  return [...new Set(some.filter((name) => known.has(sameName(name))))].sort();
}

function wordsOf(summary: string): ReadonlySet<string> {
  return new Set(
    summary
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !COMMON.has(word)),
  );
}

/** Shared words among all of both. */
function overlap(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const shared = [...some].filter((word) => others.has(word)).length;
  const all = some.size + others.size - shared;
  return all === 0 ? 0 : shared / all;
}
