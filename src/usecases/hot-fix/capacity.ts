import { overCap, type OverCap, type Pausable } from '../../core/hot-fix/over-cap';
import type { ProjectId } from '../../core/terms/project';
import { overridesInForce } from '../../core/overrides/overrides-in-force';
import { memberOf, openWork } from '../scoring/open-issues';
import { plansOf } from '../rubric/scoring-plans';
import type { LedgerEntry } from '../ports/world';
import type { RubricInForce } from '../ports/rubrics';
import type { Needs } from './needs';

/**
 * Whether the hot fixes of a project take more than the policy lets them, from the ledger; null while they do not.
 * @param known entries of the project that were just worked out: the index may lag behind them
 */
export async function capOf(
  { project, known }: { readonly project: ProjectId; readonly known: readonly LedgerEntry[] },
  inForce: RubricInForce,
  world: Pick<Needs, 'ledger'>,
  now: Date,
): Promise<OverCap | null> {
  if (inForce.rubric.capacity.lanes['hot fix'] === undefined) return null;
  const { entries } = await openWork(project, world);
  const plan = plansOf(() => inForce)(project);
  const ids = new Set(known.map(({ issueId }) => issueId));
  const members = [...entries.filter(({ issueId }) => !ids.has(issueId)), ...known].flatMap(
    (one): readonly Pausable[] =>
      memberOf(one, plan).map((member) => ({
        ...member,
        begun: one.signals?.issue.category === 'indeterminate',
        paused: overridesInForce(one.signals?.overrides ?? [], now).pause !== null,
      })),
  );
  return overCap(members, inForce.rubric.capacity);
}
