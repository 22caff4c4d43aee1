import type { Signals } from '../../core/signals/signal';
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

/**
 * The signals with the day on which somebody last touched the issue. Jira's `updated` moves when Ballast writes its own fields too: of
 * such a moment the day before it holds, or else a score would renew what it is made from.
 */
export function lastTouched(
  signals: Signals,
  updated: string,
  known: LedgerEntry | undefined,
): Signals {
  const before = known?.signals?.issue.touched;
  // After a write that was cut off nobody knows what moved it: rather renewed for once than a person's edit that counts for nothing.
  if (known === undefined || before === undefined || changedSince(known, updated)) return signals;
  return { ...signals, issue: { ...signals.issue, touched: before } };
}
