import type { ProjectId } from '../../core/terms/project';
import { Declined, Rejected } from '../ports/failures';
import type { Issues } from '../ports/issues';
import { backlogJql } from './start-job';

/** Jira as the person who asks: what it does not show them is neither found nor counted. */
export type PersonsSearch = Pick<Issues, 'ids' | 'count'>;

/** The record of a job holds the ids of all. */
const MOST_WORKED_ON = 10_000;
/** What a search may find on the whole site before its part in the project is looked for: each costs a point. */
const MOST_FOUND = 20_000;
const IDS_A_SEARCH = 500;

/**
 * Ids of the open issues of a project, or of the site, that a person's JQL finds for them. It is sent as they wrote it, since words
 * around it fence nothing in: a parenthesis closes them. What it finds is held against the project by id in a second search.
 * @throws Declined in Jira's words for JQL that Jira refuses, and where it finds too much
 */
export async function issuesFound(
  project: ProjectId | null,
  jql: string,
  search: PersonsSearch,
): Promise<readonly string[]> {
  const found = [...new Set(await everyId(jql, MOST_FOUND, search).catch(inWords))];
  const open: string[] = [];
  for (let start = 0; start < found.length; start += IDS_A_SEARCH) {
    const part = found.slice(start, start + IDS_A_SEARCH).filter((id) => /^\d+$/u.test(id));
    const narrowed = backlogJql(project, `id in (${part.join(', ')})`);
    open.push(...(await everyId(narrowed, IDS_A_SEARCH, search)));
    if (open.length > MOST_WORKED_ON) throw tooMany(MOST_WORKED_ON);
  }
  return open;
}

async function everyId(
  jql: string,
  most: number,
  search: PersonsSearch,
): Promise<readonly string[]> {
  const all: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<PersonsSearch['ids']>> = await search.ids(jql, cursor);
    all.push(...page.ids);
    if (all.length > most) throw tooMany(most);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

function tooMany(most: number): Declined {
  return new Declined(
    `This JQL finds more than ${most.toLocaleString('en-US')} issues`,
    'Name the project in it, or leave it empty to score every open issue.',
  );
}

function inWords(failure: unknown): never {
  if (failure instanceof Rejected)
    throw new Declined(`Jira refuses this JQL: ${failure.message}`, 'Change it and try again.', {
      cause: failure,
    });
  throw failure;
}
