import { z } from 'zod';
import { RuledLane } from '../../terms/lane';

const Share = z.number().min(0).max(1);
const Names = z.array(z.string().min(1).max(255)).max(100);

/** Account id of who answers for a lane: gets its urgent work where nobody has it, and overrides it alone. */
const LaneOwner = z.string().min(1).max(255).nullable().default(null);

const Days = z.number().int().min(0).max(365);

/** Business days that a hot fix may take, by the severity of its worst open incident; `other` without one. */
const DueDays = z
  .strictObject({ 1: Days, 2: Days, 3: Days, 4: Days, 5: Days, other: Days })
  .default({ 1: 1, 2: 3, 3: 5, 4: 10, 5: 10, other: 5 });

/** How much of the work in a period each lane may take and should get, as shares of what is finished in it. */
export const CapacityPolicy = z.strictObject({
  /** What is counted. */
  count: z.enum(['effort', 'issues']),
  lanes: z.partialRecord(
    RuledLane,
    z.strictObject({ least: Share.default(0), most: Share.default(1), owner: LaneOwner }),
  ),
  dueDays: DueDays,
  /** Effort grown by more than this share after commitment is flagged as scope creep. */
  scopeCreep: z.number().min(0).max(10),
});

/** Who may do it and who must approve, by project role or account id. Nobody named: everybody may; no approver: none is needed. */
const Right = z.strictObject({
  roles: Names.default([]),
  people: Names.default([]),
  approvers: z
    .strictObject({ roles: Names.default([]), people: Names.default([]) })
    .default({ roles: [], people: [] }),
});
export const DecisionRights = z.strictObject({
  publishRubric: Right,
  overrideLane: Right,
  moveScore: Right,
  approveBet: Right,
  decline: Right,
  acceptOverCap: Right,
  rateCriteria: Right,
});

const Holds = z.number().int().min(1).max(366);

/** How far a person's judgement reaches before it belongs into the rubric: days that an override may hold at most, by its kind. */
export const OverrideLimits = z.strictObject({
  laneDays: Holds,
  pointsDays: Holds,
  declineDays: Holds,
  pauseDays: Holds,
  /** Accepting a hot fix beyond the capacity of its lane. */
  overCapDays: Holds,
  /** Points by which a score may be moved at most, up or down. */
  points: z.number().min(0.1).max(100),
  /** What is offered, and what an automation rule gets that names no end. */
  usualDays: Holds,
});

const Due = z.strictObject({
  days: z.number().int().min(1).max(365),
  count: z.enum(['calendar', 'business']),
});

/** What a post-mortem of an urgent fix asks for, and by when. */
export const PostMortemTemplate = z.strictObject({
  checklist: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
        text: z.string().min(1).max(200),
        required: z.boolean().default(true),
      }),
    )
    .min(1)
    .max(40),
  /** By severity; a severity without an entry needs none. */
  due: z.partialRecord(z.enum(['1', '2', '3', '4', '5']), Due),
  /** Weeks that a preventive action may take. */
  actionWeeks: z.strictObject({
    priority: z.number().int().min(1).max(52),
    other: z.number().int().min(1).max(104),
  }),
});
