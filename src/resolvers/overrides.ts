import { WorkLane } from '../core/terms/lane';
import { z } from 'zod';
import type { OverridePreview, OverridesView, OverrideView } from '../contract/overrides';
import { answerOverride, undoOverride } from '../usecases/overrides/answer-override';
import type { Asking } from '../usecases/overrides/override-desk';
import { proposeOverride } from '../usecases/overrides/propose-override';
import {
  previewOverride,
  viewOverrides,
  type ShownOverride,
} from '../usecases/overrides/view-overrides';
import { issueAsk } from './decisions';

const common = {
  reason: z.string().trim().min(1, 'says why').max(500),
  until: z.iso.date('must be a day such as 2026-12-31'),
};
const wish = z.discriminatedUnion('kind', [
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
const previewAsk = issueAsk.extend({ wish });
const proposeAsk = previewAsk.extend({ seen });
const undoAsk = issueAsk.extend({ seen, id });
// A panel that was open before reasons could be given sends none.
const answerAsk = undoAsk.extend({
  approve: z.boolean(),
  reason: z.string().trim().max(500).nullable().default(null),
});

export const overrideAnswers = {
  'override.view': async (payload: unknown, asking: Asking): Promise<OverridesView> =>
    shown(issueAsk.parse(payload).issueId, asking),

  'override.preview': async (payload: unknown, asking: Asking): Promise<OverridePreview> => {
    const ask = previewAsk.parse(payload);
    return previewOverride(ask.issueId, ask.wish, asking);
  },

  'override.propose': async (payload: unknown, asking: Asking): Promise<OverridesView> => {
    const ask = proposeAsk.parse(payload);
    await proposeOverride(ask.issueId, ask.wish, ask.seen, asking);
    return shown(ask.issueId, asking);
  },

  'override.answer': async (payload: unknown, asking: Asking): Promise<OverridesView> => {
    const ask = answerAsk.parse(payload);
    await answerOverride(
      ask.issueId,
      ask.id,
      ask.approve,
      ask.seen,
      asking,
      ask.reason === '' ? null : ask.reason,
    );
    return shown(ask.issueId, asking);
  },

  'override.undo': async (payload: unknown, asking: Asking): Promise<OverridesView> => {
    const ask = undoAsk.parse(payload);
    await undoOverride(ask.issueId, ask.id, ask.seen, asking);
    return shown(ask.issueId, asking);
  },
};

async function shown(issueId: string, asking: Asking): Promise<OverridesView> {
  const { overrides, ...rest } = await viewOverrides(issueId, asking);
  return { ...rest, overrides: overrides.map(viewOf) };
}

export function viewOf({
  override,
  what,
  by,
  idle,
  lapsed,
  canAnswer,
  canUndo,
}: ShownOverride): OverrideView {
  const { id: overrideId, reason, at, until, approval } = override;
  const state =
    idle === null
      ? 'in force'
      : lapsed
        ? 'lapsed'
        : approval.state === 'waiting'
          ? 'waiting'
          : 'idle';
  return { id: overrideId, what, reason, by, at, until, state, idle, canAnswer, canUndo };
}
