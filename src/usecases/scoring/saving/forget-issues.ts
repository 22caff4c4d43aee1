import type { ScoringNeeds } from '../../ports/world';
import { asPending, dependentsOf } from './dependents';
import { enqueueDependents } from './pending-dependents';
import { requestRescore } from '../request-rescore';

/** Forgets issues that are gone from Jira, once what depended on them is asked to be scored again. */
export async function forgetIssues(ids: readonly string[], world: ScoringNeeds): Promise<void> {
  if (ids.length === 0) return;
  const entries = await world.ledger.read(ids);
  await world.ledger.keepTombstones(
    ids.filter((id) => /^\d+$/u.test(id) && !entries.has(id)),
    new Date(world.clock()),
  );
  const known = [...entries.values()].filter(({ key }) => key !== '');
  if (known.length === 0) return;
  const emptied = known.map((before) => ({
    ...before,
    open: false,
    own: null,
    blocks: [],
    pendingDependents: dependentsOf({ before, after: null }).map(asPending),
  }));
  const overtaken = await world.ledger.write(emptied);
  await enqueueDependents(emptied, world);
  await world.votes.forget(emptied.map(({ issueId }) => issueId));
  await world.ledger.remove(
    emptied.map(({ issueId }) => issueId).filter((id) => !overtaken.includes(id)),
  );
  await requestRescore(overtaken, 'read', world);
}
