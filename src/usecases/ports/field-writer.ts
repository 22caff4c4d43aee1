import type { FieldInfo } from '../../core/issue/issue-record';

/** What Ballast writes to an issue; null clears a field. */
export interface FieldValues {
  readonly score: number | null;
  readonly lane: string | null;
  readonly horizon: string | null;
  readonly reasons: string | null;
}

export interface FieldChange {
  readonly issueId: string;
  readonly values: Partial<FieldValues>;
}

/** Writes the app's own read-only fields, in batches. */
export interface FieldWriter {
  /**
   * Returns the ids of issues that are gone; the others are written. `history`: with an entry in the history of each, which also moves
   * its `updated` and sets off mails and rules of others.
   */
  write(
    changes: readonly FieldChange[],
    fields: readonly FieldInfo[],
    history: boolean,
  ): Promise<readonly string[]>;
  /** Ids of the app's fields on this site. @throws Rejected when one is missing. */
  fieldIds(fields: readonly FieldInfo[]): Readonly<Record<keyof FieldValues, string>>;
}
