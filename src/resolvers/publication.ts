import { z } from 'zod';
import type { PublicationContract } from '../contract/publication';
import { rubricCost } from '../usecases/rubric-editing/publish-cost';
import { answerRubric } from '../usecases/rubric-editing/review-proposal';
import { proposeRubric } from '../usecases/rubric-editing/submit';
import { scopeAsk, scopeOf } from './asks';
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
  'rubric.cost': async (payload, context) => {
    const { document, ...ask } = costAsk.parse(payload);
    return rubricCost(await scopeOf(ask, context), document, context);
  },
  'rubric.publish': async (payload, context) => {
    const ask = publishAsk.parse(payload);
    const { document, reason, base, site, inherits, draft } = ask;
    const submission = {
      document,
      reason,
      ...(base === undefined ? {} : { base }),
      ...(site === undefined ? {} : { site }),
      ...(inherits === undefined ? {} : { inherits }),
      ...(draft === undefined ? {} : { draft }),
    };
    return proposeRubric(await scopeOf(ask, context), submission, context);
  },
  'rubric.answer': async (payload, context) => {
    const { project, ...reply } = replyAsk.parse(payload);
    return answerRubric(await scopeOf({ project }, context), reply, context);
  },
} satisfies Handlers<PublicationContract>;
