import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, type Dispatch } from 'react';
import type { DraftView } from '../../../../../../src/contract/drafts';
import type { SettingsView } from '../../../../../../src/contract/settings';
import { ask } from '../../../bridge';
import { NO_ANSWER, Refused } from '../../../reply';
import { isDirty, type DraftState, type DraftStep } from './draft-state';
import { savedDraftOf, publishedOf } from './saved-draft';

/** Milliseconds of quiet before a change is saved. */
const quiet = 800;

export interface LocalDraft {
  readonly state: DraftState;
  readonly step: Dispatch<DraftStep>;
  readonly latest: () => DraftState;
}

interface Autosave {
  readonly save: (seen: number) => void;
  readonly flush: () => Promise<boolean>;
  readonly discard: () => Promise<void>;
}

/** Saves what changed once it is quiet, one save at a time, and never over what another window saved meanwhile. */
export function useAutosave({ state, step, latest }: LocalDraft, view: SettingsView): Autosave {
  const { project, published, inheritance } = view;
  const client = useQueryClient();
  const running = useRef<Promise<boolean> | null>(null);

  /** What others show of the settings follows without asking again. */
  const tell = useCallback(
    (draft: DraftView | null) =>
      client.setQueryData<SettingsView>(
        ['settings.view', { project }],
        (known) => known && { ...known, draft },
      ),
    [client, project],
  );
  const save = useCallback(
    (seen: number): Promise<boolean> => {
      const attempt = async (): Promise<boolean> => {
        const {
          history: { now: work },
          kept: { base, site },
        } = latest();
        step({ do: 'save' });
        try {
          const answer = await ask('draft.save', {
            project,
            ...work,
            base,
            ...(site !== undefined && { site }),
            seen,
          });
          const draft = answer.saved ? answer.draft : answer.conflict;
          step(
            answer.saved
              ? { do: 'kept', draft: savedDraftOf(answer.draft), work }
              : {
                  do: 'overtaken',
                  theirs:
                    draft === null ? publishedOf({ published, inheritance }) : savedDraftOf(draft),
                },
          );
          if (answer.saved) tell(answer.draft);
          return answer.saved;
        } catch (failure) {
          step({
            do: 'failed',
            work,
            refusal: failure instanceof Refused ? failure.refusal : NO_ANSWER,
          });
          return false;
        }
      };
      running.current ??= attempt().finally(() => {
        running.current = null;
      });
      return running.current;
    },
    [step, latest, project, published, inheritance, tell],
  );

  const {
    phase,
    history: { now },
    kept: { revision },
  } = state;
  // A failed save is tried again with the next change, or when asked: not for ever by itself.
  const due =
    view.may.edit === null &&
    isDirty(state) &&
    (phase.is === 'rest' || (phase.is === 'failed' && phase.work !== now));
  useEffect(() => {
    if (!due) return;
    const saveNow = (): void => void save(revision);
    const timer = setTimeout(saveNow, quiet);
    // Whoever leaves the page within the quiet loses nothing.
    window.addEventListener('pagehide', saveNow);
    window.addEventListener('blur', saveNow);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', saveNow);
      window.removeEventListener('blur', saveNow);
    };
  }, [due, now, revision, save]);

  const flush = useCallback(async (): Promise<boolean> => {
    await running.current;
    const at = latest();
    if (!isDirty(at)) return at.phase.is === 'rest';
    return at.phase.is === 'overtaken' ? false : save(at.kept.revision);
  }, [save, latest]);
  const discard = useCallback(async (): Promise<void> => {
    await running.current;
    const { revision: seen } = latest().kept;
    if (seen > 0) await ask('draft.discard', { project, seen });
    step({ do: 'take', draft: publishedOf({ published, inheritance }) });
    tell(null);
    await client.invalidateQueries({ queryKey: ['settings.view'] });
  }, [step, latest, project, published, inheritance, tell, client]);
  return { save: (seen) => void save(seen), flush, discard };
}
