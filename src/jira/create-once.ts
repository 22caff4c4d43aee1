import { route } from '@forge/api';
import { z } from 'zod';
import { Unsure } from '../usecases/ports/failures';
import type { JiraClient } from './client';
import { jiraIssues } from './issues';

/** How far Jira's clock may be behind ours, in milliseconds. */
const SKEW_MS = 60_000;

const made = z.looseObject({ id: z.string(), key: z.string() });

interface Made {
  readonly id: string;
  readonly key: string;
}

/** Creates an issue once. After a lost answer it looks for one in these words that the person has just made. @throws Unsure when there is none to be seen */
export async function createOnce(
  client: JiraClient,
  fields: Readonly<Record<string, unknown>>,
  clock: () => number,
): Promise<Made> {
  const since = clock() - SKEW_MS;
  try {
    const { id, key } = await client.call({
      route: route`/rest/api/3/issue`,
      method: 'POST',
      body: { fields },
      answer: made,
      doing: 'creating the preventive action',
      once: true,
    });
    return { id, key };
  } catch (failure) {
    if (!(failure instanceof Unsure)) throw failure;
    const found = await justMade(client, fields, since);
    if (found !== null) return found;
    throw new Unsure(
      `${failure.message}: it may exist all the same`,
      'Look among the newest issues that you reported before you create it again.',
      { cause: failure },
    );
  }
}

/** Null also when Jira does not say: its search may lag behind by seconds. */
async function justMade(
  client: JiraClient,
  fields: Readonly<Record<string, unknown>>,
  since: number,
): Promise<Made | null> {
  try {
    const { issues } = await jiraIssues(client).page(
      `project = ${projectOf(fields)} AND creator = currentUser() AND created >= -5m ORDER BY created DESC`,
      null,
      [],
    );
    const found = issues.find(
      ({ summary, created }) => summary === fields['summary'] && Date.parse(created) >= since,
    );
    return found === undefined ? null : { id: found.id, key: found.key };
  } catch {
    // Whatever keeps it from being seen, it stays unknown, and who asks hears that. So it is with the platform's request for consent:
    // after it the whole invocation is repeated, which would create it twice.
    return null;
  }
}

function projectOf(fields: Readonly<Record<string, unknown>>): string {
  const project = fields['project'];
  return JSON.stringify(
    typeof project === 'object' && project !== null && 'key' in project ? String(project.key) : '',
  );
}
