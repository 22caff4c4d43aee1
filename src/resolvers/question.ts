import { z } from 'zod';
import type { QuestionAnswer, QuestionContract } from '../contract/question';
import { answerQuestion, questionInput } from '../usecases/issue-panel/answer-input';
import { asking } from './asking';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

const text = z.string().min(1).max(255);
const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.number().min(-1e9).max(1e9) }),
  z.object({ kind: z.literal('date'), day: z.iso.date('must be a day such as 2026-12-31') }),
  z.object({ kind: z.literal('labels'), labels: z.array(text).min(1).max(50) }),
  z.object({ kind: z.literal('person'), accountId: text }),
  z.object({ kind: z.literal('choice'), chosen: z.array(text).min(1).max(50) }),
  z.object({ kind: z.literal('cascading'), parent: text, child: text.nullable() }),
]) satisfies z.ZodType<QuestionAnswer['answer']>;
const inputAsk = issueAsk.extend({ id: z.string().min(1).max(60) });
const answerAsk = inputAsk.extend({ answer });

export const questionHandlers = {
  'question.input': asking(inputAsk, ({ issueId, id }, context) =>
    questionInput(issueId, id, context),
  ),
  'question.answer': asking(answerAsk, async (ask, context) => {
    await answerQuestion(ask.issueId, ask.id, ask.answer, context);
    return null;
  }),
} satisfies Handlers<QuestionContract>;
