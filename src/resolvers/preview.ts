import { z } from 'zod';
import type { PreviewContract } from '../contract/preview';
import { previewRubric } from '../usecases/preview/preview-rubric';
import { cancelPreview, viewPreview } from '../usecases/preview/preview-runs';
import { inheritable } from '../usecases/preview/the-draft';
import { scopeAsk } from './asks';
import { rubricDocument } from './rubric-asks';
import type { Handlers } from './surroundings';

const draftAsk = scopeAsk.extend({
  document: rubricDocument,
  inherits: z.array(z.enum(inheritable)).default([]),
});

export const previewHandlers = {
  'rubric.preview': (payload, context) => {
    const { project, document, inherits } = draftAsk.parse(payload);
    return previewRubric({ project, document, inherits }, context, context.world, context.now);
  },
  'preview.view': (payload, context) =>
    viewPreview(scopeAsk.parse(payload).project, context, context.world, context.now),
  'preview.cancel': (payload, context) =>
    cancelPreview(scopeAsk.parse(payload).project, context, context.world, context.now),
} satisfies Handlers<PreviewContract>;
