import { z } from 'zod';
import type { DecisionsContract } from '../contract/decisions';
import { viewLog } from '../usecases/decisions/list-entries';
import { asking } from './asking';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

const logAsk = issueAsk.extend({ before: z.string().max(16_000).nullish() });

export const decisionsHandlers = {
  'decisions.list': asking(logAsk, ({ issueId, before }, context) =>
    viewLog(issueId, before ?? null, context),
  ),
} satisfies Handlers<DecisionsContract>;
