import type { DraftView } from '../../contract/drafts';
import { rubricDifference } from '../../core/rubric/document/difference';
import { inheritanceChanges, inherited } from '../../core/rubric/document/inherit';
import { parseRubric } from '../../core/rubric/document/parse';
import { problemsOnSite } from '../../core/setup-check/site-check';
import { isPlain } from '../../core/rubric/document/with-defaults';
import type { Draft } from '../../core/rubric/document/draft';
import { followedNow, type RubricAccess, type SettingsContext } from '../access/rubric-access';
import { tooLarge } from '../rubric/size-limit';
import { overtakenBy, type Overtaking } from './newer-version';

/** A draft before anybody in it is named. */
export interface ShownDraft extends Omit<DraftView, 'overtaken'> {
  readonly overtaken: Overtaking | null;
}

/** What is to be said of a document before it is published. */
export type Findings = Pick<DraftView, 'problems' | 'warnings' | 'changes'>;

export async function showDraft(
  draft: Draft,
  access: RubricAccess,
  context: SettingsContext,
): Promise<ShownDraft> {
  // What it takes from the site's rubric is shown as it is there now: that is what would be published.
  const document = isPlain(draft.document)
    ? inherited(draft.document, draft.inherits, access.site.rubric)
    : draft.document;
  return {
    ...draft,
    document,
    ...(await findingsOn(draft, access, context)),
    overtaken: await overtakenBy(draft, access, context),
  };
}

export async function findingsOn(
  { document, inherits }: Pick<Draft, 'document' | 'inherits'>,
  access: RubricAccess,
  { world }: SettingsContext,
): Promise<Findings> {
  const { site, inForce } = access;
  const parsed = parseRubric(
    isPlain(document) ? inherited(document, inherits, site.rubric) : document,
  );
  if (!parsed.ok) return { problems: parsed.problems, warnings: [], changes: null };
  const large = tooLarge(parsed.rubric);
  const before = inForce.problems.length > 0 ? [] : rubricDifference(inForce.rubric, parsed.rubric);
  return {
    problems: large === null ? [] : [large],
    warnings: problemsOnSite(parsed.rubric, await world.siteFields.all()),
    changes: [...inheritanceChanges(followedNow(access), inherits), ...before],
  };
}
