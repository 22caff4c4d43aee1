/** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/#per-issue-on-write-rate-limits */
const WRITES = 20;
const WITHIN_MS = 2_000;

export interface WritePace {
  /** Milliseconds until all of these issues may be written to once more; counts that write. */
  waitFor(issueIds: readonly string[]): number;
}

/** Keeps one client below Jira's limit of 20 writes in 2 seconds on one issue. */
export function writePace(clock: () => number): WritePace {
  const moments = new Map<string, readonly number[]>();
  return {
    waitFor(issueIds) {
      const now = clock();
      const recentOf = (id: string): readonly number[] =>
        (moments.get(id) ?? []).filter((at) => at > now - WITHIN_MS);
      const at = Math.max(now, ...issueIds.map((id) => freeAt(recentOf(id), now)));
      for (const id of issueIds) moments.set(id, [...recentOf(id), at]);
      return at - now;
    },
  };
}

/** With 20 writes behind it the next may come as soon as the one 20 before it is 2 seconds old. */
function freeAt(recent: readonly number[], now: number): number {
  const oldest = recent.at(-WRITES);
  return oldest === undefined ? now : oldest + WITHIN_MS;
}
