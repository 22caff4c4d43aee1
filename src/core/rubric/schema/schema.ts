import { z } from 'zod';
import type { DeepReadonly } from '../../terms/deep-readonly';
import { AgeingSettings } from './ageing-settings';
import { CalendarSettings } from './calendar-settings';
import { Criterion, Id } from './criterion';
import { FieldNames } from './criterion-signal';
import { CustomerSettings, EvidenceSettings, SeverityTable } from './evidence-settings';
import {
  CapacityPolicy,
  DecisionRights,
  OverrideLimits,
  PostMortemTemplate,
} from './governance-settings';
import { HorizonRule, LaneRule } from './lane-rules';
import { Method } from './method';
import { Coordinate, PositiveCoordinate } from '../../curves/limits';
import { MoscowSettings } from './moscow-settings';
import { RetentionSettings } from './retention-settings';
import { Vocabulary } from './vocabulary';
import { VoteSettings } from './vote-settings';

const Names = z.array(z.string().min(1).max(255)).max(200);
const Share = z.number().min(0).max(1);
const Effort = z.number().positive().max(1e9);

const EffortSettings = z.strictObject({
  /**
   * In order of preference; a value divided by `perUnit` is the effort (14,400 seconds = 1 point). `in: workingDays` says that the field
   * holds seconds, and `perUnit` working days as the site counts them (half a day = 1 point): of such fields the first that is filled
   * counts, so that the time that remains can go before the estimate.
   */
  sources: z
    .array(
      z.strictObject({
        fields: FieldNames,
        perUnit: PositiveCoordinate,
        in: z.literal('workingDays').optional(),
      }),
    )
    .min(1)
    .max(10),
  /** Effort from which the score falls, as (e0/e)^k. */
  e0: Effort,
  /** 0 switches effort off. */
  k: z.number().min(0).max(3),
  /** Assumed, and said, when nobody estimated. */
  default: Effort,
  min: Effort,
  max: Effort,
  unit: z.string().min(1).max(20),
});

const UrgencySettings = z.strictObject({
  /** How much of what is left to 100 full urgency adds. */
  lambda: Share,
  /** Days before the due date at which urgency starts (`none`) and is complete (`full`), and its highest value. */
  due: z.strictObject({
    full: Coordinate,
    none: Coordinate,
    top: Share,
    /** After a date that passed, each so many days halve its urgency; null or left out: it weighs for ever. */
    passedHalfLifeDays: z.number().int().min(1).max(3650).nullable().optional(),
  }),
  /** By the worst open incident. */
  severity: SeverityTable,
  slaBreached: Share,
});

const Bands = z.strictObject({
  immediate: z.number().min(0).max(100),
  soon: z.number().min(0).max(100),
  canWait: z.number().min(0).max(100),
});

/** The document's format that this code reads; older ones are brought up to it. */
export const currentSchema = 3;

/** Everything a project decides about prioritising, as one document. `schema` is the document's format, `version` its edition. */
export const Rubric = z.strictObject({
  schema: z.literal(currentSchema),
  version: z.number().int().min(1).max(2_000_000_000),
  name: z.string().min(1).max(120),
  method: Method,
  pillars: z
    .array(z.strictObject({ id: Id, label: z.string().min(1).max(80) }))
    .min(1)
    .max(12),
  criteria: z.array(Criterion).min(1).max(60),
  ageing: AgeingSettings,
  effort: EffortSettings,
  urgency: UrgencySettings,
  evidence: EvidenceSettings,
  customers: CustomerSettings,
  followUps: z.strictObject({ labels: Names, linkTypes: Names }),
  /** The words of a link, seen from the issue that blocks. */
  blockers: z.strictObject({ phrases: Names, blockedByPhrases: Names }),
  /** The lowest score of each band; below *can wait* one may consider declining. */
  bands: Bands,
  lanes: z.array(LaneRule).min(1).max(40),
  vocabulary: Vocabulary,
  horizons: z.array(HorizonRule).min(1).max(20),
  votes: VoteSettings,
  moscow: MoscowSettings,
  capacity: CapacityPolicy,
  decisionRights: DecisionRights,
  overrides: OverrideLimits,
  postMortem: PostMortemTemplate,
  calendar: CalendarSettings,
  retention: RetentionSettings,
});
export type Rubric = DeepReadonly<z.infer<typeof Rubric>>;
export type Criterion = Rubric['criteria'][number];
