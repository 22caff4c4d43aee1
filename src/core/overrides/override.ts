import { WorkLane } from '../terms/lane';
import { z } from 'zod';

const Day = z.iso.date({ error: 'is no day such as 2026-11-20' });

/** Whether somebody else had to agree, by the decision rights of the day it was made. */
const Approval = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('not needed') }),
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({ state: z.literal('refused'), by: z.string().min(1), at: Day }),
  z.strictObject({ state: z.literal('approved'), by: z.string().min(1), at: Day }),
]);

const common = {
  id: z.string().min(1),
  reason: z.string().trim().min(1, 'has no reason').max(500),
  /** Account id of the author. */
  by: z.string().min(1, 'has no author'),
  /** Day on which it was made, and the last day on which it holds; both UTC. */
  at: Day,
  until: Day,
  approval: Approval,
};

/**
 * A person's contextual judgement about one issue: its lane pinned, its own score moved by so many points, the issue declined or
 * paused for a while, or accepted as a hot fix beyond what the capacity policy gives to hot fixes.
 */
export const Override = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lane'), lane: WorkLane, ...common }),
  z.strictObject({
    kind: z.literal('points'),
    points: z
      .number()
      .min(-100)
      .max(100)
      .multipleOf(0.1)
      .refine((points) => points !== 0, 'moves nothing'),
    ...common,
  }),
  z.strictObject({ kind: z.literal('decline'), ...common }),
  z.strictObject({ kind: z.literal('pause'), ...common }),
  z.strictObject({ kind: z.literal('overCap'), ...common }),
]);
export type Override = Readonly<z.infer<typeof Override>>;
export type OverrideKind = Override['kind'];
export type OverrideOf<K extends OverrideKind> = Extract<Override, { kind: K }>;
export type LaneOverride = OverrideOf<'lane'>;
export type PointsOverride = OverrideOf<'points'>;

export const overrideKinds = [
  'lane',
  'points',
  'decline',
  'pause',
  'overCap',
] as const satisfies readonly OverrideKind[];
