export interface IssueAsk {
  /** The issue's numeric id, as Jira's own context gives it. */
  readonly issueId: string;
}

/** A project's key, or null for the whole site. */
export interface ScopeAsk {
  readonly project: string | null;
}
