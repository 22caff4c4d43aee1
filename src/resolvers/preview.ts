import { z } from 'zod';
import type { PreviewRun, RubricPreviewAnswer } from '../contract/preview';
import { previewRubric } from '../usecases/preview/preview-rubric';
import {
  cancelPreview,
  viewPreview,
  type PreviewRun as Run,
} from '../usecases/preview/preview-runs';
import { inheritable } from '../usecases/preview/the-draft';
import { scopeAsk } from './jobs';
import type { Surroundings } from './resolver';

const ask = scopeAsk.extend({
  document: z.unknown(),
  inherits: z.array(z.enum(inheritable)).default([]),
});

type At = Surroundings & { readonly me: string };

/** `rubric.preview`, `preview.view`, `preview.cancel` */
export const previewAnswers = {
  async 'rubric.preview'(payload: unknown, at: At): Promise<RubricPreviewAnswer> {
    const { project, document, inherits } = ask.parse(payload);
    const answer = await previewRubric({ project, document, inherits }, at, at.world, at.now);
    return answer.ok && answer.run !== null ? { ...answer, run: runView(answer.run) } : answer;
  },
  async 'preview.view'(payload: unknown, at: At): Promise<PreviewRun | null> {
    const run = await viewPreview(scopeAsk.parse(payload).project, at, at.world, at.now);
    return run === null ? null : runView(run);
  },
  async 'preview.cancel'(payload: unknown, at: At): Promise<PreviewRun | null> {
    const run = await cancelPreview(scopeAsk.parse(payload).project, at, at.world, at.now);
    return run === null ? null : runView(run);
  },
};

function runView({
  job: { id, note, total, done, startedAt },
  state,
  secondsLeft,
  preview,
}: Run): PreviewRun {
  return { id, state, note, total, done, startedAt, secondsLeft, preview };
}
