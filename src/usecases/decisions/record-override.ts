import type { Cause } from '../../core/provenance/cause';
import type { OverrideBecame } from '../../core/provenance/change';
import { doneBy } from '../../core/overrides/done-by';
import type { Override } from '../../core/overrides/override';
import type { Asking } from '../ports/world';
import type { LedgerEntry } from '../ports/ledger';
import type { RubricInForce } from '../ports/rubrics';

interface Act {
  /** `proposed`, `approved`: with the override's id it names the entry of the log for good. */
  readonly name: string;
  readonly override: Override;
  readonly became: OverrideBecame;
  readonly cause: Cause;
  readonly reason: string | null;
}

/** Writes into the issue's log what a person did to an override. */
export async function recordAct(
  { name, override, became, cause, reason }: Act,
  { entry, inForce }: { readonly entry: LedgerEntry; readonly inForce: RubricInForce },
  { world, me, now }: Asking,
): Promise<void> {
  await world.decisions.record([
    {
      id: `${entry.issueId}:override:${override.id}:${name}`,
      issueId: entry.issueId,
      project: entry.project,
      at: now.toISOString(),
      kind: 'override',
      changes: [{ kind: 'override', does: doneBy(override), became, until: override.until }],
      cause,
      reason,
      by: me,
      rubricVersion: inForce.version,
      score: null,
      lines: null,
      mentions: [],
    },
  ]);
}
