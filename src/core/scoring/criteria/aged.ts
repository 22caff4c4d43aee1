import type { Aged } from '../../provenance/place';
import type { Rubric } from '../../rubric/schema/schema';
import type { Signals } from '../../signals/signal';
import { dayNumberOf } from '../../time/utc-day';
import { assumedPoints, type Known, type Unknown } from './measured';

/** Age is counted in whole spans of so many days: in between a score stands still, and nothing is written for it. */
const SPAN_DAYS = 28;

/** How long nobody has touched the issue, and what share of a statement on it still counts. */
export interface Ageing {
  /** Whole days. */
  readonly days: number;
  /** 0–1. */
  readonly share: number;
}

/** Null while everything counts in full. What is touched, voted on, or reported again is renewed. */
export function ageingOf(
  { issue, evidence, votes = {} }: Signals,
  { ageing: { halfLifeDays, least } }: Rubric,
  today: number,
): Ageing | null {
  if (issue.touched === undefined) return null;
  let renewed = issue.touched;
  for (const { at } of evidence) if (at > renewed) renewed = at;
  for (const each of Object.values(votes))
    for (const { at } of each) if (at > renewed) renewed = at;
  const days = today - (dayNumberOf(renewed) ?? today);
  if (days < SPAN_DAYS || least >= 1) return null;
  const spans = Math.floor(days / SPAN_DAYS) * SPAN_DAYS;
  return { days, share: least + (1 - least) * 2 ** (-spans / halfLifeDays) };
}

/** What is unknown, with what counts for it meanwhile: what is assumed of an issue fades as a statement would. */
export function withAssumption(one: Unknown, ageing: Ageing | null): Unknown {
  const points = assumedPoints(one.plan);
  if (points === null) return one;
  if (ageing === null || !one.plan.criterion.fades) return { ...one, assumed: points };
  return { ...one, assumed: Math.round(points * ageing.share), aged: agedBy(ageing) };
}

function agedBy({ days, share }: Ageing): Aged {
  return { kind: 'aged', days, share: Math.round(share * 100) };
}

/** What people stated as it counts now; renewed, it could count in full. */
export function aged(one: Known, ageing: Ageing): Known {
  const { share } = ageing;
  const points = Math.round(one.points * share);
  if (points === one.points) return one;
  const why = agedBy(ageing);
  return {
    ...one,
    points,
    open: {
      low: Math.min(points, Math.round((one.open?.low ?? one.points) * share)),
      high: Math.max(one.points, one.open?.high ?? 0),
      why: one.open?.why ?? why,
    },
    described: () => {
      const plain = one.described();
      return { ...plain, from: [...plain.from, why] };
    },
  };
}
