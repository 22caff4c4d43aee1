import { useCallback, useEffect, useRef, type Dispatch } from 'react';
import { NO_ANSWER, Refused } from '../../../reply';
import type { DraftStore } from './draft';
import { isDirty, type DraftState, type DraftStep } from './draft-state';

/** Milliseconds of quiet before a change is saved. */
const quiet = 800;

interface Autosave {
  readonly now: (seen: string) => void;
  readonly flush: () => Promise<boolean>;
  readonly discard: () => Promise<void>;
}

/** Saves what changed once it is quiet, one save at a time, and never over what somebody else saved meanwhile. */
export function useAutosave(state: DraftState, step: Dispatch<DraftStep>, store: DraftStore, mayEdit: boolean): Autosave {
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  const running = useRef<Promise<boolean> | null>(null);

  const save = useCallback(
    (seen: string): Promise<boolean> => {
      const attempt = async (): Promise<boolean> => {
        const { document } = latest.current.history;
        step({ do: 'save' });
        try {
          const answer = await store.save(document, seen);
          step(answer.kept ? { do: 'kept', draft: answer.draft, document } : { do: 'overtaken', theirs: answer.theirs });
          return answer.kept;
        } catch (failure) {
          step({ do: 'failed', document, refusal: failure instanceof Refused ? failure.refusal : NO_ANSWER });
          return false;
        }
      };
      running.current ??= attempt().finally(() => { running.current = null; });
      return running.current;
    },
    [step, store],
  );

  const { phase, history: { document }, kept } = state;
  // A failed save is tried again with the next change, or when asked: not for ever by itself.
  const due = mayEdit && isDirty(state) && (phase.is === 'rest' || (phase.is === 'failed' && phase.document !== document));
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => void save(kept.seen), quiet);
    return () => clearTimeout(timer);
  }, [due, document, kept.seen, save]);

  // Whoever leaves the page within the quiet loses nothing.
  useEffect(() => {
    if (!due) return;
    const leaving = (): void => void save(kept.seen);
    window.addEventListener('pagehide', leaving);
    window.addEventListener('blur', leaving);
    return () => {
      window.removeEventListener('pagehide', leaving);
      window.removeEventListener('blur', leaving);
    };
  }, [due, kept.seen, save]);

  const flush = useCallback(async (): Promise<boolean> => {
    await running.current;
    const { phase: now, kept: base } = latest.current;
    if (!isDirty(latest.current)) return now.is === 'rest';
    return now.is === 'overtaken' ? false : save(base.seen);
  }, [save]);
  const discard = useCallback(async (): Promise<void> => {
    await running.current;
    step({ do: 'take', draft: await store.discard(latest.current.kept.seen) });
  }, [step, store]);
  return { now: (seen) => void save(seen), flush, discard };
}
