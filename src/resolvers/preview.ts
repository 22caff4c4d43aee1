import { z } from 'zod';
import type { PreviewContract } from '../contract/preview';
import { previewRubric } from '../usecases/preview/preview-rubric';
import { cancelPreview, viewPreview } from '../usecases/preview/preview-runs';
import { inheritable } from '../usecases/preview/the-draft';
import { scopeAsk, scopeIn, scopeOf } from './asks';
import { rubricDocument } from './rubric-asks';
import type { Handlers } from './surroundings';

const draftAsk = scopeAsk.extend({
  document: rubricDocument,
  inherits: z.array(z.enum(inheritable)).default([]),
});

export const previewHandlers = {
  'rubric.preview': async (payload, context) => {
    const { document, inherits, ...ask } = draftAsk.parse(payload);
    const project = await scopeOf(ask, context);
    return previewRubric({ project, document, inherits }, context, context.world, context.now);
  },
  'preview.view': async (payload, context) =>
    viewPreview(await scopeIn(payload, context), context, context.world, context.now),
  'preview.cancel': async (payload, context) =>
    cancelPreview(await scopeIn(payload, context), context, context.world, context.now),
} satisfies Handlers<PreviewContract>;
