import type { LedgerEntry } from '../ports/world';

/** Jira's clock and ours may differ by so much. */
const SKEW_MS = 1_000;

/** Whether Jira's `updated` tells of a change since the record was made that Ballast did not make itself by writing its own fields. */
export function changedSince(
  { updated, wrote }: Pick<LedgerEntry, 'updated' | 'wrote'>,
  seen: string,
): boolean {
  const moment = Date.parse(seen);
  if (moment <= Date.parse(updated)) return false;
  return (
    wrote === undefined ||
    moment < Date.parse(wrote.from) - SKEW_MS ||
    moment > Date.parse(wrote.to) + SKEW_MS
  );
}
