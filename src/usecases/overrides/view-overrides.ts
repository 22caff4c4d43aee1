import { dayOf } from '../../core/time/utc-day';
import type {
  FaceView,
  MayView,
  OverridePreview,
  OverrideView,
  OverrideRequest,
  OverridesView,
} from '../../contract/overrides';
import { describeIdle } from '../../core/describe/describe-idle';
import { describeOverride } from '../../core/describe/describe-override';
import { overrideKinds, type Override, type OverrideKind } from '../../core/overrides/override';
import { overrideIdOf } from '../../core/overrides/override-id';
import { lastDayOf, usualEnd } from '../../core/overrides/override-limits';
import { overridesInForce } from '../../core/overrides/overrides-in-force';
import { hasLapsed, stampOf } from '../../core/overrides/override-words';
import { approverWords } from '../../core/overrides/decision-rights';
import { scoreWithPlan } from '../../core/score-card/score-issue';
import { planScoring } from '../../core/scoring/plan';
import { workLanes, type WorkLane } from '../../core/terms/lane';
import { blockGraph } from '../scoring/blocker-graph';
import { canAnswer, canUndo } from './answer-override';
import type { Asking } from '../ports/world';
import { openOverrides, rightFor, verdictFor, type OverrideContext } from './override-context';

export interface ShownOverride {
  readonly override: Override;
  /** What it does, in words. */
  readonly what: string;
  /** Display name. */
  readonly by: string;
  /** Why it has no effect today; null while it holds. */
  readonly idle: string | null;
  /** It waited beyond its last day. */
  readonly lapsed: boolean;
  readonly canAnswer: boolean;
  readonly canUndo: boolean;
}

export async function viewOverrides(issueId: string, asking: Asking): Promise<OverridesView> {
  const context = await openOverrides(issueId, asking);
  const {
    inForce: {
      rubric: { overrides: limits },
    },
    kept,
  } = context;
  const today = dayOf(asking.now);
  const ofKinds = <T>(of: (kind: OverrideKind) => T) =>
    Object.fromEntries(overrideKinds.map((kind) => [kind, of(kind)])) as Record<OverrideKind, T>;
  return {
    seen: stampOf(kept),
    overrides: (await shownOverrides(context, asking)).map(overrideView).reverse(),
    may: {
      ...ofKinds((kind) => mayOverride(kind, context)),
      lane: Object.fromEntries(
        workLanes.map((lane) => [lane, mayOverride('lane', context, lane)]),
      ) as Record<WorkLane, MayView>,
    },
    limits: {
      lastDay: ofKinds((kind) => lastDayOf(kind, today, limits)),
      points: limits.points,
      usualEnd: usualEnd(today, limits),
    },
  };
}

/** `lane`: to be pinned, for that kind. */
export function mayOverride(
  kind: OverrideKind,
  context: OverrideContext,
  lane: WorkLane | null = null,
): MayView {
  return { ...verdictFor(kind, lane, context), approvers: approverWords(rightFor(kind, context)) };
}

/** As this person may see them and act on them, the oldest first. */
export async function shownOverrides(
  context: OverrideContext,
  { people, now }: Pick<Asking, 'people' | 'now'>,
): Promise<readonly ShownOverride[]> {
  const { idle } = overridesInForce(context.kept, now);
  const today = dayOf(now);
  const names = await people.names(context.kept.map(({ by }) => by));
  return context.kept.map((override) => {
    const whyIdle = idle.find(({ id }) => id === override.id)?.why;
    return {
      override,
      what: describeOverride(override),
      by: names.get(override.by) ?? 'somebody',
      idle: whyIdle === undefined ? null : describeIdle(whyIdle),
      lapsed: hasLapsed(override, today),
      canAnswer:
        override.approval.state === 'waiting' &&
        !hasLapsed(override, today) &&
        canAnswer(override, context),
      canUndo: canUndo(override, context),
    };
  });
}

/** The part of an override that people are shown. */
export function overrideView({ override, lapsed, idle, ...shown }: ShownOverride): OverrideView {
  const { id, reason, at, until, approval } = override;
  const waits = lapsed ? 'lapsed' : approval.state === 'waiting' ? 'waiting' : 'idle';
  return { id, reason, at, until, state: idle === null ? 'in force' : waits, idle, ...shown };
}

/** The card as it is and as it would be once the request held. Writes nothing. */
export async function previewOverride(
  issueId: string,
  request: OverrideRequest,
  asking: Asking,
): Promise<OverridePreview> {
  const { entry, inForce, kept } = await openOverrides(issueId, asking);
  const plan = planScoring(inForce.rubric);
  const inherited = (await blockGraph([entry], asking.world.ledger)).inheritedBy(issueId);
  const today = dayOf(asking.now);
  const faceUnder = (overrides: readonly unknown[]): FaceView => {
    if (entry.signals === null)
      return { score: null, lane: 'unsorted', band: null, horizon: null, paused: false };
    const {
      score,
      lane,
      band,
      horizon,
      overrides: overridesNow,
    } = scoreWithPlan(plan, { ...entry.signals, overrides }, asking.now, inherited);
    return { score, lane, band, horizon, paused: overridesNow?.pause != null };
  };
  const wished = {
    ...request,
    id: overrideIdOf(asking.me, asking.now, kept),
    by: asking.me,
    at: today,
    approval: { state: 'not needed' },
  };
  return { before: faceUnder(kept), after: faceUnder([...kept, wished]) };
}
