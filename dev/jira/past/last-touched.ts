import type { SnapshotIssue } from '../snapshot';

/**
 * The last moment on or before this one (milliseconds since the epoch) at which somebody created, changed or commented on the issue, as
 * its comments and changelog tell. It never tells of anything that came later, as `updated` would.
 */
export function lastTouched(
  { created, comments = [], changelog = [], resolutiondate }: SnapshotIssue,
  moment: number,
): string {
  const moments = [
    ...comments.flatMap((comment) => [comment.created, comment.updated ?? comment.created]),
    ...changelog.map((change) => change.created),
    ...(resolutiondate == null ? [] : [resolutiondate]),
  ];
  return moments.reduce((last, one) => {
    const at = Date.parse(one);
    return at <= moment && at > Date.parse(last) ? one : last;
  }, created);
}
