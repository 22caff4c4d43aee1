import type { SnapshotIssue, SnapshotProject, SnapshotSprint } from '../snapshot';
import { undone, type Changes } from './changes';

/** A version that came out after the moment was not released on it; one without a date is taken as it is. */
export function projectThen(project: SnapshotProject, moment: number): SnapshotProject {
  return {
    ...project,
    ...(project.versions === undefined
      ? {}
      : {
          versions: project.versions.map((version) =>
            version.releaseDate !== undefined && Date.parse(version.releaseDate) > moment
              ? { ...version, released: false, archived: false }
              : version,
          ),
        }),
  };
}

/**
 * The sprints that an issue was in, in the state that they were in. Of one that it left since nothing is known but its number: it is left
 * out.
 */
export function sprintsThen(
  { sprints = [] }: SnapshotIssue,
  changes: Changes,
  moment: number,
): readonly SnapshotSprint[] {
  const change = undone(changes, 'sprint');
  const ids = change === undefined ? null : (change.from ?? '').split(/[\s,]+/u);
  return sprints
    .filter(({ id }) => ids === null || ids.includes(String(id)))
    .map((sprint) => ({ ...sprint, state: stateThen(sprint, moment) }));
}

function stateThen(
  { state, startDate, endDate, completeDate }: SnapshotSprint,
  moment: number,
): SnapshotSprint['state'] {
  const isLater = (date: string | undefined): boolean =>
    date !== undefined && Date.parse(date) > moment;
  if (isLater(startDate)) return 'future';
  if (state !== 'closed' || startDate === undefined) return state;
  return isLater(completeDate ?? endDate) ? 'active' : 'closed';
}
