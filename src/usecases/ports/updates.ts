/** One sending of an update to customers; what was sent to whom is the decision of the same id. */
export interface UpdateRound {
  readonly id: string;
  /** Account id. */
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  /** Still being sent, or cut off while it was. */
  readonly open: boolean;
}

/** Who wrote to the customers of an issue, the newest first, at most 20. */
export interface UpdateRounds {
  readonly issueId: string;
  readonly revision: number;
  readonly rounds: readonly UpdateRound[];
}

export interface UpdateRoundsKept {
  read(issueId: string): Promise<UpdateRounds | null>;
  /** Writes a record whose revision is one more than the stored one (1: of none); false when somebody wrote in between. */
  write(next: UpdateRounds): Promise<boolean>;
  /** Those that do not exist are passed over. */
  remove(issueIds: readonly string[]): Promise<void>;
}
