import type { DevSite } from '../../dev-site';
import { make, type Edit } from './edits';

/** What one edit sets off, from the product event to the last field that is written and the last look whether more is to do. */
export interface EditWork {
  /** Whole cards made. */
  readonly cards: number;
  /** Times that all criteria of an issue were weighed, for a card or for a part of one. */
  readonly evaluations: number;
  /** Units of storage. */
  readonly storageReads: number;
  readonly storageWrites: number;
  readonly jiraCalls: number;
  /** Points of Jira's hourly quota. */
  readonly points: number;
  readonly invocations: number;
  /** Real milliseconds of the app's functions, without those of the stand-ins for Jira, storage and queues. */
  readonly computingMs: number;
}

/** How often something has been called since the process began. */
export interface Counters {
  readonly cards: () => number;
  readonly evaluations: () => number;
}

/** Null when a schedule came due meanwhile: what that does is not this edit's work. */
export async function measuredEdit(
  edit: Edit,
  dev: DevSite,
  { cards, evaluations }: Counters,
): Promise<EditWork | null> {
  const before = { ...dev.host.invocations.totals(), cards: cards(), evaluations: evaluations() };
  const doors = new Set<string>();
  const stop = dev.host.invocations.subscribe(({ door }) => doors.add(door));
  await make(edit, dev);
  await dev.host.settle();
  stop();
  if (doors.has('schedule')) return null;
  const after = dev.host.invocations.totals();
  return {
    cards: cards() - before.cards,
    evaluations: evaluations() - before.evaluations,
    storageReads: after.kvsReads - before.kvsReads,
    storageWrites: after.kvsWrites - before.kvsWrites,
    jiraCalls: after.jiraCalls - before.jiraCalls,
    points: after.points - before.points,
    invocations: after.invocations - before.invocations,
    computingMs: after.durationMs - before.durationMs - (after.standInMs - before.standInMs),
  };
}
