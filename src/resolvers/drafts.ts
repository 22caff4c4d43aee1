import { z } from 'zod';
import type { DraftsContract } from '../contract/drafts';
import { discardDraft, rebaseDraft, saveDraft } from '../usecases/rubric-editing/drafts';
import { asking } from './asking';
import { scopeAsk } from './asks';
import { rubricDocument, section, version } from './rubric-asks';
import type { Handlers } from './surroundings';

const saveAsk = scopeAsk.extend({
  document: rubricDocument,
  inherits: z.array(section).max(40).default([]),
  base: version,
  site: version.optional(),
  seen: version,
});
const discardAsk = scopeAsk.extend({ seen: version });
const rebaseAsk = scopeAsk.extend({
  seen: version,
  choices: z.record(z.string().max(1_000), z.enum(['mine', 'theirs'])).default({}),
});

export const draftsHandlers = {
  'draft.save': asking(saveAsk, ({ project, site, ...saving }, context) =>
    saveDraft(project, { ...saving, ...(site !== undefined && { site }) }, context),
  ),
  'draft.discard': asking(discardAsk, async ({ project, seen }, context) => {
    await discardDraft(project, seen, context);
    return null;
  }),
  'draft.rebase': asking(rebaseAsk, ({ project, seen, choices }, context) =>
    rebaseDraft(project, seen, choices, context),
  ),
} satisfies Handlers<DraftsContract>;
