/** Jira's id of a project, in digits. It stays for good, whatever happens to the key, and is never given to another. */
export type ProjectId = string;

/** A project as Jira names it. The key is what people read and write; it may be changed, and be another's afterwards. */
export interface Project {
  readonly id: ProjectId;
  readonly key: string;
}

/** Key of the project that an issue of this key is in. */
export function projectKeyIn(issueKey: string): string {
  return issueKey.slice(0, Math.max(0, issueKey.lastIndexOf('-')));
}
