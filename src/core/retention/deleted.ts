import { dayNumber } from '../time/utc-day';

/** Weeks for which everything about an issue is kept after Jira said that it was deleted: somebody may have to look up why. */
export const ISSUE_WEEKS = 4;

/**
 * Weeks after Jira said that a project was deleted, or went to the trash, which keeps it for 60 days:
 * https://support.atlassian.com/jira-cloud-administration/docs/trash-for-jira-cloud-projects/
 */
export const PROJECT_WEEKS = 13;

const DAYS_A_WEEK = 7;

/** What Jira said was deleted. */
export type Departed =
  | {
      readonly kind: 'issue';
      readonly id: string;
      /** Id of the project that it went with; null where it was deleted by itself. */
      readonly within: string | null;
    }
  | { readonly kind: 'project'; readonly id: string; readonly key: string };

/**
 * The day from which something is removed though the app was installed after Jira said so: whatever came back while it was not there told
 * nobody, and the weeks are counted anew. Null where that makes no difference by `today`.
 */
export function dayAfterInstalling(
  deletedAt: string,
  installedAt: string | undefined,
  today: number,
): number | null {
  if (installedAt === undefined || installedAt <= deletedAt) return null;
  const day = dayNumber(new Date(installedAt)) + ISSUE_WEEKS * DAYS_A_WEEK;
  return day > today ? day : null;
}

const HOUR_MS = 3_600_000;

/**
 * Whether an issue that was read at a moment cannot be the one that Jira said was deleted: searches show what is gone for a while. Both
 * are ISO times.
 */
export function cameBack(deletedAt: string, readAt: string): boolean {
  return Date.parse(readAt) - Date.parse(deletedAt) > HOUR_MS;
}

/** The day, in whole UTC days since 1970, from which nothing of it is kept. A project goes a day after its issues. */
export function removalDay(departed: Departed, deletedDay: number): number {
  if (departed.kind === 'project') return deletedDay + PROJECT_WEEKS * DAYS_A_WEEK + 1;
  return deletedDay + (departed.within === null ? ISSUE_WEEKS : PROJECT_WEEKS) * DAYS_A_WEEK;
}
