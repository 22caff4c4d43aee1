import { z } from 'zod';
import type { VotesContract } from '../contract/votes';
import { castVote, withdrawVote } from '../usecases/ratings/cast-rating';
import { viewVotes } from '../usecases/ratings/view-ratings';
import { asking } from './asking';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

const withdrawAsk = issueAsk.extend({ criterion: z.string().min(1).max(60) });
const castAsk = withdrawAsk.extend({ value: z.number().min(-1e9).max(1e9) });

export const votesHandlers = {
  'votes.view': asking(issueAsk, ({ issueId }, context) => viewVotes(issueId, context)),
  'votes.cast': asking(castAsk, async ({ issueId, criterion, value }, context) => {
    await castVote(issueId, criterion, value, context);
    return viewVotes(issueId, context);
  }),
  'votes.withdraw': asking(withdrawAsk, async ({ issueId, criterion }, context) => {
    await withdrawVote(issueId, criterion, context);
    return viewVotes(issueId, context);
  }),
} satisfies Handlers<VotesContract>;
