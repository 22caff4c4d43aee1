import type { Decision } from '../../core/decisions/decision';

/** The log of every issue. */
export interface Decisions {
  /** Recording the same decision again leaves one entry. */
  record(decisions: readonly Decision[]): Promise<void>;
  /** Of one issue, the newest first, at most 100. One recorded a moment ago may still be missing. */
  of(issueId: string, limit: number): Promise<readonly Decision[]>;
  /** The same in pages of 100; `cursor` is null for the first, `next` after the last. */
  page(
    issueId: string,
    cursor: string | null,
  ): Promise<{ readonly decisions: readonly Decision[]; readonly next: string | null }>;
  /** Ids of issues that the log of a project names, some thousands of entries at a time, from a place on (null: the beginning); `next` is null at the end. */
  issuesOf(
    project: string,
    place: string | null,
  ): Promise<{ readonly issueIds: readonly string[]; readonly next: string | null }>;
  /** Removes at most 100 entries of an issue, any of them; whether more may be left. One recorded a moment ago may still be missed. */
  removeSome(issueId: string): Promise<{ readonly removed: number; readonly more: boolean }>;
  /** Likewise of entries of a project from before a day or moment (as ISO has them). */
  removeOlder(
    project: string,
    before: string,
  ): Promise<{ readonly removed: number; readonly more: boolean }>;
  /** How many entries of a project are from before a day or moment, up to one more than `most`. */
  countOlder(project: string, before: string, most: number): Promise<number>;
  /** By their ids, as they were recorded last; those that do not exist are left out. */
  these(ids: readonly string[]): Promise<readonly Decision[]>;
}
