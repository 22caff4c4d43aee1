import { dayNumberOf } from '../time/utc-day';
import { holding, waitingOn } from '../overrides/overrides-in-force';
import type { Inherited } from '../blockers/inherited-score';
import type { ScoringPlan } from '../scoring/plan';
import { scoreWithPlan } from './score-issue';
import type { ScoreCard } from './score-card';
import type { Signals } from '../signals/signal';

const DAY_MS = 86_400_000;
/** Days ahead that are searched exactly; beyond them an issue that will move some day is looked at again. */
const HORIZON = 128;
/** Far enough ahead that whatever moves with time has moved. */
const FAR = 20_000;

/**
 * The first day (whole UTC days since 1970) on which an override ends, one that waits lapses, or time alone makes people see another score: another whole
 * number, band, lane or horizon. Null when it never will. Ramps, decay and dates move a score one way, so days between two that look the
 * same are taken to look the same too; what that misses, the next event or the day after brings right. Votes expire one by one
 * and may move it to and fro: each such day is looked at.
 */
export function wakeDay(
  plan: ScoringPlan,
  signals: Signals,
  inherited: Inherited | null,
  card: ScoreCard,
  now: Date,
): number | null {
  const moves = moveDay(plan, signals, inherited, card, now);
  // One that moves nothing any more, or never did, is logged all the same.
  const ends =
    card.overrides === undefined
      ? []
      : [
          ...holding(card.overrides),
          ...waitingOn(signals.overrides ?? [], now.toISOString().slice(0, 10)),
        ].flatMap(({ until }) => dayAfter(until));
  return ends.length === 0 ? moves : Math.min(...ends, moves ?? Infinity);
}

function dayAfter(day: string): readonly number[] {
  const number = dayNumberOf(day);
  return number === null ? [] : [number + 1];
}

function moveDay(
  plan: ScoringPlan,
  signals: Signals,
  inherited: Inherited | null,
  card: ScoreCard,
  now: Date,
): number | null {
  const today = Math.floor(now.getTime() / DAY_MS);
  const face = faceOf(card);
  const movedBy = (days: number): boolean =>
    faceOf(scoreWithPlan(plan, signals, new Date(now.getTime() + days * DAY_MS), inherited)) !==
    face;
  const expiries = voteExpiries(signals, plan, today);
  const first = [...expiries.filter((days) => days < HORIZON), HORIZON].find(movedBy);
  if (first === undefined) return [...expiries, FAR].some(movedBy) ? today + HORIZON : null;
  let [same, moved] = [0, first];
  while (moved - same > 1) {
    const middle = (same + moved) >> 1;
    if (movedBy(middle)) moved = middle;
    else same = middle;
  }
  return today + moved;
}

/** In how many days votes expire, the soonest first. */
function voteExpiries(
  { votes = {} }: Signals,
  {
    rubric: {
      votes: { expireAfterDays },
    },
  }: ScoringPlan,
  today: number,
): readonly number[] {
  if (expireAfterDays === null) return [];
  const days = Object.values(votes)
    .flat()
    .map(({ at }) => (dayNumberOf(at) ?? today) + expireAfterDays + 1 - today);
  return [...new Set(days)].filter((ahead) => ahead > 0).sort((a, b) => a - b);
}

/** What of a card people act on. */
export function faceOf({
  score,
  band,
  lane,
  horizon,
}: Pick<ScoreCard, 'score' | 'band' | 'lane' | 'horizon'>): string {
  return [score === null ? null : Math.round(score), band, lane, horizon].join(' ');
}
