/** One place of a stored record at which a person stands. */
export interface PersonStanding {
  readonly accountId: string;
  /** In words: `the log of decisions`. */
  readonly kind: string;
  /** Whose id stands there, in words: `author`. */
  readonly as: string;
  /** Where in the record, `body.votes.impact.0.by`: for whoever looks after the data. */
  readonly member: string;
  readonly issueId: string | null;
  /** As the record has it. */
  readonly project: string | null;
  /** Day or ISO time; null where the record tells none. */
  readonly at: string | null;
  /** What stands beside it: the value of a rating, the reason of an override. */
  readonly beside: Readonly<Record<string, string | number | boolean>>;
}

/** A stored record with the people in it. */
export interface RecordOfPeople {
  /** Names the record for the one who replaces people in it; opaque to others. */
  readonly place: string;
  readonly people: readonly PersonStanding[];
}

export interface PageOfPeople {
  /** Those in which anybody stands. */
  readonly records: readonly RecordOfPeople[];
  /** How many were looked at. */
  readonly looked: number;
  /** Where to go on; null at the end. A place that has aged begins its part again: what was done there is done once more. */
  readonly next: string | null;
}

/** Account ids in everything that is stored. */
export interface StoredPeople {
  /** The next part of all records, from the beginning for null. One written a moment ago may be missing. @throws Declined for a place that is none */
  page(from: string | null): Promise<PageOfPeople>;
  /** Puts other ids in the place of account ids; what belonged to one of them alone is removed. False while others keep changing the record. */
  replace(place: string, ids: ReadonlyMap<string, string>): Promise<boolean>;
  readonly register: PeopleRegister;
}

/** The account ids that a run has found, until it is over. */
export interface PeopleRegister {
  add(run: string, accountIds: readonly string[]): Promise<void>;
  /** Those from a portion on, a few at least where there are any, and the portion that comes next; null after the last. */
  portion(
    run: string,
    from: number,
  ): Promise<{ readonly accountIds: readonly string[]; readonly next: number | null }>;
  /** Keeps what is to stand for people whose accounts are closed. One that is kept already stays. */
  close(run: string, ids: ReadonlyMap<string, string>): Promise<void>;
  /** What stands for those of these people whose accounts are closed. */
  closed(run: string, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  forget(run: string): Promise<void>;
}
