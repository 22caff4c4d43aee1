import type { Change } from '../../core/decisions/decision';
import type { ScoredIssue, World } from '../ports/world';

/** Something that Ballast did for an urgent issue. */
export interface Deed {
  readonly result: ScoredIssue;
  /** Tells it from the others of the same entry; what changes, where nothing else does. */
  readonly name?: string;
  readonly change: Change;
  readonly cause: string;
  readonly mentions: readonly string[];
  readonly now: Date;
}

/** One entry a deed: a repeat after a cut does only what is left, and must not take back what the log has. */
export async function recordDeed(
  {
    result: { entry, before, inForce },
    change,
    cause,
    name = change.what.replaceAll(' ', '-'),
    mentions,
    now,
  }: Deed,
  { decisions }: Pick<World, 'decisions'>,
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
      mentions,
    },
  ]);
}
