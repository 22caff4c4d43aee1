import type { Cause } from '../../core/provenance/cause';
import type { Change } from '../../core/provenance/change';
import { mentionsIn, type Mention } from '../../core/signals/mention';
import type { ScoredIssue } from '../ports/world';
import type { Needs } from './needs';

/** Something that Ballast did for an urgent issue. */
export interface UrgentChange {
  readonly result: ScoredIssue;
  /** Tells it from the others of the same entry, for good. */
  readonly name: string;
  readonly change: Change;
  readonly cause: Cause;
  /** What it is about besides what it names. */
  readonly about?: readonly Mention[];
  readonly now: Date;
}

/** One entry a deed: a repeat after a cut does only what is left, and must not take back what the log has. */
export async function recordUrgentChange(
  { result: { entry, before, inForce }, name, change, cause, about = [], now }: UrgentChange,
  { decisions }: Pick<Needs, 'decisions'>,
): Promise<void> {
  await decisions.record([
    {
      id: `${entry.issueId}:urgent:${before?.revision ?? 'first'}:${name}`,
      issueId: entry.issueId,
      project: entry.project,
      at: now.toISOString(),
      kind: 'urgent',
      changes: [change],
      cause,
      reason: null,
      by: null,
      rubricVersion: inForce.version,
      score: null,
      lines: null,
      mentions: [...new Set([...mentionsIn([change, cause]), ...about])],
    },
  ]);
}
