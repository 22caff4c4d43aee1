/** Attributes are what the indexes sort by (manifest: storage.entities); the rest is one packed text. */
export interface LedgerRecord {
  readonly issueId: string;
  readonly issueKey: string;
  readonly project: string;
  readonly lane: string;
  readonly score: number;
  readonly scoredDay: number;
  readonly wakeDay: number;
  readonly shelf: string;
  /** `PAY:own-3`: see `judgedAs`. */
  readonly judged: string;
  readonly revision: number;
  readonly body: string;
}
