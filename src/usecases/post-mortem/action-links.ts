import type { PostMortem } from '../../core/post-mortem/post-mortem';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { IssueRecord } from '../../core/issue/issue-record';
import { Forbidden, Gone, Rejected } from '../ports/failures';
import type { RubricInForce } from '../ports/rubrics';
import { tell } from './tell';
import type { Needs } from './needs';

/** Names by which the link between an action and what it follows from may go, the preferred first. */
export function linkNames({ followUps }: Rubric): readonly string[] {
  return [...followUps.linkTypes, 'Relates', 'relates to'];
}

/** The issue that a post-mortem is kept of, and what it is judged by. */
interface Fix {
  readonly issue: IssueRecord;
  readonly inForce: RubricInForce;
}

/** Links the actions that have no link with their fix, because Jira refused the person's. One that somebody took away stays away. */
export async function linkAgain(
  record: PostMortem,
  { issue, inForce: { rubric, version } }: Fix,
  world: Needs,
  now: Date,
): Promise<void> {
  const linked = new Set(issue.links.map(({ other }) => other.id));
  const lacking = record.actions.filter(({ issueId }) => !linked.has(issueId));
  if (lacking.length === 0 || (await world.pilots.among([issue.project.id])).size > 0) return;
  const takenAway = await world.links.takenAway(issue.key);
  const { issues } = await world.issues.find(
    lacking.map(({ issueId }) => issueId),
    [],
  );
  for (const { key } of issues.filter((one) => !takenAway.has(one.key))) {
    const refused = await tryLink(key, issue.key, rubric, world);
    await tell(
      [
        {
          issueId: issue.id,
          project: record.project,
          what: `action-link:${key}`,
          by: null,
          rubricVersion: version,
          cause: { kind: 'actionNotLinked' },
          change: {
            kind: 'actionLink',
            ref: { key },
            ...(refused !== null && { refused }),
          },
        },
      ],
      world,
      now,
    );
  }
}

/** Null when it is linked, else why Jira does not let it be. */
async function tryLink(
  action: string,
  fix: string,
  rubric: Rubric,
  { links }: Pick<Needs, 'links'>,
): Promise<string | null> {
  try {
    await links.link(linkNames(rubric), action, fix);
    return null;
  } catch (failure) {
    if (!(failure instanceof Rejected || failure instanceof Forbidden || failure instanceof Gone))
      throw failure;
    return failure.message;
  }
}
