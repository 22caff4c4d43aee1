import { asTheFileHasIt } from '../past/as-the-file-has-it';
import { changesOf } from '../past/changes';
import { lastTouched } from '../past/last-touched';
import { linksThen } from '../past/links-then';
import { projectThen, sprintsThen } from '../past/plans-then';
import { standingThen } from '../past/resolution-then';
import { statusesOf, type Statuses } from '../past/statuses';
import { customsThen, valuesThen, type NamesById } from '../past/values-then';
import type { SiteSnapshot, SnapshotIssue, SnapshotLink } from '../snapshot';

/** What has been counted once all of `snapshot.issues` is read. */
export interface StoodThen {
  readonly snapshot: SiteSnapshot;
  /** Issues that were resolved only later: taken as open. */
  readonly reopened: () => number;
  /** Issues that did not exist yet: left out. */
  readonly notYetCreated: () => number;
  /** What nobody can tell of that day and is therefore as the file has it, in words; null where nothing was edited since. */
  readonly notUndone: () => string | null;
}

/**
 * The site as it stood at a moment (milliseconds since the epoch). An export shows today's state: what the changelog knows to have
 * changed since is undone, what was resolved after that moment was open then, and what was created after it did not exist, nor did
 * its links. Where there is no changelog, an issue resolved since stands in the site's first status for new work.
 */
export function asItStood(snapshot: SiteSnapshot, moment: number): StoodThen {
  const statuses = statusesOf(snapshot);
  const names = namesById(snapshot);
  const kept = asTheFileHasIt(moment);
  const outside = new Set([...(snapshot.stubs ?? [])].map(({ key }) => key.toUpperCase()));
  const links = linksThen(snapshot.linkTypes, outside);
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
      links.see(issue);
      kept.see(issue);
      const then = issueThen(issue, moment, { statuses, names, fields: snapshot.fields });
      const isDone = ({ statusName }: SnapshotIssue) => statuses.categoryOf(statusName) === 'done';
      if (isDone(issue) && !isDone(then)) reopened += 1;
      yield then;
    }
  }
  function* linksOfThen(): Generator<SnapshotLink> {
    yield* links.at(moment, snapshot.links);
  }
  return {
    snapshot: {
      ...snapshot,
      projects: snapshot.projects.map((project) => projectThen(project, moment)),
      statuses: [...snapshot.statuses, ...(snapshot.formerStatuses ?? [])],
      issues: { [Symbol.iterator]: issues },
      links: { [Symbol.iterator]: linksOfThen },
    },
    reopened: () => reopened,
    notYetCreated: () => notYetCreated,
    notUndone: () => kept.words(),
  };
}

interface SiteToday extends Pick<SiteSnapshot, 'fields'> {
  readonly statuses: Statuses;
  readonly names: NamesById;
}

function issueThen(
  issue: SnapshotIssue,
  moment: number,
  { statuses, names, fields }: SiteToday,
): SnapshotIssue {
  const changes = changesOf(issue, moment);
  const past = ({ created }: { readonly created: string }): boolean =>
    Date.parse(created) <= moment;
  const { updated, comments, changelog, customs, sprints } = issue;
  const customsOfThen = customsThen(issue, changes, fields);
  return {
    ...issue,
    ...valuesThen(issue, changes, names),
    ...standingThen(issue, changes, moment, statuses),
    // An edit that lies ahead would tell of the future, and make every edit from now on look older.
    ...(updated !== undefined && Date.parse(updated) > moment
      ? { updated: lastTouched(issue, moment) }
      : {}),
    ...(comments === undefined ? {} : { comments: comments.filter(past) }),
    ...(changelog === undefined ? {} : { changelog: changelog.filter(past) }),
    ...(customs === undefined && Object.keys(customsOfThen).length === 0
      ? {}
      : { customs: customsOfThen }),
    ...(sprints === undefined ? {} : { sprints: sprintsThen(issue, changes, moment) }),
  };
}

function namesById({ projects }: SiteSnapshot): NamesById {
  const named = (
    field: string,
    all: readonly { readonly id?: string; readonly name: string }[] = [],
  ) => all.flatMap(({ id, name }) => (id === undefined ? [] : [[`${field} ${id}`, name] as const]));
  return new Map(
    projects.flatMap(({ components, versions }) => [
      ...named('components', components),
      ...named('versions', versions),
      ...named('fixversions', versions),
    ]),
  );
}
