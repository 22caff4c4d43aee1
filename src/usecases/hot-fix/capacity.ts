import { overCap, type OverCap, type Pausable } from '../../core/hot-fix/over-cap';
import { overridesInForce } from '../../core/overrides/overrides-in-force';
import { memberOf, openWork } from '../scoring/open-issues';
import { plansOf } from '../rubric/scoring-plans';
import type { LedgerEntry } from '../ports/world';
import type { RubricInForce } from '../ports/rubrics';
import type { Needs } from './needs';

/** Whether the hot fixes of an issue's project take more than the policy lets them, from the ledger; null while they do not. */
export async function capOf(
  entry: LedgerEntry,
  inForce: RubricInForce,
  world: Pick<Needs, 'ledger'>,
  now: Date,
): Promise<OverCap | null> {
  if (inForce.rubric.capacity.lanes['hot fix'] === undefined) return null;
  const { entries } = await openWork(entry.project, world);
  const plan = plansOf(() => inForce)(entry.project);
  // The index may lag behind what was just worked out for the issue itself.
  const members = [...entries.filter(({ issueId }) => issueId !== entry.issueId), entry].flatMap(
    (one): readonly Pausable[] =>
      memberOf(one, plan).map((member) => ({
        ...member,
        begun: one.signals?.issue.category === 'indeterminate',
        paused: overridesInForce(one.signals?.overrides ?? [], now).pause !== null,
      })),
  );
  return overCap(members, inForce.rubric.capacity);
}
