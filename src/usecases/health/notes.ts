import type { Job } from '../../core/jobs/job';
import { withoutPeople } from '../../core/terms/account-id';
import { NotKept } from '../ports/failures';
import type { Failure } from '../ports/world';
import type { Needs } from './needs';

const FAILURES_KEPT = 30;

/** Adds to the list of what went wrong, the newest first. */
export async function noteFailures(
  failures: readonly Omit<Failure, 'at'>[],
  { notes }: Pick<Needs, 'notes'>,
  now: Date,
): Promise<void> {
  if (failures.length === 0) return;
  const at = now.toISOString();
  const { failures: before = [] } = await notes.read();
  await notes.write({
    failures: [
      ...failures.map(({ what, why }) => ({ at, what, why: withoutPeople(why) })),
      ...before,
    ].slice(0, FAILURES_KEPT),
  });
}

/** Does what a person asked for; that storage did not take it stands among the failures too, as it may stop others as well. */
export async function notingNotKept<T>(
  what: string,
  work: () => Promise<T>,
  world: Pick<Needs, 'notes'>,
  now: Date,
): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    // A note that cannot be kept is no reason to hide what happened.
    if (failure instanceof NotKept)
      await noteFailures([{ what, why: failure.message }], world, now).catch(() => undefined);
    throw failure;
  }
}

export async function noteRun(
  taken: { readonly issues: number; readonly lag: number },
  { notes, clock }: Pick<Needs, 'notes' | 'clock'>,
): Promise<void> {
  await notes.write({ drained: { at: new Date(clock()).toISOString(), ...taken } });
}

/** The next reconciliation looks back to when this one began; one that gave up leaves the older mark. */
export async function noteReconciled(
  { startedAt, done, changed, note }: Job,
  { notes }: Pick<Needs, 'notes'>,
): Promise<void> {
  if (note === null)
    await notes.write({ reconciled: { at: startedAt, looked: done, repaired: changed } });
}

/** A note that cannot be kept is no reason to fail the rule whose wish was granted. */
export async function noteActed(
  what: string,
  refused: string | null,
  { notes }: Pick<Needs, 'notes'>,
  now: Date,
): Promise<void> {
  await notes
    .write({
      acted: {
        at: now.toISOString(),
        what,
        refused: refused === null ? null : withoutPeople(refused),
      },
    })
    .catch(() => undefined);
}
