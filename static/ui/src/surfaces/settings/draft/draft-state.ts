import type { Refusal } from '../../../../../../src/contract';
import { withDefaults } from '../../../../../../src/core/rubric/with-defaults';
import { isRecord, type RubricDocument } from './document-path';
import type { KeptDraft } from './draft';
import { begun, changed, redone, undone, type EditHistory } from './edit-history';

export interface DraftState {
  readonly history: EditHistory;
  /** What the server keeps, and the very document here that it is. */
  readonly kept: KeptDraft;
  readonly keptAs: RubricDocument;
  readonly phase:
    | { readonly is: 'rest' }
    | { readonly is: 'saving'; readonly document: RubricDocument }
    | { readonly is: 'failed'; readonly refusal: Refusal; readonly document: RubricDocument }
    | { readonly is: 'overtaken'; readonly theirs: KeptDraft };
}

export type DraftStep =
  | { readonly do: 'edit'; readonly next: (document: RubricDocument) => RubricDocument; readonly what: string | null; readonly at: number }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'save' }
  | { readonly do: 'kept'; readonly draft: KeptDraft; readonly document: RubricDocument }
  | { readonly do: 'failed'; readonly refusal: Refusal; readonly document: RubricDocument }
  /** Somebody else saved in between, or what is kept was asked for again. */
  | { readonly do: 'overtaken' | 'seen again'; readonly theirs: KeptDraft }
  | { readonly do: 'take'; readonly draft: KeptDraft };

export function openedWith(kept: KeptDraft): DraftState {
  const document = wholeOf(kept.document);
  return { history: begun(document), kept, keptAs: document, phase: { is: 'rest' } };
}

export function isDirty({ history, keptAs }: DraftState): boolean {
  return history.document !== keptAs;
}

export function afterStep(state: DraftState, step: DraftStep): DraftState {
  switch (step.do) {
    case 'edit':
      return { ...state, history: changed(state.history, step.next(state.history.document), step.what, step.at) };
    case 'undo':
      return { ...state, history: undone(state.history) };
    case 'redo':
      return { ...state, history: redone(state.history) };
    case 'save':
      return { ...state, phase: { is: 'saving', document: state.history.document } };
    case 'kept':
      return { ...state, kept: step.draft, keptAs: step.document, phase: { is: 'rest' } };
    case 'failed':
      return { ...state, phase: { is: 'failed', refusal: step.refusal, document: step.document } };
    case 'overtaken':
      return { ...state, phase: { is: 'overtaken', theirs: step.theirs } };
    case 'seen again':
      return seenAgain(state, step.theirs);
    case 'take':
      return taken(state, step.draft);
  }
}

/** A newer state is shown where nothing here would be lost by it; otherwise the person decides. */
function seenAgain(state: DraftState, theirs: KeptDraft): DraftState {
  if (theirs.seen === state.kept.seen || state.phase.is === 'saving') return state;
  // An answer may be older than what was saved here since it was asked for.
  if (theirs.savedAt === null || theirs.savedAt <= (state.kept.savedAt ?? '')) return state;
  return isDirty(state) ? { ...state, phase: { is: 'overtaken', theirs } } : taken(state, theirs);
}

/** Theirs in place of what is here, as a step that can be taken back. */
function taken(state: DraftState, draft: KeptDraft): DraftState {
  const document = wholeOf(draft.document);
  return { history: changed(state.history, document, null, 0), kept: draft, keptAs: document, phase: { is: 'rest' } };
}

/** A document that leaves settings out shows them as they will be. */
function wholeOf(document: unknown): RubricDocument {
  return withDefaults(isRecord(document) ? document : {});
}
