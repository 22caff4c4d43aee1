import { same } from '../rubric/document/difference';
import type { DraftLaneCause, MovedThreshold } from '../provenance/draft-cause';
import type { Rubric } from '../rubric/schema/schema';
import type { ScoreCard } from '../score-card/score-card';
import type { BeforeAndAfter } from './preview';

/** Why the issue stands in its lane under the draft: which of the rules makes the difference, and the rule's own reason. */
export function whyTheLane(
  { before, after }: BeforeAndAfter<ScoreCard>,
  rubrics: BeforeAndAfter<Rubric>,
): DraftLaneCause {
  return { rule: tellingRule({ before, after }, rubrics), because: after.because };
}

function tellingRule(
  { before, after }: BeforeAndAfter<ScoreCard>,
  rubrics: BeforeAndAfter<Rubric>,
): DraftLaneCause['rule'] {
  const { lane } = before;
  if (lane === after.lane) return null;
  const rules = (side: 'before' | 'after', { lane }: ScoreCard) =>
    rubrics[side].lanes.filter((rule) => rule.lane === lane);
  const [conditionsMet, holds] = [
    { was: rules('before', before), is: rules('after', before) },
    { was: rules('before', after), is: rules('after', after) },
  ];
  if (holds.is.length > 0 && !same(holds.was, holds.is))
    return { kind: holds.was.length === 0 ? 'newRule' : 'changedRule' };
  if (conditionsMet.was.length > 0 && !same(conditionsMet.was, conditionsMet.is))
    return { kind: conditionsMet.is.length === 0 ? 'ruleGone' : 'ruleFails', lane };
  if (
    comesFirst(rubrics.before, after.lane, before.lane) !==
    comesFirst(rubrics.after, after.lane, before.lane)
  )
    return { kind: 'comesFirst', lane };
  return holds.is.length === 0 ? null : { kind: 'ruleHolds' };
}

function comesFirst({ lanes }: Rubric, one: string, other: string): boolean {
  const places = lanes.map(({ lane }): string => lane);
  return places.indexOf(one) < places.indexOf(other);
}

const THRESHOLDS = {
  immediate: 'immediate',
  soon: 'soon',
  'can wait': 'canWait',
  'consider declining': null,
} as const;

/** Where another threshold gives another band, as the score alone would not; else null. */
export function whyTheBand(
  { before, after }: BeforeAndAfter<ScoreCard>,
  rubrics: BeforeAndAfter<Rubric>,
): MovedThreshold | null {
  if (before.band === after.band || before.band === null || after.band === null) return null;
  const rises =
    (after.score ?? 0) >= lowest(rubrics.after, after.band) &&
    (after.score ?? 0) < lowest(rubrics.before, after.band);
  const band = rises ? after.band : before.band;
  const [was, is] = [lowest(rubrics.before, band), lowest(rubrics.after, band)];
  const falls = !rises && (after.score ?? 0) >= was && (after.score ?? 0) < is;
  return rises || falls ? { band, from: was, to: is } : null;
}

function lowest({ bands }: Rubric, band: keyof typeof THRESHOLDS): number {
  const key = THRESHOLDS[band];
  return key === null ? 0 : bands[key];
}
