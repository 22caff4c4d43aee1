import type { LedgerEntry, ScoredIssue, Trigger, ScoringNeeds } from '../../ports/world';
import {
  dependentsInBacklog,
  dependentsOf,
  isFirst,
  pendingDependent,
  type Dependent,
  type WalkStep,
} from './dependents';
import { requestRescore } from '../request-rescore';
import { isFromLedger, isNews } from '../triggers';

/** For each scored issue the others that are to be scored again because of it. */
export async function findDependents(
  scored: readonly ScoredIssue[],
  trigger: Trigger,
  world: ScoringNeeds,
): Promise<readonly (readonly Dependent[])[]> {
  const steps = scored.map(({ before, entry, spokenForBy = [] }): WalkStep => ({
    before,
    after: entry,
    spokenForBy,
  }));
  if (isNews(trigger)) return steps.map(dependentsOf);
  if (isFromLedger(trigger)) return withoutThoseToCome(scored, steps.map(dependentsOf), world);
  const others = steps.flatMap(({ before, after, spokenForBy = [] }) =>
    isFirst(before) && after !== null ? [...after.blockers, ...after.feeds, ...spokenForBy] : [],
  );
  const inLedger = await entriesOf(others, world);
  return steps.map((step) => dependentsInBacklog(step, (id) => inLedger.get(id)));
}

/** Blockers that still carry the older rubric are yet to come in the same job, and inherit then. */
async function withoutThoseToCome(
  scored: readonly ScoredIssue[],
  all: readonly (readonly Dependent[])[],
  world: ScoringNeeds,
): Promise<readonly (readonly Dependent[])[]> {
  const rubrics = new Map(scored.map(({ entry }) => [entry.project, entry.rubric]));
  const entries = await entriesOf(
    all.flatMap((dependents) =>
      dependents.flatMap(({ id, kind }) => (kind === 'ledger' ? [id] : [])),
    ),
    world,
  );
  const isDue = ({ id, kind }: Dependent): boolean => {
    const entry = entries.get(id);
    return (
      kind === 'read' ||
      (entry !== undefined && entry.rubric === (rubrics.get(entry.project) ?? entry.rubric))
    );
  };
  return all.map((dependents) => dependents.filter(isDue));
}

async function entriesOf(
  ids: readonly string[],
  { ledger }: Pick<ScoringNeeds, 'ledger'>,
): Promise<ReadonlyMap<string, LedgerEntry>> {
  return ids.length === 0 ? new Map() : ledger.read(ids);
}

/** Asks for the pending dependents of these records. */
export async function enqueueDependents(
  entries: readonly LedgerEntry[],
  world: ScoringNeeds,
): Promise<void> {
  const dependents = entries.flatMap(({ pendingDependents }) =>
    pendingDependents.map(pendingDependent),
  );
  for (const kind of ['read', 'ledger'] as const) {
    await requestRescore(
      dependents.filter((one) => one.kind === kind).map(({ id }) => id),
      kind,
      world,
    );
  }
}

/** Asks for them, then clears them from the records that were just written. */
export async function enqueueAndClear(
  entries: readonly LedgerEntry[],
  world: ScoringNeeds,
): Promise<void> {
  const pending = entries.filter(({ pendingDependents }) => pendingDependents.length > 0);
  if (pending.length === 0) return;
  await enqueueDependents(pending, world);
  // Left standing when somebody else wrote meanwhile: whoever scores next asks once more.
  await world.ledger.write(
    pending.map((entry) => ({ ...entry, revision: entry.revision + 1, pendingDependents: [] })),
  );
}
