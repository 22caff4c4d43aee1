import type { Inherited } from '../blockers/inherited-score';
import { noOverrides } from '../overrides/overrides-in-force';
import { movedBy, standingOf, type EvaluatedIssue } from './evaluate-issue';
import { inheritedLine, ownLines, tenth } from './lines';
import { missingInputs } from './missing-inputs';
import { overrideLines, overrideReasons } from './override-lines';
import { reasonsText } from './reasons-field';
import type { ScoreCard } from './score-card';

/**
 * The whole card: lines, missing inputs and words. An override moves the issue's own score, and inheritance comes after it: so what an
 * issue passes on includes its override, and no override lets a blocker fall below what it blocks. What is declined has no score of its
 * own, and passes none on; it is in no lane's order, but while it blocks other work it says so by the score that it inherits.
 */
export function makeCard(evaluated: EvaluatedIssue | null, inherited: Inherited | null): ScoreCard {
  if (evaluated === null) return closedCard;
  const { plan, judgement, overrides, judged, own, ownLow, ownHigh } = evaluated;
  const declined = overrides.decline !== null;
  const worded = judged === null || declined ? [] : ownLines(judgement, plan, judged);
  if (overrides !== noOverrides)
    worded.push(
      ...overrideLines(
        overrides,
        judged === null || own === null ? null : tenth(own * 10 - judged * 10),
      ),
    );
  if (inherited !== null) worded.push(...inheritedLine(own, inherited));
  const { score, band, lane, horizon } = standingOf(evaluated, inherited);
  const card: { -readonly [K in keyof ScoreCard]: ScoreCard[K] } = {
    score,
    // While nothing is known of the issue itself, only what it inherits holds it up.
    low: inherited !== null && own === null ? inherited.low : Math.max(ownLow, inherited?.low ?? 0),
    high: Math.max(ownHigh, inherited?.high ?? 0),
    own,
    ownLow,
    ownHigh,
    inheritedScore: score === own ? null : score,
    band,
    lane: lane.lane,
    because: lane.because,
    horizon: horizon.horizon,
    horizonBecause: horizon.because,
    lines: worded.map(({ line }) => line),
    missing: declined
      ? []
      : missingInputs(judgement, (learned) =>
          Math.max(inherited?.score ?? 0, movedBy(learned, overrides)),
        ),
    reasons: reasonsText(worded, overrideReasons(overrides)),
  };
  if (judgement.valuation.raw !== undefined) card.raw = judgement.valuation.raw;
  if (overrides !== noOverrides) card.overrides = overrides;
  return card;
}

/** What is done needs no priority; reopened, it is scored again. */
const closedCard: ScoreCard = {
  score: null,
  low: 0,
  high: 0,
  own: null,
  ownLow: 0,
  ownHigh: 0,
  inheritedScore: null,
  band: null,
  lane: 'unsorted',
  because: { kind: 'done' },
  horizon: null,
  horizonBecause: { kind: 'done' },
  lines: [],
  missing: [],
  reasons: '',
};
