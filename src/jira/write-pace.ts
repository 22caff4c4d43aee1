/** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/#per-issue-on-write-rate-limits */
const WINDOWS = [
  { writes: 20, withinMs: 2_000 },
  { writes: 100, withinMs: 30_000 },
] as const;
const LONGEST_MS = Math.max(...WINDOWS.map(({ withinMs }) => withinMs));

export interface WritePace {
  /** Milliseconds until all of these issues may be written to once more; counts that write. */
  waitFor(issueIds: readonly string[]): number;
}

/** Keeps one client below Jira's limits of 20 writes in 2 seconds and 100 in 30 on one issue. */
export function writePace(clock: () => number): WritePace {
  const moments = new Map<string, readonly number[]>();
  return {
    waitFor(issueIds) {
      const now = clock();
      const recentOf = (id: string): readonly number[] =>
        (moments.get(id) ?? []).filter((at) => at > now - LONGEST_MS);
      const at = Math.max(now, ...issueIds.map((id) => freeAt(recentOf(id), now)));
      for (const id of issueIds) moments.set(id, [...recentOf(id), at]);
      return at - now;
    },
  };
}

/** With all writes of a window behind it, the next may come as soon as the first of them has left the window. */
function freeAt(recent: readonly number[], now: number): number {
  return Math.max(
    now,
    ...WINDOWS.map(({ writes, withinMs }) => (recent.at(-writes) ?? -Infinity) + withinMs),
  );
}
