const MOMENT = /-(\d{13,15})$/u;

/**
 * Names an override for good by its author and the moment it was made: of two of one day it alone tells which is the newer. It is later
 * than all that the author has seen, however far ahead another machine's clock was.
 */
export function overrideIdOf(
  by: string,
  now: Date,
  seen: readonly { readonly id: string }[],
): string {
  return `${by}-${Math.max(now.getTime(), ...seen.map(({ id }) => momentIn(id) + 1))}`;
}

/** Milliseconds since 1970; 0 where the id tells none. */
export function momentIn(id: string): number {
  return Number(MOMENT.exec(id)?.[1] ?? 0);
}

/** Orders overrides, the newest first. `at`: the day one was made, UTC. */
export function newerFirst(a: Dated, b: Dated): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return momentIn(b.id) - momentIn(a.id) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

interface Dated {
  readonly id: string;
  readonly at: string;
}
