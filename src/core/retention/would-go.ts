/** How many there are, as far as they were counted: `more` where there may be others. */
interface Counted {
  readonly count: number;
  readonly more: boolean;
}

/** What goes for good once a rubric that keeps things for a shorter time is in force. */
export interface WouldGo {
  /** Day (UTC) from which on it goes. */
  readonly from: string;
  /** Pieces of resolved evidence; null where they are kept as long as before. */
  readonly evidence: Counted | null;
  /** Entries of the log, likewise. */
  readonly decisions: Counted | null;
}
