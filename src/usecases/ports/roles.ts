/** Project roles, read as the app: Jira shows their members to administrators only. */
export interface Roles {
  /** Which of these roles of a project somebody has, by name; through a group too. Roles that the project lacks are left out. */
  ofPerson(
    project: string,
    accountId: string,
    names: readonly string[],
  ): Promise<readonly string[]>;
}
