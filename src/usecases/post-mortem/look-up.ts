import { happenedBefore, type Candidate } from '../../core/postmortem/happened-before';
import type { Person } from '../../core/postmortem/view';
import { evidenceKind } from '../../core/signals/linked';
import type { PostMortemDesk } from '../ports/post-mortem';
import { findAt } from './desk';

/** What may have been the same thing before, among the incidents that this person may see. */
export async function suggestEarlier(issueId: string, { world, jira, ...rest }: PostMortemDesk): Promise<readonly Candidate[]> {
  const { subject } = await findAt(issueId, { world, jira, ...rest });
  const { issue, incidents, inForce: { rubric } } = subject;
  const projects = [...new Set([issue, ...incidents].map(({ project }) => project.key))];
  const components = [...new Set([issue, ...incidents].flatMap((one) => one.components))];
  const places = [`project in (${projects.map(quoted).join(', ')})`, ...(components.length > 0 ? [`component in (${components.map(quoted).join(', ')})`] : [])];
  const page = await jira.issues.page(`(${places.join(' OR ')}) AND created <= "${rest.now.toISOString().slice(0, 10)} 23:59" ORDER BY created DESC`, null, []);
  const linked = [issue, ...incidents].flatMap(({ links }) => links.map(({ other }) => other.key));
  const more = (await jira.issues.find([...new Set(linked)], [])).issues;
  const all = new Map([...page.issues, ...more].map((one) => [one.key, one]));
  const seen = await jira.issues.find(incidents.map(({ key }) => key), []);
  return happenedBefore({
    about: [issue, ...seen.issues],
    incidents: [...all.values()].filter((one) => evidenceKind(one.type.name, one.project.key, rubric) === 'incident' && !subject.urgent.incidents.includes(one.key)),
    now: rest.now,
  });
}

/** Who could own it or one of its actions. */
export async function findOwners(issueId: string, query: string, desk: PostMortemDesk): Promise<readonly Person[]> {
  const { subject } = await findAt(issueId, desk);
  return desk.jira.assignable(subject.issue.project.key, query);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
