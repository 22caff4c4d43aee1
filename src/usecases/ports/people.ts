/** Who people are, as the person who asks may know it. */
export interface People {
  /** Display names by account id; who is unknown or deleted is left out. */
  names(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
