import { z } from 'zod';
import type { PublicationContract } from '../contract/publication';
import { rubricCost } from '../usecases/rubric-editing/publish-cost';
import { answerRubric } from '../usecases/rubric-editing/review-proposal';
import { proposeRubric } from '../usecases/rubric-editing/submit';
import { asking } from './asking';
import { scopeAsk } from './asks';
import { rubricDocument, section, version } from './rubric-asks';
import type { Handlers } from './surroundings';

const costAsk = scopeAsk.extend({ document: rubricDocument });
const publishAsk = costAsk.extend({
  reason: z.string().trim().min(1, 'says why the rubric changes').max(1_000),
  base: version.optional(),
  site: version.optional(),
  inherits: z.array(section).max(40).optional(),
  draft: version.optional(),
});
const replyAsk = scopeAsk
  .extend({
    id: z.string().min(1).max(200),
    answer: z.enum(['approve', 'refuse', 'takeBack']),
    reason: z.string().trim().max(1_000),
  })
  .refine(({ answer, reason: why }) => answer === 'takeBack' || why !== '', {
    path: ['reason'],
    message: 'says why',
  });

export const publicationHandlers = {
  'rubric.cost': asking(costAsk, ({ project, document }, context) =>
    rubricCost(project, document, context),
  ),
  'rubric.publish': asking(publishAsk, (ask, context) => {
    const { project, document, reason, base, site, inherits, draft } = ask;
    const submission = {
      document,
      reason,
      ...(base === undefined ? {} : { base }),
      ...(site === undefined ? {} : { site }),
      ...(inherits === undefined ? {} : { inherits }),
      ...(draft === undefined ? {} : { draft }),
    };
    return proposeRubric(project, submission, context);
  }),
  'rubric.answer': asking(replyAsk, ({ project, ...reply }, context) =>
    answerRubric(project, reply, context),
  ),
} satisfies Handlers<PublicationContract>;
