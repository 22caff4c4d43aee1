import type { SnapshotIssue } from '../snapshot';
import { undone, type Changes, type FieldChange } from './changes';
import type { Statuses } from './statuses';

/** Whether and how an issue was done. */
export type Standing = Pick<SnapshotIssue, 'statusName' | 'resolution' | 'resolutiondate'>;

/** Status, resolution and its date at the moment (milliseconds since the epoch). */
export function standingThen(
  issue: SnapshotIssue,
  changes: Changes,
  moment: number,
  statuses: Statuses,
): Standing {
  const statusName = statusThen(issue, changes, moment, statuses);
  const resolution = resolutionThen(issue, changes, moment);
  const done = statuses.categoryOf(statusName) === 'done';
  return {
    statusName,
    resolution,
    resolutiondate: resolution === null && !done ? null : resolvedAt(issue, changes, moment),
  };
}

function resolutionThen(issue: SnapshotIssue, changes: Changes, moment: number): string | null {
  const change = undone(changes, 'resolution');
  if (change !== undefined) return change.fromText || null;
  const before = changes.earlier.findLast(({ name }) => name === 'resolution');
  // Its date may be later: a status that is taken up again can leave the resolution, and closing it once more dates it anew.
  if (before !== undefined) return before.toText || null;
  return resolvedLater(issue, moment) ? null : (issue.resolution ?? null);
}

function statusThen(
  issue: SnapshotIssue,
  changes: Changes,
  moment: number,
  { categoryOf, nameOf, first }: Statuses,
): string {
  const change = undone(changes, 'status');
  if (change !== undefined) return nameOf(change.from) ?? change.fromText ?? first;
  if (categoryOf(issue.statusName) !== 'done' || !resolvedLater(issue, moment))
    return issue.statusName;
  // Closed later, though the changelog has no word of it: as it was left before.
  const before = changes.earlier.findLast(({ name }) => name === 'status');
  const left = nameOf(before?.to) ?? before?.toText ?? first;
  return categoryOf(left) === 'done' ? first : left;
}

function resolvedLater({ resolutiondate }: SnapshotIssue, moment: number): boolean {
  return resolutiondate != null && Date.parse(resolutiondate) > moment;
}

function resolvedAt(issue: SnapshotIssue, { earlier }: Changes, moment: number): string | null {
  if (issue.resolutiondate != null && !resolvedLater(issue, moment)) return issue.resolutiondate;
  const setting = ({ name, toText }: FieldChange): boolean =>
    name === 'resolution' && (toText ?? '') !== '';
  const change =
    earlier.findLast(setting) ?? earlier.findLast(({ name }) => name === 'status') ?? null;
  return change === null ? null : new Date(change.at).toISOString();
}
