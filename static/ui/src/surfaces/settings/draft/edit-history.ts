import type { RubricDocument } from './document-path';

/** Steps that can be taken back. */
const kept = 200;

/** Changes of the same place within so many milliseconds are one step: a dragged slider, a typed word. */
const oneStep = 1_500;

export interface EditHistory {
  readonly document: RubricDocument;
  readonly past: readonly RubricDocument[];
  readonly future: readonly RubricDocument[];
  /** What was changed last, and when. */
  readonly last: { readonly what: string; readonly at: number } | null;
}

export function begun(document: RubricDocument): EditHistory {
  return { document, past: [], future: [], last: null };
}

/** `what` tells one place from another; null is always a step of its own. `at` in milliseconds. */
export function changed(history: EditHistory, document: RubricDocument, what: string | null, at: number): EditHistory {
  if (document === history.document) return history;
  const same = what !== null && history.last?.what === what && at - history.last.at < oneStep;
  const past = same ? history.past : [...history.past, history.document].slice(-kept);
  return { document, past, future: [], last: what === null ? null : { what, at } };
}

export function undone(history: EditHistory): EditHistory {
  const document = history.past.at(-1);
  return document === undefined ? history : { document, past: history.past.slice(0, -1), future: [history.document, ...history.future], last: null };
}

export function redone(history: EditHistory): EditHistory {
  const [document, ...future] = history.future;
  return document === undefined ? history : { document, past: [...history.past, history.document], future, last: null };
}
