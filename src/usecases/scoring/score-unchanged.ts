import type { Reading } from '../../core/issue/reading';
import type { LedgerEntry, ScoredIssue, World } from '../ports/world';
import type { IssueSight } from '../ports/people';
import { rubricsOf } from '../rubric/in-force';
import { withAttached } from './gather-signals';
import { holdsFor } from './ledger-covers-rubric';
import { scoreFromLedger } from './rescore-from-ledger';

/** Jira's clock and ours may differ by so much. */
const SKEW_MS = 1_000;

/**
 * Scores an open issue from what the ledger holds of it, without a single read from Jira; null where somebody has changed it since it
 * was read, and where the ledger does not hold what the rubric asks for. What other issues say of it reaches the ledger by their events.
 */
export async function scoreUnchanged(
  issueId: string,
  sight: IssueSight,
  world: World,
  now: Date,
): Promise<ScoredIssue | null> {
  const known = (await world.ledger.read([issueId])).get(issueId);
  if (known?.open !== true || known.unreadable === true || !isUnchanged(known, sight)) return null;
  const rubricOf = await rubricsOf([known.project], world.rubrics);
  const holds = await holdsFor([known], rubricOf, world.rubrics);
  if (!holds(known)) return null;
  const inForce = rubricOf(known.project);
  const signals = known.signals === null ? null : await withAttached(known.signals, inForce, world);
  if (signals === null) return null;
  const [scored] = await scoreFromLedger([{ known, signals }], rubricOf, 'time', world, now);
  return scored ?? null;
}

/** Whether Jira shows nothing that came after the reading but what Ballast wrote itself. */
function isUnchanged({ updated, readAt, wrote, signals }: LedgerEntry, sight: IssueSight): boolean {
  if (!counts(signals?.readings['votes'], sight.votes)) return false;
  if (!counts(signals?.readings['watchers'], sight.watchers)) return false;
  const seen = Date.parse(sight.updated);
  if (seen <= Date.parse(updated)) return true;
  return (
    wrote !== undefined &&
    wrote.from >= readAt &&
    seen >= Date.parse(wrote.from) - SKEW_MS &&
    seen <= Date.parse(wrote.to) + SKEW_MS
  );
}

/** Of what the rubric does not read nothing is held, and nothing has to agree. */
function counts(held: Reading | undefined, seen: number | null): boolean {
  return held === undefined || (held.state === 'known' ? held.value === seen : seen === null);
}
