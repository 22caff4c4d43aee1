import type { Inherited } from '../blockers/inherited-score';
import { holding, waitingOn } from '../overrides/overrides-in-force';
import type { ScoringPlan } from '../scoring/plan';
import { breachesToCome } from '../signals/breaches';
import type { Signals } from '../signals/signal';
import { dayNumber, dayNumberOf, dayOf, laterBy } from '../time/utc-day';
import { evaluateIssue, standingOf } from './evaluate-issue';
import type { ScoreCard } from './score-card';

/** Days ahead that are searched exactly; beyond them an issue that will move some day is looked at again. */
const DAYS_SEARCHED = 128;
/** Far enough ahead that whatever moves with time has moved. */
const FAR_AHEAD = 20_000;

/** A card as people see it now, and what its issue inherits. */
export interface CardShown {
  readonly card: ScoreCard;
  readonly inherited: Inherited | null;
}

/**
 * The first day (whole UTC days since 1970) on which an override ends, one that waits lapses, or time alone makes people see another score: another whole
 * number, band, lane or horizon. Null when it never will. Ramps, decay and dates move a score one way, so days between two that look the
 * same are taken to look the same too; what that misses, the next event or the day after brings right. Votes expire one by one
 * and may move it to and fro: each such day is looked at, and each on which a rule no longer counts the issue as new.
 */
export function nextChangeDay(
  plan: ScoringPlan,
  signals: Signals,
  shown: CardShown,
  now: Date,
): number | null {
  const moves = earlier(moveDay(plan, signals, shown, now), breachDay(plan, signals, shown, now));
  const { card } = shown;
  // One that moves nothing any more, or never did, is logged all the same.
  const ends =
    card.overrides === undefined
      ? []
      : [...holding(card.overrides), ...waitingOn(signals.overrides ?? [], dayOf(now))].flatMap(
          ({ until }) => dayAfter(until),
        );
  return ends.length === 0 ? moves : Math.min(...ends, moves ?? Infinity);
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null ? other : Math.min(one, other ?? one);
}

/** The day of the first breach to come that people will see, perhaps today: the hour of it is looked for on that day. */
function breachDay(
  plan: ScoringPlan,
  signals: Signals,
  { card, inherited }: CardShown,
  now: Date,
): number | null {
  const face = faceOf(card);
  const first = breachesToCome(signals)
    .map((at) => new Date(at))
    .find((at) => at > now && faceAt(at, plan, signals, inherited) !== face);
  return first === undefined ? null : dayNumber(first);
}

function dayAfter(day: string): readonly number[] {
  const number = dayNumberOf(day);
  return number === null ? [] : [number + 1];
}

function moveDay(
  plan: ScoringPlan,
  signals: Signals,
  { card, inherited }: CardShown,
  now: Date,
): number | null {
  const today = dayNumber(now);
  const face = faceOf(card);
  const looksOtherIn = (days: number): boolean =>
    faceAt(laterBy(days, now), plan, signals, inherited) !== face;
  const expiries = [
    ...voteExpiries(signals, plan, today),
    ...endsOfBeingNew(signals, plan, today),
  ].sort((a, b) => a - b);
  const first = [...expiries.filter((days) => days < DAYS_SEARCHED), DAYS_SEARCHED].find(
    looksOtherIn,
  );
  if (first === undefined)
    return [...expiries, FAR_AHEAD].some(looksOtherIn) ? today + DAYS_SEARCHED : null;
  let [same, moved] = [0, first];
  while (moved - same > 1) {
    const middle = (same + moved) >> 1;
    if (looksOtherIn(middle)) moved = middle;
    else same = middle;
  }
  return today + moved;
}

/** In how many days votes expire. */
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
  return [...new Set(days)].filter((ahead) => ahead > 0);
}

/** In how many days the issue is too old for a rule on fresh work. */
function endsOfBeingNew(
  { issue }: Signals,
  { rubric: { lanes } }: ScoringPlan,
  today: number,
): readonly number[] {
  const created = dayNumberOf(issue.created);
  if (created === null) return [];
  return lanes
    .flatMap(({ any }) => any.flatMap((one) => (one.kind === 'freshPriority' ? [one.days] : [])))
    .map((days) => created + days + 1 - today)
    .filter((ahead) => ahead > 0);
}

/** What people will see of an issue at another moment, if nothing but time passes until then. No card is made for it. */
function faceAt(
  moment: Date,
  plan: ScoringPlan,
  signals: Signals,
  inherited: Inherited | null,
): string {
  const evaluated = evaluateIssue(plan, signals, moment);
  if (evaluated === null)
    return faceOf({ score: null, band: null, lane: 'unsorted', horizon: null });
  const { score, band, lane, horizon } = standingOf(evaluated, inherited);
  return faceOf({ score, band, lane: lane.lane, horizon: horizon.horizon });
}

/** What of a card people act on. */
function faceOf({
  score,
  band,
  lane,
  horizon,
}: Pick<ScoreCard, 'score' | 'band' | 'lane' | 'horizon'>): string {
  return [score === null ? null : Math.round(score), band, lane, horizon].join(' ');
}
