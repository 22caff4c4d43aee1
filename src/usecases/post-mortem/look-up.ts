import { dayOf } from '../../core/time/utc-day';
import { happenedBefore, type Candidate } from '../../core/post-mortem/happened-before';
import type { Person } from '../../core/post-mortem/view';
import type { IssueRecord } from '../../core/issue/issue-record';
import { evidenceKind } from '../../core/signals/linked';
import { LOOKED_AT, mostTelling } from '../../core/signals/speaking-links';
import { incidentsToRead } from '../../core/post-mortem/urgent';
import { Rejected } from '../ports/failures';
import type { PostMortemContext } from './post-mortem-context';
import { findAt } from './find-post-mortem';

/** Incidents by which others are told to be the same. */
const MOST_ABOUT = 50;

/**
 * What may have been the same thing before, among the incidents that this person may see. Nothing that they may not see is even
 * asked about: Jira would refuse the search, and say with which project.
 */
export async function suggestEarlier(
  issueId: string,
  context: PostMortemContext,
): Promise<readonly Candidate[]> {
  const { subject } = await findAt(issueId, context);
  const {
    urgent,
    inForce: { rubric },
  } = subject;
  const { issues } = context.jira;
  const known = new Set([issueId, subject.issue.key, ...urgent.incidents]);
  // Read as the person: even of a visible incident the app knows links that they do not.
  const first = incidentsToRead(subject.issue, rubric).filter((key) => known.has(key));
  const about = (await issues.find([issueId, ...first.slice(0, MOST_ABOUT)], [])).issues;
  const linked = about
    .flatMap(({ links }) => links.map(({ other }) => other))
    .filter(
      ({ key, type }) =>
        !known.has(key) &&
        evidenceKind(type, key.slice(0, key.lastIndexOf('-')), rubric) === 'incident',
    );
  const wanted = [...new Set(mostTelling(linked, rubric).map(({ key }) => key))];
  const all = [
    ...(await inTheSamePlaces(about, context)),
    ...(await issues.find(wanted.slice(0, LOOKED_AT), [])).issues,
  ];
  return happenedBefore({
    about,
    incidents: [...new Map(all.map((one) => [one.key, one])).values()].filter(
      (one) =>
        evidenceKind(one.type.name, one.project.key, rubric) === 'incident' && !known.has(one.key),
    ),
    now: context.now,
  });
}

/** The newest of the same projects and components. Jira refuses a search by a component that was deleted or renamed since: then it is by project alone. */
async function inTheSamePlaces(
  about: readonly IssueRecord[],
  { jira, now }: PostMortemContext,
): Promise<readonly IssueRecord[]> {
  const among = (field: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${field} in (${[...new Set(names)].map(quoted).join(', ')})`];
  const [projects, components] = [
    among(
      'project',
      about.map(({ project }) => project.key),
    ),
    among(
      'component',
      about.flatMap((one) => one.components),
    ),
  ];
  for (const places of components.length === 0
    ? [projects]
    : [[...projects, ...components], projects]) {
    const jql = `(${places.join(' OR ')}) AND created <= "${dayOf(now)} 23:59" ORDER BY created DESC`;
    try {
      return (await jira.issues.page(jql, null, [])).issues;
    } catch (failure) {
      if (!(failure instanceof Rejected)) throw failure;
    }
  }
  return [];
}

/** Who could own it or one of its actions. */
export async function findOwners(
  issueId: string,
  query: string,
  context: PostMortemContext,
): Promise<readonly Person[]> {
  const { subject } = await findAt(issueId, context);
  return context.jira.assignable(subject.issue.project.key, query);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
