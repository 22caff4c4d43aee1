/** What Atlassian says of an account that was reported: erase, or read again what is stored of it. */
export interface AccountUpdate {
  readonly accountId: string;
  readonly status: 'closed' | 'updated';
}

/** Atlassian's report of the accounts whose ids are stored. */
export interface AccountReports {
  /** At most `MOST_REPORTED` at once. `asOf`: when what is stored of them was last known to be right. */
  report(accountIds: readonly string[], asOf: Date): Promise<readonly AccountUpdate[]>;
}

/** https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ */
export const MOST_REPORTED = 90;
