import type { SiteSnapshot, SnapshotIssue, StatusCategoryKey } from '../snapshot';

export interface StoodThen {
  readonly snapshot: SiteSnapshot;
  /** Issues that were resolved only later: taken as open. Counted while `snapshot.issues` is read. */
  readonly reopened: () => number;
  /** Issues that did not exist yet: left out. */
  readonly notYetCreated: () => number;
}

/**
 * The site as it stood at a moment (milliseconds since the epoch). An export shows today's state: what was resolved after that
 * moment was open then, in the status its changelog names, or else in the site's first status for new work; what was created
 * after it did not exist, and nobody had commented yet. Other edits made since are not undone.
 */
export function asItStood(snapshot: SiteSnapshot, moment: number): StoodThen {
  const categories = new Map(snapshot.statuses.map(({ name, category }) => [name, category]));
  const firstStatus = snapshot.statuses.find(({ category }) => category === 'new')?.name ?? 'To Do';
  let reopened = 0;
  let notYetCreated = 0;
  function* issues(): Generator<SnapshotIssue> {
    reopened = 0;
    notYetCreated = 0;
    for (const issue of snapshot.issues) {
      if (Date.parse(issue.created) > moment) {
        notYetCreated += 1;
        continue;
      }
      const status = statusThen(issue, moment, categories, firstStatus);
      if (status !== null) reopened += 1;
      yield {
        ...withoutTheFuture(issue, moment),
        ...(status === null ? {} : { statusName: status, resolution: null, resolutiondate: null }),
      };
    }
  }
  return {
    snapshot: { ...snapshot, issues: { [Symbol.iterator]: issues } },
    reopened: () => reopened,
    notYetCreated: () => notYetCreated,
  };
}

/** An edit that lies ahead of the site's time would make every edit from now on look older. */
function withoutTheFuture(issue: SnapshotIssue, moment: number): SnapshotIssue {
  const past = ({ created }: { readonly created: string }): boolean =>
    Date.parse(created) <= moment;
  return {
    ...issue,
    ...(issue.updated !== undefined && Date.parse(issue.updated) > moment
      ? { updated: new Date(moment).toISOString() }
      : {}),
    ...(issue.comments === undefined ? {} : { comments: issue.comments.filter(past) }),
    ...(issue.changelog === undefined ? {} : { changelog: issue.changelog.filter(past) }),
  };
}

/** The status of an issue that was closed later; null for one that stands as it stood. */
function statusThen(
  issue: SnapshotIssue,
  moment: number,
  categories: ReadonlyMap<string, StatusCategoryKey>,
  firstStatus: string,
): string | null {
  const isDone = categories.get(issue.statusName) === 'done';
  const resolvedLater = issue.resolutiondate != null && Date.parse(issue.resolutiondate) > moment;
  if (!isDone || !resolvedLater) return null;
  const later = (issue.changelog ?? [])
    .filter(({ created }) => Date.parse(created) > moment)
    .sort((a, b) => Date.parse(a.created) - Date.parse(b.created));
  const left = later
    .flatMap(({ items }) => items)
    .find(({ field }) => field === 'status')?.fromText;
  return left == null || categories.get(left) === 'done' ? firstStatus : left;
}
