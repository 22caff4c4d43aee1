import { useContext, useEffect } from 'react';
import type { Draft } from '../draft/draft';
import { StagedChangeContext } from './staged-change';
import type { DraftOutcome } from '../rubric-changes/draft-outcome';
import { applyStagedChange } from './apply-staged-change';

/** Applies to the draft what another tab has staged, once, and says what came of it. */
export function useStagedChange(draft: Draft, report: (outcome: DraftOutcome) => void): void {
  const { staged, clear } = useContext(StagedChangeContext);
  useEffect(() => {
    if (staged === null) return;
    if (draft.readOnly === null) report(applyStagedChange(draft, staged));
    clear();
  }, [staged, clear, draft, report]);
}
