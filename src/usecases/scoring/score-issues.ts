import type { ScoredIssue, Trigger, ScoringNeeds } from '../ports/world';
import type { Unreadable } from '../ports/issues';
import { readIssues, type IssueReading } from './read-issues';
import { saveScores } from './saving/save-scores';
import { scoreBatch } from './score-batch';

export interface IssuesScored {
  readonly results: readonly ScoredIssue[];
  /** Issues for which a Jira field was written. */
  readonly changed: number;
  /** Ids of issues that exist no longer. */
  readonly gone: readonly string[];
}

/**
 * Reads these issues from Jira and scores them; forgets those that are gone. Delivered twice or out of order it comes to the
 * same: the state of Jira when it reads is all that counts.
 */
export async function scoreIssues(
  ids: readonly string[],
  world: ScoringNeeds,
  now: Date,
  trigger: Trigger = 'event',
): Promise<IssuesScored & { readonly unreadable: readonly Unreadable[] }> {
  const read = await readIssues(ids, world);
  const scored = await scoreRead(read, { trigger }, world, now);
  if (trigger === 'event')
    for (const one of world.afterwards) await one.run(read.records, read.rubricOf, world, now);
  return { ...scored, unreadable: read.unreadable };
}

interface Scoring {
  readonly trigger: Trigger;
  /** Holds each against what is known besides, before it is saved. */
  readonly checked?: (scored: ScoredIssue) => ScoredIssue;
}

/** Scores issues that were read, saves what came of it, and forgets those that are gone. */
export async function scoreRead(
  read: IssueReading & { readonly gone?: readonly string[] },
  { trigger, checked = (scored) => scored }: Scoring,
  world: ScoringNeeds,
  now: Date,
): Promise<IssuesScored> {
  const results = (await scoreBatch(read, world, now)).map(checked);
  const saved = await saveScores(results, trigger, world, read.gone);
  return { results, ...saved };
}
