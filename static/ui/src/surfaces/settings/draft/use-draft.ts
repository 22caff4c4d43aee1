import { useCallback, useEffect, useMemo, useRef, useState, type Dispatch } from 'react';
import type { DraftView } from '../../../../../../src/contract/drafts';
import type { SettingsView } from '../../../../../../src/contract/settings';
import type { Section } from '../../../../../../src/core/rubric/document/inherit';
import { parseRubric, type ParsedRubric } from '../../../../../../src/core/rubric/document/parse';
import { pathText, writeAt, type Path, type RubricDocument } from './document-path';
import type { Draft, Saving } from './draft';
import { afterStep, isDirty, openedWith, type DraftState, type DraftStep } from './draft-state';
import { savedDraftOf, publishedOf, type SavedDraft } from './saved-draft';
import { useAutosave, type LocalDraft } from './use-autosave';

/**
 * Holds the rubric being edited: checks it at every change, takes steps back, and saves by itself. `view` is the answer to
 * `settings.view`; asked again, a newer state is taken over while nothing here waits to be saved.
 */
export function useDraft(view: SettingsView): Draft {
  const {
    published,
    inheritance,
    may: { edit: readOnly },
  } = view;
  const kept = useMemo(
    () =>
      view.draft === null ? publishedOf({ published, inheritance }) : savedDraftOf(view.draft),
    [view.draft, published, inheritance],
  );
  const { state, step, latest } = useDraftState(kept);
  useEffect(() => step({ do: 'seen again', theirs: kept }), [kept, step]);
  const { save, flush, discard } = useAutosave({ state, step, latest }, view);
  const {
    now: { document, inherits },
    past,
    future,
  } = state.history;
  const parsed = useMemo(() => parseRubric(document), [document]);
  const edits = useEdits(step, view);
  return {
    ...edits,
    document,
    inherits,
    parsed,
    readOnly,
    published,
    inheritance,
    flush,
    discard,
    base: state.kept.base,
    site: state.kept.site ?? null,
    lastSound: useLastSound(parsed),
    problems: useProblems(parsed, state),
    warnings: state.kept.warnings,
    overtaken: state.kept.overtaken,
    differs: isDirty(state) || state.kept.savedAt !== null,
    undo: readOnly === null && past.length > 0 ? edits.undo : null,
    redo: readOnly === null && future.length > 0 ? edits.redo : null,
    saving: savingOf(state, step, save),
    seen: state.kept.revision,
  };
}

/** `latest` is ahead of `state` until React draws again: whoever waits for a save must see what it came to. */
function useDraftState(kept: SavedDraft): LocalDraft {
  const [state, setState] = useState(() => openedWith(kept));
  const ref = useRef(state);
  const step = useCallback((taken: DraftStep) => {
    ref.current = afterStep(ref.current, taken);
    setState(ref.current);
  }, []);
  const latest = useCallback(() => ref.current, []);
  return { state, step, latest };
}

function useEdits(
  step: Dispatch<DraftStep>,
  { may: { edit: readOnly }, inheritance }: SettingsView,
): Pick<Draft, 'change' | 'set' | 'follow' | 'adopt'> & {
  readonly undo: () => void;
  readonly redo: () => void;
} {
  const change = useCallback(
    (document: RubricDocument, what: string | null = null, inherits?: readonly Section[]) => {
      if (readOnly === null)
        step({
          do: 'edit',
          next: (work) => ({ document, inherits: inherits ?? work.inherits }),
          what,
          at: Date.now(),
        });
    },
    [step, readOnly],
  );
  const set = useCallback(
    (path: Path, value: unknown) => {
      if (readOnly !== null) return;
      step({
        do: 'edit',
        what: pathText(path),
        at: Date.now(),
        next: ({ document, inherits }) => ({
          document: writeAt(document, path, value),
          inherits: inherits.filter((section) => section !== path[0]),
        }),
      });
    },
    [step, readOnly],
  );
  const follow = useCallback(
    (section: Section) => {
      if (readOnly !== null || inheritance === null) return;
      const { [section]: theirs } = inheritance.site.document;
      step({
        do: 'edit',
        what: null,
        at: 0,
        next: ({ document, inherits }) => ({
          document: { ...document, [section]: theirs },
          inherits: [...inherits.filter((one) => one !== section), section],
        }),
      });
    },
    [step, readOnly, inheritance],
  );
  const undo = useCallback(() => step({ do: 'undo' }), [step]);
  const redo = useCallback(() => step({ do: 'redo' }), [step]);
  const adopt = useCallback(
    (draft: DraftView) => step({ do: 'take', draft: savedDraftOf(draft) }),
    [step],
  );
  return { change, set, follow, adopt, undo, redo };
}

/** The server's problems are of the document that it keeps: they go once that is changed, and come back with the next save. */
function useProblems(parsed: ParsedRubric, state: DraftState): Draft['problems'] {
  const dirty = isDirty(state);
  const fromServer = state.kept.problems;
  return useMemo(() => {
    const own = parsed.ok ? [] : parsed.problems;
    const known = new Set(own.map(({ path, problem }) => `${path} ${problem}`));
    return dirty
      ? own
      : [...own, ...fromServer.filter(({ path, problem }) => !known.has(`${path} ${problem}`))];
  }, [parsed, dirty, fromServer]);
}

function useLastSound(parsed: ParsedRubric): Draft['lastSound'] {
  const [last, setLast] = useState<Draft['lastSound']>(parsed.ok ? parsed.rubric : null);
  if (parsed.ok && last !== parsed.rubric) setLast(parsed.rubric);
  return parsed.ok ? parsed.rubric : last;
}

function savingOf(
  state: DraftState,
  step: Dispatch<DraftStep>,
  save: (seen: number) => void,
): Saving {
  const { phase, kept } = state;
  if (phase.is === 'saving') return { state: 'saving' };
  if (phase.is === 'failed')
    return { state: 'failed', refusal: phase.refusal, retry: () => save(kept.revision) };
  if (phase.is === 'overtaken') {
    const { theirs } = phase;
    return {
      state: 'conflict',
      theirs,
      takeTheirs: () => step({ do: 'take', draft: theirs }),
      keepMine: () => save(theirs.revision),
    };
  }
  if (isDirty(state)) return { state: 'waiting' };
  return kept.savedAt === null ? { state: 'unchanged' } : { state: 'saved', at: kept.savedAt };
}
