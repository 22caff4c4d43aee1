import { z } from 'zod';
import type { OverCapContract } from '../contract/over-cap';
import { answerOverCap, viewOverCap } from '../usecases/hot-fix/decide-over-cap';
import { asking } from './asking';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

const answerAsk = issueAsk.extend({
  seen: z.string().max(4_000),
  accept: z.boolean(),
  reason: z.string().trim().min(1, 'says why').max(500),
  pause: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*-\d+$/u, 'must be the key of an issue')
    .nullable(),
});

export const overCapHandlers = {
  'overcap.view': asking(issueAsk, ({ issueId }, context) => viewOverCap(issueId, context)),
  'overcap.answer': asking(answerAsk, async ({ issueId, ...answer }, context) => {
    await answerOverCap(issueId, answer, context);
    return viewOverCap(issueId, context);
  }),
} satisfies Handlers<OverCapContract>;
