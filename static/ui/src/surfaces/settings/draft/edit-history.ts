/** Steps that can be taken back. */
const mostSteps = 200;

/** Changes of the same place within so many milliseconds are one step: a dragged slider, a typed word. */
const oneStep = 1_500;

export interface EditHistory<T> {
  readonly now: T;
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** What was changed last, and when. */
  readonly last: { readonly what: string; readonly at: number } | null;
}

export function begun<T>(now: T): EditHistory<T> {
  return { now, past: [], future: [], last: null };
}

/** `what` tells one place from another; null is always a step of its own. `at` in milliseconds. */
export function changed<T>(
  history: EditHistory<T>,
  now: T,
  what: string | null,
  at: number,
): EditHistory<T> {
  if (now === history.now) return history;
  const same = what !== null && history.last?.what === what && at - history.last.at < oneStep;
  const past = same ? history.past : [...history.past, history.now].slice(-mostSteps);
  return { now, past, future: [], last: what === null ? null : { what, at } };
}

export function undone<T>(history: EditHistory<T>): EditHistory<T> {
  if (history.past.length === 0) return history;
  const now = history.past[history.past.length - 1] as T;
  return {
    now,
    past: history.past.slice(0, -1),
    future: [history.now, ...history.future],
    last: null,
  };
}

export function redone<T>(history: EditHistory<T>): EditHistory<T> {
  if (history.future.length === 0) return history;
  const [now, ...future] = history.future as [T, ...T[]];
  return { now, past: [...history.past, history.now], future, last: null };
}
