import { z } from 'zod';
import { Band } from '../../terms/band';
import { Horizon } from '../../terms/horizon';
import { RuledLane } from '../../terms/lane';
import { Severity } from '../../terms/severity';
import { WordPlace } from '../../terms/word-place';
import { FieldNames } from './criterion-signal';

/** Only issues of one of these work types; none named, or left out: of any. */
const WorkTypes = z.array(z.string().min(1).max(255)).max(200).optional();

/** One fact that can put an issue in a lane. */
export const LaneCondition = z.discriminatedUnion('kind', [
  /** The issue is itself an incident or a support request. */
  z.strictObject({ kind: z.literal('isEvidence') }),
  /** A linked incident is open, of this severity or worse. */
  z.strictObject({ kind: z.literal('openIncident'), severity: Severity }),
  /** The issue itself, or a linked ticket that is open, is past its agreed time. */
  z.strictObject({ kind: z.literal('slaBreached') }),
  /** More than so many customers have something open. */
  z.strictObject({ kind: z.literal('customers'), moreThan: z.number().min(0) }),
  z.strictObject({ kind: z.literal('workType'), names: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ kind: z.literal('followUp') }),
  /** The pillar has more points than every other, and at least so many. */
  z.strictObject({
    kind: z.literal('strongestPillar'),
    pillar: z.string(),
    atLeast: z.number().min(0).max(100),
  }),
  /** Any of the fields is filled: a goal, an objective. */
  z.strictObject({ kind: z.literal('filled'), fields: FieldNames }),
  /** Level in the hierarchy: −1 sub-task, 0 standard, 1 epic and up. */
  z.strictObject({
    kind: z.literal('level'),
    atLeast: z.number().int(),
    atMost: z.number().int().default(99),
  }),
  z.strictObject({ kind: z.literal('effort'), moreThan: z.number().min(0) }),
  /** One of these places has one of these words or phrases, as whole words, without case and accents. */
  z.strictObject({
    kind: z.literal('words'),
    in: z.array(WordPlace).min(1).max(3),
    any: z.array(z.string().min(1).max(60)).min(1).max(50),
    workTypes: WorkTypes,
  }),
  /** It has one of these priorities, and was created at most so many UTC days ago. */
  z.strictObject({
    kind: z.literal('freshPriority'),
    names: z.array(z.string().min(1).max(255)).min(1).max(200),
    days: z.number().int().min(0).max(366),
    workTypes: WorkTypes,
  }),
]);
export type LaneCondition = z.infer<typeof LaneCondition>;

/** The first rule of which any condition holds decides. */
export const LaneRule = z.strictObject({ lane: RuledLane, any: z.array(LaneCondition).min(1) });

export const HorizonCondition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lane'), lane: RuledLane }),
  z.strictObject({ kind: z.literal('activeSprint') }),
  z.strictObject({ kind: z.literal('unreleasedVersion') }),
  z.strictObject({ kind: z.literal('band'), atLeast: Band }),
]);
export type HorizonCondition = z.infer<typeof HorizonCondition>;

/** What no rule places is *later*. */
export const HorizonRule = z.strictObject({
  horizon: Horizon,
  any: z.array(HorizonCondition).min(1),
});
