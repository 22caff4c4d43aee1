import { dayOf } from '../../core/time/utc-day';
import { overrideKinds, type Override, type OverrideKind } from '../../core/overrides/override';
import { overrideIdOf } from '../../core/overrides/override-id';
import { lastDayOf, usualEnd } from '../../core/overrides/override-limits';
import { overridesInForce } from '../../core/overrides/overrides-in-force';
import { hasLapsed, overrideWords, stampOf } from '../../core/overrides/override-words';
import { approverWords, type Verdict } from '../../core/overrides/decision-rights';
import { scoreWithPlan } from '../../core/score-card/score-issue';
import { planScoring } from '../../core/scoring/plan';
import { workLanes, type WorkLane } from '../../core/terms/lane';
import { type ScoreCard } from '../../core/score-card/score-card';
import { blockGraph } from '../scoring/blocker-graph';
import { canAnswer, canUndo } from './answer-override';
import { openDesk, rightFor, verdictFor, type Asking, type Desk } from './override-desk';
import type { Wish } from './propose-override';

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

export type MayOverride = Verdict & { readonly approvers: string };

/** How far the rubric lets people go. Days, UTC. */
export interface ShownLimits {
  readonly lastDay: Readonly<Record<OverrideKind, string>>;
  readonly points: number;
  readonly usualEnd: string;
}

/** To pin a lane is another act for whoever owns that lane. */
export type MayKinds = Readonly<
  Record<Exclude<OverrideKind, 'lane'>, MayOverride> & {
    lane: Readonly<Record<WorkLane, MayOverride>>;
  }
>;

export interface OverridesShown {
  /** Goes back with every act: whoever saw another list is told. */
  readonly seen: string;
  /** The newest first. */
  readonly overrides: readonly ShownOverride[];
  readonly may: MayKinds;
  readonly limits: ShownLimits;
}

export async function viewOverrides(issueId: string, asking: Asking): Promise<OverridesShown> {
  const desk = await openDesk(issueId, asking);
  const {
    inForce: {
      rubric: { overrides: limits },
    },
    kept,
  } = desk;
  const today = dayOf(asking.now);
  const ofKinds = <T>(of: (kind: OverrideKind) => T) =>
    Object.fromEntries(overrideKinds.map((kind) => [kind, of(kind)])) as Record<OverrideKind, T>;
  return {
    seen: stampOf(kept),
    overrides: [...(await shownOverrides(desk, asking))].reverse(),
    may: {
      ...ofKinds((kind) => mayOverride(kind, desk)),
      lane: Object.fromEntries(
        workLanes.map((lane) => [lane, mayOverride('lane', desk, lane)]),
      ) as Record<WorkLane, MayOverride>,
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
  desk: Desk,
  lane: WorkLane | null = null,
): MayOverride {
  return { ...verdictFor(kind, lane, desk), approvers: approverWords(rightFor(kind, desk)) };
}

/** As this person may see them and act on them, the oldest first. */
export async function shownOverrides(
  desk: Desk,
  { people, now }: Pick<Asking, 'people' | 'now'>,
): Promise<readonly ShownOverride[]> {
  const { idle } = overridesInForce(desk.kept, now);
  const today = dayOf(now);
  const names = await people.names(desk.kept.map(({ by }) => by));
  return desk.kept.map((override) => ({
    override,
    what: overrideWords(override),
    by: names.get(override.by) ?? 'somebody',
    idle: idle.find(({ id }) => id === override.id)?.why ?? null,
    lapsed: hasLapsed(override, today),
    canAnswer:
      override.approval.state === 'waiting' &&
      !hasLapsed(override, today) &&
      canAnswer(override, desk),
    canUndo: canUndo(override, desk),
  }));
}

/** What of a card an override changes. */
export type Face = Pick<ScoreCard, 'score' | 'lane' | 'band' | 'horizon'> & {
  readonly paused: boolean;
};

/** The card as it is and as it would be once the wish held. Writes nothing. */
export async function previewOverride(
  issueId: string,
  wish: Wish,
  asking: Asking,
): Promise<{ readonly before: Face; readonly after: Face }> {
  const { entry, inForce, kept } = await openDesk(issueId, asking);
  const plan = planScoring(inForce.rubric);
  const inherited = (await blockGraph([entry], asking.world.ledger)).inheritedBy(issueId);
  const today = dayOf(asking.now);
  const faceUnder = (overrides: readonly unknown[]): Face => {
    if (entry.signals === null)
      return { score: null, lane: 'unsorted', band: null, horizon: null, paused: false };
    const {
      score,
      lane,
      band,
      horizon,
      overrides: held,
    } = scoreWithPlan(plan, { ...entry.signals, overrides }, asking.now, inherited);
    return { score, lane, band, horizon, paused: held?.pause != null };
  };
  const wished = {
    ...wish,
    id: overrideIdOf(asking.me, asking.now, kept),
    by: asking.me,
    at: today,
    approval: { state: 'not needed' },
  };
  return { before: faceUnder(kept), after: faceUnder([...kept, wished]) };
}
