import type { ScoreContract } from '../contract/score';
import { viewScore } from '../usecases/issue-panel/view-score';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

export const scoreHandlers = {
  'score.view': (payload, context) => viewScore(issueAsk.parse(payload).issueId, context),
} satisfies Handlers<ScoreContract>;
