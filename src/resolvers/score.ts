import type { ScoreContract } from '../contract/score';
import { viewScore } from '../usecases/issue-panel/view-score';
import { asking } from './asking';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

export const scoreHandlers = {
  'score.view': asking(issueAsk, ({ issueId }, context) => viewScore(issueId, context)),
} satisfies Handlers<ScoreContract>;
