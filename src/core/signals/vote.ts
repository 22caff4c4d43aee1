/** One person's rating of one criterion of one issue, as Ballast keeps it. */
export interface Vote {
  /** Account id. */
  readonly by: string;
  readonly value: number;
  /** Day, `2026-11-20`, UTC. */
  readonly at: string;
}

/** By the criterion's id. */
export type Votes = Readonly<Record<string, readonly Vote[]>>;
