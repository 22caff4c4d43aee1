import type { WouldGo } from '../retention/would-go';

/** What publishing a rubric would cost at Jira. */
export interface RubricCost {
  /** Issues that it governs, about; null when nobody knows. */
  readonly issues: number | null;
  /** Issues that Jira must be asked for, once; 0 when the ledger holds everything that the rubric asks. */
  readonly reads: number;
  /** Points of Jira's hourly quota for that, about. */
  readonly points: number;
  /** What the ledger does not hold, in words. */
  readonly because: readonly string[];
  /** What it would remove for good after some days; absent where it keeps everything as long as before. */
  readonly removes?: WouldGo;
}
