import type { Change } from '../../core/decisions/decision';
import type { Override } from '../../core/overrides/override';
import type { Asking } from '../access/asking';
import type { Desk } from '../overrides/override-desk';

interface Act {
  /** `proposed`, `approved`: with the override's id it names the entry of the log for good. */
  readonly name: string;
  readonly override: Override;
  readonly changes: readonly Change[];
  readonly cause: string;
  readonly reason: string | null;
}

/** Writes into the issue's log what a person did to an override. */
export async function recordAct(
  { name, override, changes, cause, reason }: Act,
  { entry, inForce }: Desk,
  { world, me, now }: Asking,
): Promise<void> {
  await world.decisions.record([
    {
      id: `${entry.issueId}:override:${override.id}:${name}`,
      issueId: entry.issueId,
      project: entry.project,
      at: now.toISOString(),
      kind: 'override',
      changes,
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
