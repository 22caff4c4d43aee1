import { stillAsIn } from '../../../../../../src/core/rubric/document/inherit';
import { isWeighted, sharesOf } from '../../../../../../src/core/rubric/document/shares';
import { listAt, numberAt, textAt, writeAt, type RubricDocument } from '../draft/document-path';
import type { Draft } from '../draft/draft';
import type { StagedChange, StagedVersion, StagedWeight } from './staged-change';
import type { DraftOutcome } from '../rubric-changes/draft-outcome';

type ChangeableDraft = Pick<Draft, 'document' | 'inherits' | 'change' | 'inheritance'>;

/** As a step that can be taken back. */
export function applyStagedChange(draft: ChangeableDraft, staged: StagedChange): DraftOutcome {
  return 'version' in staged ? applyVersion(draft, staged) : applyWeight(draft, staged);
}

/** A part goes on following the site's rubric only where that still says the same: what comes back is what was. */
function applyVersion(
  { change, inheritance }: ChangeableDraft,
  { version, document, inherits }: StagedVersion,
): DraftOutcome {
  change(
    { ...document },
    null,
    inheritance === null ? [] : stillAsIn(inheritance.site.document, document, inherits),
  );
  return { what: 'version applied', version };
}

/** Changes one weight of the draft; whatever else stands in it stays. */
function applyWeight(
  draft: ChangeableDraft,
  { criterion, label, weight }: StagedWeight,
): DraftOutcome {
  const { document } = draft;
  const at = placeOf(document, criterion);
  if (at < 0)
    return { what: 'not applied', label, because: 'Your draft has no such criterion any more.' };
  if (numberAt(document, ['criteria', at, 'weight']) === weight)
    return { what: 'not applied', label, because: 'Your draft says so already.' };
  const next =
    weight === 0
      ? writeAt(document, ['criteria', at], undefined)
      : writeAt(document, ['criteria', at, 'weight'], weight);
  draft.change(
    next,
    null,
    draft.inherits.filter((section) => section !== 'criteria'),
  );
  return {
    what: 'weight applied',
    label,
    from: shareIn(document, criterion),
    to: shareIn(next, criterion),
  };
}

function shareIn(document: RubricDocument, criterion: string): number | null {
  if (!isWeighted(textAt(document, ['method', 'kind']))) return null;
  return (
    sharesOf(listAt(document, ['criteria']).map((one) => numberAt(one, ['weight']) ?? 0))[
      placeOf(document, criterion)
    ] ?? null
  );
}

function placeOf(document: RubricDocument, criterion: string): number {
  return listAt(document, ['criteria']).findIndex((one) => textAt(one, ['id']) === criterion);
}
