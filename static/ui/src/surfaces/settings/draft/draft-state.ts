import type { Refusal } from '../../../../../../src/contract';
import type { Section } from '../../../../../../src/core/rubric/document/inherit';
import { migrated } from '../../../../../../src/core/rubric/document/migrate';
import { withDefaults } from '../../../../../../src/core/rubric/document/with-defaults';
import { isRecord, type RubricDocument } from './document-path';
import { begun, changed, redone, undone, type EditHistory } from './edit-history';
import type { SavedDraft } from './saved-draft';

/** What a person works on. */
export interface Work {
  readonly document: RubricDocument;
  readonly inherits: readonly Section[];
}

export interface DraftState {
  readonly history: EditHistory<Work>;
  /** What the server keeps, and the very work here that it is. */
  readonly kept: SavedDraft;
  readonly keptAs: Work;
  readonly phase:
    | { readonly is: 'rest' | 'saving' }
    | { readonly is: 'failed'; readonly refusal: Refusal; readonly work: Work }
    | { readonly is: 'overtaken'; readonly theirs: SavedDraft };
}

export type DraftStep =
  | {
      readonly do: 'edit';
      readonly next: (work: Work) => Work;
      readonly what: string | null;
      readonly at: number;
    }
  | { readonly do: 'undo' | 'redo' | 'save' }
  | { readonly do: 'kept'; readonly draft: SavedDraft; readonly work: Work }
  | { readonly do: 'failed'; readonly refusal: Refusal; readonly work: Work }
  /** Another window saved in between, or what is kept was asked for again. */
  | { readonly do: 'overtaken' | 'seen again'; readonly theirs: SavedDraft }
  | { readonly do: 'take'; readonly draft: SavedDraft };

export function openedWith(kept: SavedDraft): DraftState {
  const work = workOf(kept);
  return { history: begun(work), kept, keptAs: work, phase: { is: 'rest' } };
}

export function isDirty({ history, keptAs }: DraftState): boolean {
  return history.now !== keptAs;
}

export function afterStep(state: DraftState, step: DraftStep): DraftState {
  switch (step.do) {
    case 'edit':
      return {
        ...state,
        history: changed(state.history, step.next(state.history.now), step.what, step.at),
      };
    case 'undo':
      return { ...state, history: undone(state.history) };
    case 'redo':
      return { ...state, history: redone(state.history) };
    case 'save':
      return { ...state, phase: { is: 'saving' } };
    case 'kept':
      return { ...state, kept: step.draft, keptAs: step.work, phase: { is: 'rest' } };
    case 'failed':
      return { ...state, phase: { is: 'failed', refusal: step.refusal, work: step.work } };
    case 'overtaken':
      return { ...state, phase: { is: 'overtaken', theirs: step.theirs } };
    case 'seen again':
      return seenAgain(state, step.theirs);
    case 'take':
      return taken(state, step.draft);
  }
}

/** A newer state is shown where nothing here would be lost by it; otherwise the person decides. */
function seenAgain(state: DraftState, theirs: SavedDraft): DraftState {
  if (state.phase.is === 'saving' || state.phase.is === 'overtaken' || !isNewer(theirs, state.kept))
    return state;
  return isDirty(state) ? { ...state, phase: { is: 'overtaken', theirs } } : taken(state, theirs);
}

/** An answer may be older than what was saved here since it was asked for. */
function isNewer(theirs: SavedDraft, kept: SavedDraft): boolean {
  if (theirs.base !== kept.base) return theirs.base > kept.base;
  return theirs.savedAt !== null && theirs.savedAt > (kept.savedAt ?? '');
}

/** Theirs in place of what is here, as a step that can be taken back. */
function taken(state: DraftState, draft: SavedDraft): DraftState {
  const work = workOf(draft);
  return {
    history: changed(state.history, work, null, 0),
    kept: draft,
    keptAs: work,
    phase: { is: 'rest' },
  };
}

/** A document that leaves settings out shows them as they will be. */
function workOf({ document, inherits }: SavedDraft): Work {
  return { document: withDefaults(migrated(isRecord(document) ? document : {})), inherits };
}
