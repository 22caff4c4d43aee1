import { z } from 'zod';
import type { PreviewContract } from '../contract/preview';
import { previewRubric } from '../usecases/preview/preview-rubric';
import { cancelPreview, viewPreview } from '../usecases/preview/preview-runs';
import { inheritable } from '../usecases/preview/the-draft';
import { asking } from './asking';
import { scopeAsk } from './asks';
import { rubricDocument } from './rubric-asks';
import type { Handlers } from './surroundings';

const draftAsk = scopeAsk.extend({
  document: rubricDocument,
  inherits: z.array(z.enum(inheritable)).default([]),
});

export const previewHandlers = {
  'rubric.preview': asking(draftAsk, ({ project, document, inherits }, context) =>
    previewRubric({ project, document, inherits }, context, context.world, context.now),
  ),
  'preview.view': asking(scopeAsk, ({ project }, context) =>
    viewPreview(project, context, context.world, context.now),
  ),
  'preview.cancel': asking(scopeAsk, ({ project }, context) =>
    cancelPreview(project, context, context.world, context.now),
  ),
} satisfies Handlers<PreviewContract>;
