import type { RemovedCounts } from '../ports/upkeep';
import type { Needs } from './needs';

/** Adds to what was removed since there is a note of it. Repeated after a cut it may count one twice: it is for people to look at. */
export async function noteRemoved(
  removed: Partial<RemovedCounts>,
  { notes }: Pick<Needs, 'notes'>,
  now: Date,
): Promise<void> {
  if (Object.values(removed).every((count) => count === 0)) return;
  const { removed: before } = await notes.read();
  const sum = (what: keyof RemovedCounts): number => (before?.[what] ?? 0) + (removed[what] ?? 0);
  await notes.write({
    removed: {
      at: now.toISOString(),
      since: before?.since ?? now.toISOString(),
      issues: sum('issues'),
      projects: sum('projects'),
      evidence: sum('evidence'),
      decisions: sum('decisions'),
    },
  });
}
