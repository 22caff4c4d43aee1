import type { ProjectId } from '../../core/terms/project';
import type { DraftRebased, DraftSave, DraftSaved, DraftView } from '../../contract/drafts';
import { namedDraft } from './named-views';
import {
  changedBeside,
  followed,
  inherited,
  type Section,
} from '../../core/rubric/document/inherit';
import { mergeRubrics, type Side } from '../../core/rubric/document/merge';
import { madeWhole } from '../../core/rubric/document/made-whole';
import { Declined } from '../ports/failures';
import type { Draft } from '../../core/rubric/document/draft';
import { showDraft } from './draft-view';
import { changesBetween, editionAt } from '../rubric/edition';
import {
  followedNow,
  mustPublish,
  openAccess,
  type RubricAccess,
  type SettingsContext,
} from '../access/rubric-access';
import { tooLarge } from '../rubric/size-limit';

/** As it is asked for, with what was left out made good. */
type Saving = Omit<DraftSave, 'project' | 'inherits'> & Required<Pick<DraftSave, 'inherits'>>;

/**
 * Keeps a person's work, broken or not, unless another window of theirs saved meanwhile.
 * @throws Forbidden to whoever could not publish it; Declined when it is too large to be kept
 */
export async function saveDraft(
  project: ProjectId | null,
  saving: Saving,
  context: SettingsContext,
): Promise<DraftSaved> {
  const access = await openAccess(project, context);
  mustPublish(access);
  return keep(saving, access, context);
}

async function keep(
  { document, inherits, base, site, seen }: Saving,
  access: RubricAccess,
  context: SettingsContext,
): Promise<DraftSaved> {
  const large = tooLarge(document);
  if (large !== null)
    throw new Declined(
      `This draft cannot be saved: ${large.problem}`,
      `To go on, ${large.advice}.`,
    );
  const draft = {
    document,
    inherits: access.project === null ? [] : inherits,
    base,
    ...(await siteSeen({ site, seen }, access, context)),
    savedAt: context.now.toISOString(),
  };
  const revision = await context.drafts.save(access.scope, context.me, draft, seen);
  if (revision !== null)
    return { saved: true, draft: await shown({ ...draft, revision }, access, context) };
  const theirs = await context.drafts.mine(access.scope, context.me);
  return { saved: false, conflict: theirs === null ? null : await shown(theirs, access, context) };
}

async function shown(
  draft: Draft,
  access: RubricAccess,
  context: SettingsContext,
): Promise<DraftView> {
  return namedDraft(await showDraft(draft, access, context), context);
}

async function siteSeen(
  { site, seen }: { readonly site: number | undefined; readonly seen: number },
  access: RubricAccess,
  context: SettingsContext,
): Promise<Pick<Draft, 'site'>> {
  if (access.project === null) return {};
  if (site !== undefined) return { site };
  return {
    site:
      (seen === 0 ? null : await context.drafts.mine(access.scope, context.me))?.site ??
      access.site.version,
  };
}

/** @throws Declined when another window saved meanwhile */
export async function discardDraft(
  project: ProjectId | null,
  seen: number,
  context: SettingsContext,
): Promise<void> {
  const { scope } = await openAccess(project, context);
  if (await context.drafts.discard(scope, context.me, seen)) return;
  throw new Declined(
    'You saved this draft in another window meanwhile',
    'Reload to see it, then discard it if you still want to.',
  );
}

/**
 * Puts the person's draft on the newest version: what others changed comes in, what both changed stays the person's until chosen.
 * @throws Declined when there is no draft, or another window saved meanwhile
 */
export async function rebaseDraft(
  project: ProjectId | null,
  seen: number,
  choices: Readonly<Record<string, Side>>,
  context: SettingsContext,
): Promise<DraftRebased> {
  const access = await openAccess(project, context);
  mustPublish(access);
  const draft = await context.drafts.mine(access.scope, context.me);
  if (draft === null)
    throw new Declined(
      'You have no draft here',
      'Reload: you may have published or discarded it in another window.',
    );
  const before = await editionAt(access.scope, draft, context.world.rubrics);
  if (before === null)
    throw new Declined(
      `Version ${draft.base === 0 ? `${draft.site ?? 0} of the site's rubric` : draft.base}, which your draft started from, is gone`,
      'Export your draft, discard it, and import it again.',
    );
  const newest = access.own ?? access.site;
  const mine = inherited(madeWhole(draft.document), draft.inherits, before.rubric);
  const { document, conflicts } = mergeRubrics(
    { base: before.rubric, mine, theirs: newest.rubric },
    choices,
  );
  // Before a project had a rubric of its own, it followed the site's in everything.
  const followedBefore = project === null ? [] : followed(draft.base === 0 ? null : before.stored);
  const next = {
    document,
    inherits: mergedInherits(followedBefore, draft, followedNow(access)),
    base: access.base,
    site: access.site.version,
    seen,
  };
  const saved = await keep(next, access, context);
  if (!saved.saved)
    throw new Declined(
      'You saved this draft in another window meanwhile',
      'Reload to see it, then take the changes in again.',
    );
  return {
    draft: saved.draft,
    conflicts,
    taken:
      access.own === null
        ? changedBeside(draft.inherits, before.rubric, newest.rubric)
        : changesBetween(before, newest),
  };
}

/** What either began to take from the site's rubric, unless the other ceased to. */
function mergedInherits(
  before: readonly Section[],
  { inherits: mine }: Pick<Draft, 'inherits'>,
  theirs: readonly Section[],
): readonly Section[] {
  const all = [...new Set([...mine, ...theirs])];
  return all.filter((section) =>
    before.includes(section) ? mine.includes(section) && theirs.includes(section) : true,
  );
}
