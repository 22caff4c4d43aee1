import type { Override } from '../../core/governance/override';
import { overridesInForce } from '../../core/governance/overrides-in-force';
import { overrideWords, stampOf } from '../../core/governance/override-words';
import { approverWords, type Verdict } from '../../core/governance/rights';
import { scoreWithPlan } from '../../core/scoring/score';
import { planScoring } from '../../core/scoring/plan';
import type { ScoreCard } from '../../core/scoring/score-card';
import { blockGraph } from '../block-graph';
import { canAnswer, canUndo } from './answer-override';
import { openDesk, rightFor, verdictFor, type Asking } from './override-desk';
import type { Wish } from './propose-override';

export interface ShownOverride {
  readonly override: Override;
  /** What it does, in words. */
  readonly what: string;
  /** Display name. */
  readonly by: string;
  /** Why it has no effect today; null while it holds. */
  readonly idle: string | null;
  readonly canAnswer: boolean;
  readonly canUndo: boolean;
}

export interface OverridesShown {
  /** Goes back with every act: whoever saw another list is told. */
  readonly seen: string;
  /** The newest first. */
  readonly overrides: readonly ShownOverride[];
  readonly lane: Verdict & { readonly approvers: string };
  readonly points: Verdict & { readonly approvers: string };
}

export async function viewOverrides(issueId: string, asking: Asking): Promise<OverridesShown> {
  const desk = await openDesk(issueId, asking);
  const { idle } = overridesInForce(desk.kept, asking.now);
  const names = await asking.people.names(desk.kept.map(({ by }) => by));
  const verdict = (kind: Override['kind']) => ({ ...verdictFor(kind, null, desk), approvers: approverWords(rightFor(kind, desk)) });
  return {
    seen: stampOf(desk.kept),
    overrides: [...desk.kept].reverse().map((override) => ({
      override,
      what: overrideWords(override),
      by: names.get(override.by) ?? 'somebody',
      idle: idle.find(({ id }) => id === override.id)?.why ?? null,
      canAnswer: override.approval.state === 'waiting' && canAnswer(override, desk),
      canUndo: canUndo(override, desk),
    })),
    lane: verdict('lane'),
    points: verdict('points'),
  };
}

/** What of a card an override changes. */
export type Face = Pick<ScoreCard, 'score' | 'lane' | 'band' | 'horizon'>;

/** The card as it is and as it would be once the wish held. Writes nothing. */
export async function previewOverride(issueId: string, wish: Wish, asking: Asking): Promise<{ readonly before: Face; readonly after: Face }> {
  const { entry, inForce, kept } = await openDesk(issueId, asking);
  const plan = planScoring(inForce.rubric);
  const inherited = (await blockGraph([entry], asking.world.ledger)).inheritedBy(issueId);
  const today = asking.now.toISOString().slice(0, 10);
  const faceUnder = (overrides: readonly unknown[]): Face => {
    if (entry.signals === null) return { score: null, lane: 'unsorted', band: null, horizon: null };
    const { score, lane, band, horizon } = scoreWithPlan(plan, { ...entry.signals, overrides }, asking.now, inherited);
    return { score, lane, band, horizon };
  };
  const wished = { ...wish, id: '~wished', by: asking.me, at: today, approval: { state: 'not needed' } };
  return { before: faceUnder(kept), after: faceUnder([...kept, wished]) };
}
