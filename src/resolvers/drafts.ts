import { z } from 'zod';
import type { DraftsContract } from '../contract/drafts';
import { discardDraft, rebaseDraft, saveDraft } from '../usecases/rubric-editing/drafts';
import { scopeAsk, scopeOf } from './asks';
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
  'draft.save': async (payload, context) => {
    const { project: key, site, ...saving } = saveAsk.parse(payload);
    const project = await scopeOf({ project: key }, context);
    return saveDraft(project, { ...saving, ...(site !== undefined && { site }) }, context);
  },
  'draft.discard': async (payload, context) => {
    const { seen, ...ask } = discardAsk.parse(payload);
    await discardDraft(await scopeOf(ask, context), seen, context);
    return null;
  },
  'draft.rebase': async (payload, context) => {
    const { seen, choices, ...ask } = rebaseAsk.parse(payload);
    return rebaseDraft(await scopeOf(ask, context), seen, choices, context);
  },
} satisfies Handlers<DraftsContract>;
