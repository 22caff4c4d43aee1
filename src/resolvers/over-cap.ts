import { z } from 'zod';
import type { OverCapView } from '../contract/over-cap';
import type { Asking } from '../usecases/overrides/override-desk';
import { answerOverCap, viewOverCap } from '../usecases/hot-fix/decide-over-cap';
import { issueAsk } from './decisions';
import { viewOf } from './overrides';

const answerAsk = issueAsk.extend({
  seen: z.string().max(4_000),
  accept: z.boolean(),
  reason: z.string().trim().min(1, 'says why').max(500),
  pause: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*-\d+$/u, 'must be the key of an issue')
    .nullable(),
});

export const overCapAnswers = {
  'overcap.view': async (payload: unknown, asking: Asking): Promise<OverCapView> =>
    shown(issueAsk.parse(payload).issueId, asking),

  'overcap.answer': async (payload: unknown, asking: Asking): Promise<OverCapView> => {
    const { issueId, ...answer } = answerAsk.parse(payload);
    await answerOverCap(issueId, answer, asking);
    return shown(issueId, asking);
  },
};

async function shown(issueId: string, asking: Asking): Promise<OverCapView> {
  const { answer, ...rest } = await viewOverCap(issueId, asking);
  return {
    ...rest,
    answer:
      answer === null
        ? null
        : { ...viewOf(answer), refused: answer.override.approval.state === 'refused' },
  };
}
