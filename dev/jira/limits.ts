/**
 * Jira Cloud's limits on an app's requests, as published by the vendor and second-hand in part.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export const POINTS_AN_HOUR = 65_000;
export const POINTS_OF_A_READ = 1;
export const POINTS_OF_A_SHOWN_ISSUE = 1;
/** A person, a group or a permission. */
export const POINTS_OF_A_SHOWN_IDENTITY = 2;
export const POINTS_OF_A_WRITE = 1;
/** From this share of the hour on, Jira says that little is left. */
export const NEAR_LIMIT = 0.8;

/** Requests a second to one endpoint with one method. */
export const BURST_A_SECOND = { GET: 100, POST: 100, PUT: 50, DELETE: 50 } as const;

export const WRITES_ON_ONE_ISSUE = 20;
export const WRITES_ON_ONE_ISSUE_WITHIN_MS = 2_000;

/** Values of the `RateLimit-Reason` header. */
export const REASONS = {
  quota: 'jira-quota-global-based',
  burst: 'jira-burst-based',
  issue: 'jira-per-issue-on-write',
} as const;
