import type { Decision } from '../../core/decisions/decision';

/** The log of every issue. */
export interface Decisions {
  /** Recording the same decision again leaves one entry. */
  record(decisions: readonly Decision[]): Promise<void>;
  /** Of one issue, the newest first, at most 100. One recorded a moment ago may still be missing. */
  of(issueId: string, limit: number): Promise<readonly Decision[]>;
}
