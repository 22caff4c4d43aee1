/** A person as the one who asks may know them; the name is null where Jira does not tell it. */
export interface Who {
  readonly accountId: string;
  readonly name: string | null;
}
