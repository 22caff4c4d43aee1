import type { Reading } from '../../core/issue/reading';
import type { LedgerEntry, ScoredIssue, ScoringNeeds } from '../ports/world';
import type { IssueSight } from '../ports/people';
import { rubricsOf } from '../rubric/in-force';
import { changedSince } from './changed-since';
import { withAttached } from './gather-signals';
import { holdsFor } from './ledger-covers-rubric';
import { scoreFromLedger } from './rescore-from-ledger';

/**
 * Scores an open issue from what the ledger holds of it, without a single read from Jira; null where somebody has changed it since it
 * was read, and where the ledger does not hold what the rubric asks for. What other issues say of it reaches the ledger by their events.
 */
export async function scoreUnchanged(
  issueId: string,
  sight: IssueSight,
  world: ScoringNeeds,
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
  const [scored] = await scoreFromLedger(
    [{ known, signals }],
    { rubricOf, trigger: 'time' },
    world,
    now,
  );
  return scored ?? null;
}

function isUnchanged(known: LedgerEntry, sight: IssueSight): boolean {
  const readings = known.signals?.readings ?? {};
  return (
    !changedSince(known, sight.updated) &&
    agrees(readings['votes'], sight.votes) &&
    agrees(readings['watchers'], sight.watchers)
  );
}

/** Of what the rubric does not read nothing is held, and nothing has to agree. */
function agrees(gathered: Reading | undefined, seen: number | null): boolean {
  return (
    gathered === undefined || (gathered.state === 'known' ? gathered.value === seen : seen === null)
  );
}
