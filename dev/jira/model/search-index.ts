import type { Issue } from './issue';

/**
 * What searches look through. Jira's own lags behind what is written, by seconds as a rule: here by as much as is asked, and by
 * nothing until then.
 */
export interface SearchIndex {
  /** From now on searches see a change so many milliseconds after it was made; 0 lets them see everything at once. */
  setLag(ms: number, issues: Iterable<Issue>): void;
  /** Has all of them as they stand now, as after an import. */
  restart(issues: Iterable<Issue>): void;
  /** An issue has changed at a moment, or is gone. */
  changed(issue: Issue, at: number): void;
  gone(issue: Issue, at: number): void;
  /** The issues as the index has them at a moment, by id; null when it does not lag. */
  late(now: number): ReadonlyMap<number, Issue> | null;
}

interface Waiting {
  readonly id: number;
  readonly at: number;
  /** As it stood then; null when it was gone. */
  readonly issue: Issue | null;
}

export function createSearchIndex(): SearchIndex {
  let lag = 0;
  let indexed = new Map<number, Issue>();
  let waiting: Waiting[] = [];
  const wait = (change: Waiting): void => {
    if (lag > 0) waiting.push(change);
  };
  const restart = (issues: Iterable<Issue>): void => {
    waiting = [];
    indexed = new Map(lag === 0 ? [] : [...issues].map((issue) => [issue.id, { ...issue }]));
  };
  return {
    setLag(ms, issues) {
      lag = ms;
      restart(issues);
    },
    restart,
    changed: (issue, at) => wait({ id: issue.id, at, issue: { ...issue } }),
    gone: ({ id }, at) => wait({ id, at, issue: null }),
    late(now) {
      if (lag === 0) return null;
      let next = waiting[0];
      let taken = 0;
      for (; next !== undefined && next.at + lag <= now; next = waiting[taken]) {
        if (next.issue === null) indexed.delete(next.id);
        else indexed.set(next.id, next.issue);
        taken += 1;
      }
      waiting.splice(0, taken);
      return indexed;
    },
  };
}
