import { changesOf } from '../../jira/past/changes';
import { standingThen } from '../../jira/past/resolution-then';
import type { Statuses } from '../../jira/past/statuses';
import type { SnapshotIssue } from '../../jira/snapshot';

/** Names that say that nothing was made: a duplicate, a refusal, or nobody knew what to do. Any other resolution means done. */
const NOTHING_MADE =
  /duplicat|won['’]?t|will not|invalid|cannot|can['’]?t|could not|couldn['’]?t|unable|unresolved|\bnot (a|an|our|needed|required|applicable|reproducible)\b|\bno (response|longer|change)|incomplete|more info|insufficient|rejected|declined|refused|cancel|abandon|obsolete|outdated|stale|expired|answered|\bhold\b|\blater\b|defer|postpone|suspended|works (as|for)|as designed|by design|out of (scope|date)|withdrawn|superseded|timed? ?out/iu;

export function meansFixed(resolution: string): boolean {
  return !NOTHING_MADE.test(resolution);
}

/** Whether the issue stands as fixed at a moment, in milliseconds since the epoch: done, with a resolution that means so. */
export function isFixedAt(issue: SnapshotIssue, moment: number, statuses: Statuses): boolean {
  const { statusName, resolution } = standingThen(
    issue,
    changesOf(issue, moment),
    moment,
    statuses,
  );
  return statuses.categoryOf(statusName) === 'done' && resolution != null && meansFixed(resolution);
}
