import { z } from 'zod';
import type { DecisionsContract } from '../contract/decisions';
import { decisionView, logPage } from '../usecases/decisions/list-entries';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

const logAsk = issueAsk.extend({ before: z.string().max(16_000).nullish() });

export const decisionsHandlers = {
  'decisions.list': async (payload, { viewer, people, world }) => {
    const { issueId, before } = logAsk.parse(payload);
    const { decisions, next } = await logPage(issueId, before ?? null, { viewer, people, world });
    return { decisions: decisions.map(decisionView), next };
  },
} satisfies Handlers<DecisionsContract>;
