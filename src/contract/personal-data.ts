export interface PersonalDataContract {
  /** Everything that is stored of an account, part by part. Jira administrators only. */
  readonly 'personalData.export': {
    readonly ask: PersonalDataAsk;
    readonly answer: PersonalDataPart;
  };
}

export interface PersonalDataAsk {
  readonly accountId: string;
  /** Where the part before ended; null for the first. */
  readonly from: string | null;
}

export interface PersonalDataPart {
  readonly entries: readonly StoredOfPerson[];
  /** Records that were looked at for this part. */
  readonly looked: number;
  /** Where the next part begins; null after the last. */
  readonly next: string | null;
}

/** One place at which the person stands. */
export interface StoredOfPerson {
  /** `Log of decisions`. */
  readonly kind: string;
  /** Whose id stands there: `author`. */
  readonly as: string;
  /** Where in the record. */
  readonly member: string;
  readonly issueId: string | null;
  readonly project: string | null;
  /** Day or ISO time. */
  readonly at: string | null;
  /** What stands beside it: the value of a rating, the reason of an override. */
  readonly beside: Readonly<Record<string, string | number | boolean>>;
  /** It belongs to an issue that the administrator may not see, or that is gone: which one, and what stands beside it, is left out. */
  readonly hidden?: true;
}
