import { z } from 'zod';
import type { DraftsContract } from '../contract/drafts';
import { discardDraft, rebaseDraft, saveDraft } from '../usecases/rubric-editing/drafts';
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
  'draft.save': (payload, context) => {
    const { project, site, ...saving } = saveAsk.parse(payload);
    return saveDraft(project, { ...saving, ...(site !== undefined && { site }) }, context);
  },
  'draft.discard': async (payload, context) => {
    const { project, seen } = discardAsk.parse(payload);
    await discardDraft(project, seen, context);
    return null;
  },
  'draft.rebase': (payload, context) => {
    const { project, seen, choices } = rebaseAsk.parse(payload);
    return rebaseDraft(project, seen, choices, context);
  },
} satisfies Handlers<DraftsContract>;
