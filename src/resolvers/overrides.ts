import { z } from 'zod';
import type { OverridesContract } from '../contract/overrides';
import { WorkLane } from '../core/terms/lane';
import { answerOverride, undoOverride } from '../usecases/overrides/answer-override';
import { proposeOverride } from '../usecases/overrides/propose-override';
import { previewOverride, viewOverrides } from '../usecases/overrides/view-overrides';
import { asking } from './asking';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

const common = {
  reason: z.string().trim().min(1, 'says why').max(500),
  until: z.iso.date('must be a day such as 2026-12-31'),
};
const overrideRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lane'),
    lane: WorkLane,
    ...common,
  }),
  z.object({ kind: z.literal('decline'), ...common }),
  z.object({ kind: z.literal('pause'), ...common }),
  z.object({
    kind: z.literal('points'),
    points: z
      .number()
      .min(-100)
      .max(100)
      .multipleOf(0.1)
      .refine((points) => points !== 0, 'moves nothing'),
    ...common,
  }),
]);
const seen = z.string().max(4_000);
const id = z.string().min(1).max(200);
const previewAsk = issueAsk.extend({ wish: overrideRequest });
const proposeAsk = previewAsk.extend({ seen });
const undoAsk = issueAsk.extend({ seen, id });
// A panel that was open before reasons could be given sends none.
const answerAsk = undoAsk.extend({
  approve: z.boolean(),
  reason: z.string().trim().max(500).nullable().default(null),
});

export const overridesHandlers = {
  'override.view': asking(issueAsk, ({ issueId }, context) => viewOverrides(issueId, context)),
  'override.preview': asking(previewAsk, ({ issueId, wish }, context) =>
    previewOverride(issueId, wish, context),
  ),
  'override.propose': asking(proposeAsk, async (ask, context) => {
    await proposeOverride(ask.issueId, ask.wish, ask.seen, context);
    return viewOverrides(ask.issueId, context);
  }),
  'override.answer': asking(answerAsk, async (ask, context) => {
    const reason = ask.reason === '' ? null : ask.reason;
    await answerOverride(ask.issueId, { ...ask, reason }, context);
    return viewOverrides(ask.issueId, context);
  }),
  'override.undo': asking(undoAsk, async (ask, context) => {
    await undoOverride(ask.issueId, ask.id, ask.seen, context);
    return viewOverrides(ask.issueId, context);
  }),
} satisfies Handlers<OverridesContract>;
