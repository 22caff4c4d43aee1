import { useContext, useEffect } from 'react';
import type { Draft } from '../draft/draft';
import { PutInDraft } from './staged-change';
import type { Done } from '../publish/rubric-action';
import { putInDraft } from './apply-staged-change';

/** Takes what another tab offers into the draft, once, and tells what came of it. */
export function usePutIn(draft: Draft, tell: (done: Done) => void): void {
  const { waiting, taken } = useContext(PutInDraft);
  useEffect(() => {
    if (waiting === null) return;
    if (draft.readOnly === null) tell(putInDraft(draft, waiting));
    taken();
  }, [waiting, taken, draft, tell]);
}
