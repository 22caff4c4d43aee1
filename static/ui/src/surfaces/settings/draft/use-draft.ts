import { useCallback, useEffect, useMemo, useReducer, useState, type Dispatch } from 'react';
import { parseRubric, type ParsedRubric } from '../../../../../../src/core/rubric/parse';
import { pathText, writeAt, type Path, type RubricDocument } from './document-path';
import type { Draft, DraftStore, KeptDraft, Saving } from './draft';
import { afterStep, isDirty, openedWith, type DraftState, type DraftStep } from './draft-state';
import { useAutosave } from './use-autosave';

interface Opening {
  /** The draft as the server keeps it now. A newer one, asked for again, is taken over while nothing here waits to be saved. */
  readonly kept: KeptDraft;
  readonly store: DraftStore;
  /** Why this person may not edit; null when they may. */
  readonly readOnly: string | null;
}

/** Holds the rubric being edited: checks it at every change, takes steps back, and saves by itself. */
export function useDraft({ kept, store, readOnly }: Opening): Draft {
  const [state, step] = useReducer(afterStep, kept, openedWith);
  useEffect(() => step({ do: 'seen again', theirs: kept }), [kept]);
  const save = useAutosave(state, step, store, readOnly === null);
  const { document, past, future } = state.history;
  const parsed = useMemo(() => parseRubric(document), [document]);
  const problems = useProblems(parsed, state);
  const change = useCallback(
    (next: RubricDocument, what: string | null = null) => {
      if (readOnly === null) step({ do: 'edit', next: () => next, what, at: Date.now() });
    },
    [readOnly],
  );
  const set = useCallback(
    (path: Path, value: unknown) => {
      if (readOnly === null) step({ do: 'edit', next: (before) => writeAt(before, path, value), what: pathText(path), at: Date.now() });
    },
    [readOnly],
  );
  const undo = useCallback(() => step({ do: 'undo' }), []);
  const redo = useCallback(() => step({ do: 'redo' }), []);
  const { flush, discard } = save;
  return {
    document, parsed, problems, readOnly, change, set, flush, discard,
    lastSound: useLastSound(parsed),
    undo: readOnly === null && past.length > 0 ? undo : null,
    redo: readOnly === null && future.length > 0 ? redo : null,
    saving: savingOf(state, step, save.now),
    seen: state.kept.seen,
  };
}

/** The server's problems are of the document it keeps: they go once that is changed, and come back with the next save. */
function useProblems(parsed: ParsedRubric, state: DraftState): Draft['problems'] {
  const fromServer = state.kept.problems;
  return useMemo(() => {
    const own = parsed.ok ? [] : parsed.problems;
    const told = new Set(own.map(({ path, problem }) => `${path} ${problem}`));
    return [...own, ...fromServer.filter(({ path, problem }) => !told.has(`${path} ${problem}`))];
  }, [parsed, fromServer]);
}

function useLastSound(parsed: ParsedRubric): Draft['lastSound'] {
  const [last, setLast] = useState<Draft['lastSound']>(parsed.ok ? parsed.rubric : null);
  if (parsed.ok && last !== parsed.rubric) setLast(parsed.rubric);
  return parsed.ok ? parsed.rubric : last;
}

function savingOf(state: DraftState, step: Dispatch<DraftStep>, saveNow: (seen: string) => void): Saving {
  const { phase, kept } = state;
  if (phase.is === 'saving') return { state: 'saving' };
  if (phase.is === 'failed') return { state: 'failed', refusal: phase.refusal, retry: () => saveNow(kept.seen) };
  if (phase.is === 'overtaken') {
    const { theirs } = phase;
    return { state: 'conflict', theirs, takeTheirs: () => step({ do: 'take', draft: theirs }), keepMine: () => saveNow(theirs.seen) };
  }
  if (isDirty(state)) return { state: 'waiting' };
  return kept.savedAt === null ? { state: 'unchanged' } : { state: 'saved', at: kept.savedAt };
}
