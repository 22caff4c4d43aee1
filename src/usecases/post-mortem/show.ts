import { dayOf } from '../../core/time/utc-day';
import { checklistOf, nextItem } from '../../core/post-mortem/checklist';
import { documentOf, markdownOf } from '../../core/post-mortem/document';
import { asksFor, latestActionDay } from '../../core/post-mortem/due';
import { followThrough } from '../../core/post-mortem/follow-through';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import type { PostMortemEntry } from '../../core/provenance/post-mortem-entry';
import { mentionsIn } from '../../core/signals/mention';
import { spansOf, timelineOf, type HistoryFact } from '../../core/post-mortem/timeline';
import type { LinkedIssue, PostMortemView } from '../../core/post-mortem/view';
import type { IssueRecord } from '../../core/issue/issue-record';
import { mostTelling, othersOf } from '../../core/signals/speaking-links';
import { evidenceIn } from '../../core/signals/linked';
import { counted } from '../../core/text/wording';
import { redacted } from '../access/redact';
import type { Rights } from '../ports/post-mortem';
import type { PostMortemContext } from './post-mortem-context';
import { isActionOf, keptElsewhere, type Subject } from './subject';
import { asTakenIn } from './take-in';

/** Issues that are read for one look: each costs a point of Jira's quota. */
const MOST_READ = 300;
/** Of the incidents, and of the support cases, so many come before what else is named. */
const LISTED = 100;
/** A key as Jira writes it, anywhere in a text. */
const KEY = /\b[A-Z][A-Z0-9_]+-\d+\b/gu;

/** The view for one person: everything that names an issue is asked of Jira as that person, and what they may not see is left out. */
export async function show(
  subject: Subject,
  record: PostMortem | null,
  { world, jira, people: names, me, now }: PostMortemContext,
): Promise<PostMortemView> {
  const {
    issue,
    inForce: { rubric },
  } = subject;
  const [elsewhere, coming, history, rights, all] = await Promise.all([
    record === null ? keptElsewhere(subject, world) : null,
    record === null ? null : asTakenIn(subject, record, world, now),
    jira.history(issue.key),
    jira.rights({ issue: issue.key }),
    world.postMortems.ofProject(issue.project.id),
  ]);
  const about = record?.incidents ?? subject.urgent.incidents;
  const worst = mostTelling(othersOf(issue, new Set(about)), rubric).map(({ key }) => key);
  const support = issue.links
    .filter((link) => evidenceIn(link, rubric) === 'support')
    .map(({ other }) => other.key);
  const keptWith = elsewhere?.key ?? subject.keptWith[0]?.key ?? null;
  const isAction = elsewhere !== null && isActionOf(elsewhere, issue);
  const named = [
    ...(keptWith === null ? [] : [keptWith]),
    ...(about.length <= LISTED ? about : worst.slice(0, LISTED)),
    ...support.slice(0, LISTED),
    ...keysOfRecord(record),
    ...history.flatMap(linkKeys),
    ...about,
    ...support.slice(LISTED),
  ];
  const promised = record?.actions ?? [];
  const wanted = [...new Set([issue.id, ...promised.map(({ issueId }) => issueId), ...named])];
  const found = await jira.issues.find(wanted.slice(0, MOST_READ), []);
  const unread = new Set(wanted.slice(MOST_READ));
  const byId = new Map(found.issues.map((one) => [one.id, one]));
  // An action that moved to another project is still the same one under its former key.
  const seen = new Map([
    ...found.issues.map((one) => [one.key, one] as const),
    ...promised.flatMap(({ issueId, key }) => {
      const one = byId.get(issueId);
      return one ? [[key, one] as const] : [];
    }),
  ]);
  const hidden = [...new Set([...named, ...promised.map(({ key }) => key)])].filter(
    (key) => !seen.has(key) && !unread.has(key),
  );
  const mayRead = new Map(named.map((key) => [key, seen.has(key)]));
  const shown = seen.get(issue.key) ?? issue;
  const items = checklistOf(rubric.postMortem, record);
  const story = {
    issue: shown,
    incidents: about.flatMap((key) => seen.get(key) ?? []),
    history: history.filter((fact) => linkKeys(fact).every((key) => seen.has(key))),
  };
  const today = dayOf(now);
  const visible = <T extends { readonly key: string }>(each: T): boolean => seen.has(each.key);
  const view: Omit<PostMortemView, 'markdown' | 'people'> = {
    key: issue.key,
    ...standing(subject, record, keptWith === null ? null : { key: keptWith, isAction }, seen),
    severity: record?.severity ?? subject.urgent.severity,
    incidents: about.flatMap((key) => linkedIssue(seen.get(key))),
    supportCases: [...new Set(support)].flatMap((key) => linkedIssue(seen.get(key))),
    opened: record?.opened ?? null,
    due: record?.due ?? null,
    today,
    revision: record?.revision ?? 0,
    owner: record?.owner ?? null,
    items,
    next: record === null ? null : (nextItem(items)?.id ?? null),
    timeline: timelineOf(story),
    spans: spansOf(story),
    factors: record?.factors ?? [],
    earlier: record?.earlier?.filter((key) => seen.has(key)) ?? null,
    actions: promised.filter(visible).map((action) => ({
      ...action,
      key: seen.get(action.key)?.key ?? action.key,
      summary: seen.get(action.key)?.summary ?? '',
      linked: shown.links.some(({ other }) => other.id === action.issueId),
      recurred: recurrencesOf(record, action.key).filter((key) => seen.has(key)),
    })),
    actionDays: {
      priority: latestActionDay(today, true, rubric.postMortem),
      other: latestActionDay(today, false, rubric.postMortem),
    },
    noAction: record?.noAction ?? null,
    review: record?.review ?? null,
    shared: record?.shared ?? [],
    recurrences: (record?.recurrences ?? [])
      .filter(({ incident }) => seen.has(incident))
      .map((one) => ({ ...one, actions: one.actions.filter((key) => seen.has(key)) })),
    since: coming === null ? null : sinceWords(coming.incidents.length - about.length, issue.key),
    log: redacted([...(record?.log ?? [])].reverse(), mayRead),
    followThrough: followThrough(all, today),
    me,
    may: allowed(rights, record, me),
    hidden: notShown(hidden.length, unread.size),
  };
  const people = Object.fromEntries(await names.names(peopleIn(view)));
  const whole = { ...view, people };
  return { ...whole, markdown: markdownOf(documentOf(whole)) };
}

function notShown(hidden: number, unread: number): string | null {
  const one = hidden === 1;
  const parts = [
    ...(hidden === 0
      ? []
      : [
          `${counted(hidden, 'issue')} that ${one ? 'belongs' : 'belong'} here ${one ? 'is' : 'are'} hidden from you`,
        ]),
    ...(unread === 0 ? [] : [`${counted(unread, 'more linked issue')} left out`]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

type Standing = Pick<PostMortemView, 'state' | 'why' | 'elsewhere'>;

function standing(
  { issue, urgent, inForce: { rubric }, keptWith }: Subject,
  record: PostMortem | null,
  elsewhere: { readonly key: string; readonly isAction: boolean } | null,
  seen: ReadonlyMap<string, IssueRecord>,
): Standing {
  if (record !== null) {
    return record.completed === null
      ? { state: 'open', why: 'Closing waits for the items that are marked so.', elsewhere: null }
      : {
          state: 'complete',
          why: `Everything that closing waits for was done by ${record.completed}.`,
          elsewhere: null,
        };
  }
  if (elsewhere !== null && (keptWith.length > 0 || asksFor(urgent.severity, rubric.postMortem))) {
    const there = seen.has(elsewhere.key) ? elsewhere.key : null;
    const where = elsewhere.isAction
      ? 'This is one of its preventive actions: it is kept with the fix'
      : 'It is kept with the work that fixes this';
    return {
      state: 'elsewhere',
      why: there === null ? `${where}, which you may not see.` : `${where}, ${there}.`,
      elsewhere: there,
    };
  }
  if (asksFor(urgent.severity, rubric.postMortem)) {
    return {
      state: 'later',
      why: `A SEV${urgent.severity ?? ''} incident asks for one. It opens by itself when ${issue.key} is resolved, and ${issue.key} cannot be closed without it.`,
      elsewhere: null,
    };
  }
  return {
    state: 'none',
    why:
      urgent.severity === null
        ? 'No recent incident is linked, so none is asked for.'
        : `The rubric asks for none after a SEV${urgent.severity} incident.`,
    elsewhere: null,
  };
}

function sinceWords(more: number, key: string): string | null {
  if (more === 0) return null;
  const [asks, was, them] = more === 1 ? ['asks', 'was', 'it'] : ['ask', 'were', 'them'];
  return `${counted(more, 'incident')} that ${asks} for a post-mortem ${was} linked since. Once ${key} is resolved, this opens again for ${them}, and ${key} cannot be closed before it is done.`;
}

function allowed(
  { edit, create, comment }: Rights,
  record: PostMortem | null,
  me: string,
): PostMortemView['may'] {
  const editing = edit ? null : 'You may not edit issues of this project.';
  return {
    edit: editing,
    review:
      editing ??
      (record?.owner === me
        ? 'You own it: somebody else has to review it.'
        : record?.owner === null
          ? 'It needs an owner before it can be reviewed.'
          : null),
    act: editing ?? (create ? null : 'You may not create issues in this project.'),
    share: comment ? null : 'You may not comment on issues of this project.',
  };
}

function keysOfRecord(record: PostMortem | null): string[] {
  if (record === null) return [];
  const written = record.log.flatMap(({ entry }) => [...mentionsIn(entry), ...keysInText(entry)]);
  return [
    ...(record.earlier ?? []),
    ...record.recurrences.map(({ incident }) => incident),
    ...written,
  ];
}

/** In what people wrote, Jira said, or an older version put in words. */
function keysInText(entry: PostMortemEntry): readonly string[] {
  if ('text' in entry) return entry.text.match(KEY) ?? [];
  return 'refused' in entry ? (entry.refused.match(KEY) ?? []) : [];
}

function linkKeys({ field, from, to }: HistoryFact): string[] {
  return field.toLowerCase() === 'link' ? (`${from} ${to}`.match(KEY) ?? []) : [];
}

function linkedIssue(issue: IssueRecord | undefined): LinkedIssue[] {
  return issue === undefined
    ? []
    : [{ key: issue.key, summary: issue.summary, open: issue.status.category !== 'done' }];
}

function recurrencesOf(record: PostMortem | null, action: string): string[] {
  return [
    ...new Set(
      (record?.recurrences ?? [])
        .filter(({ actions }) => actions.includes(action))
        .map(({ incident }) => incident),
    ),
  ];
}

function peopleIn(view: Omit<PostMortemView, 'markdown' | 'people'>): string[] {
  const ids: (string | null | undefined)[] = [
    view.me,
    view.owner,
    view.opened?.by,
    view.noAction?.by,
    view.review?.by,
    ...view.items.flatMap(({ owner, done }) => [owner, done?.by]),
    ...view.timeline.map(({ by }) => by),
    ...view.log.map(({ by }) => by),
    ...view.factors.map(({ by }) => by),
    ...view.actions.flatMap(({ owner, by }) => [owner, by]),
    ...view.shared.map(({ by }) => by),
  ];
  return [
    ...new Set(ids.flatMap((id) => (id === null || id === undefined || id === '' ? [] : [id]))),
  ];
}
