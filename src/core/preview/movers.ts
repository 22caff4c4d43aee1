import { amongEquals, tieFactsOf } from '../lanes/tie-order';
import type { ScoringPlan } from '../scoring/plan';
import type { Signals } from '../signals/signal';
import { cardOf, type Outcome } from './outcome';
import type { BeforeAndAfter, Mover, PreviewStanding } from './preview';
import type { PreviewPlans } from './preview-plans';
import { whyItMoves } from './why-it-moves';
import { whyTheBand, whyTheLane } from './why-there';

const MOVERS_KEPT = 50;

/** An issue with what both rubrics that judge it make of it. */
export interface Compared extends BeforeAndAfter<Outcome> {
  readonly issueId: string;
  readonly signals: Signals;
  readonly plans: PreviewPlans;
}

interface MoverKeeper {
  offer(one: Compared): void;
  movers(): readonly Mover[];
}

interface Candidate extends Compared {
  /** In tenths of a point. */
  readonly distance: number;
}

/** Keeps the few that move furthest, whatever comes by; their reasons are only worked out at the end. */
export function keepMovers(now: Date): MoverKeeper {
  const kept: Candidate[] = [];
  return {
    offer(one) {
      const distance = Math.abs(tenths(one.after) - tenths(one.before));
      if (distance === 0 && jumps(one) === 0) return;
      const candidate = { ...one, distance };
      const last = kept.at(-1);
      if (kept.length >= MOVERS_KEPT && last !== undefined && inOrder(last, candidate) <= 0) return;
      const place = kept.findIndex((other) => inOrder(candidate, other) < 0);
      kept.splice(place === -1 ? kept.length : place, 0, candidate);
      if (kept.length > MOVERS_KEPT) kept.pop();
    },
    movers: () => kept.map((one) => moverOf(one, now)),
  };
}

/** The furthest first, then those that change lane, then band, then as issues of one score go; keys decide the rest, so that the order of arrival does not. */
function inOrder(a: Candidate, b: Candidate): number {
  return (
    b.distance - a.distance ||
    jumps(b) - jumps(a) ||
    amongEquals(tieFactsOf(a.signals, a.after.high), tieFactsOf(b.signals, b.after.high)) ||
    (a.signals.issue.key < b.signals.issue.key ? -1 : 1)
  );
}

function jumps({ before, after }: Compared): number {
  return (before.lane === after.lane ? 0 : 2) + (before.band === after.band ? 0 : 1);
}

function moverOf({ issueId, signals, plans, ...outcomes }: Candidate, now: Date): Mover {
  if (plans.before === null)
    return againstRecord({ issueId, signals, ...outcomes }, plans.after, now);
  const before = cardOf(outcomes.before, signals, plans.before, now);
  const after = cardOf(outcomes.after, signals, plans.after, now);
  const [cards, rubrics] = [
    { before, after },
    { before: plans.before.rubric, after: plans.after.rubric },
  ];
  const why = whyItMoves(cards, rubrics);
  const laneBecause = whyTheLane(cards, rubrics);
  return {
    issueId,
    key: signals.issue.key,
    before: standingOf(before),
    after: standingOf(after),
    change: (tenths(after) - tenths(before)) / 10,
    why,
    laneBecause,
    bandBecause: whyTheBand(cards, rubrics),
  };
}

/** What was recorded has no lines left that could tell what moved it. */
function againstRecord(
  { issueId, signals, ...outcomes }: Omit<Compared, 'plans'>,
  plan: ScoringPlan,
  now: Date,
): Mover {
  const after = cardOf(outcomes.after, signals, plan, now);
  const change = (tenths(after) - tenths(outcomes.before)) / 10;
  return {
    issueId,
    key: signals.issue.key,
    before: standingOf(outcomes.before),
    after: standingOf(after),
    change,
    why: change === 0 ? [] : [{ change, because: { kind: 'againstRecord' } }],
    laneBecause: { rule: null, because: after.because },
    bandBecause: null,
  };
}

function standingOf({ score, band, lane }: PreviewStanding): PreviewStanding {
  return { score, band, lane };
}

function tenths({ score }: Pick<PreviewStanding, 'score'>): number {
  return Math.round((score ?? 0) * 10);
}
