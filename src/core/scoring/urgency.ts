import type { Said } from '../provenance/said';
import type { Source } from '../provenance/source';
import type { Rubric } from '../rubric/schema/schema';
import type { Signals } from '../signals/signal';
import { nearness } from '../curves/date-ramp';
import { dayNumberOf } from '../time/utc-day';
import type { EvidenceTotals } from './evidence/evidence-totals';
import { refOf } from './evidence/pieces';

/** 0–1, with what makes the issue urgent; null when nothing does. */
export interface Urgency {
  readonly amount: number;
  readonly found: Said | null;
  readonly from: readonly Source[];
}

/** The most urgent of due date, breached agreement and open incident: each alone can only raise it. */
export function urgencyOf(
  signals: Signals,
  totals: EvidenceTotals,
  { urgency }: Rubric,
  today: number,
): Urgency {
  const reasons = [
    due(signals, urgency, today),
    breach(signals, totals, urgency.slaBreached),
    incident(totals, urgency.severity),
  ];
  let most: Urgency = { amount: 0, found: null, from: [] };
  for (const reason of reasons) if (reason !== null && reason.amount > most.amount) most = reason;
  return most;
}

function due(signals: Signals, { due: ramp }: Rubric['urgency'], today: number): Urgency | null {
  const day = signals.issue.due === null ? null : dayNumberOf(signals.issue.due);
  if (day === null) return null;
  const days = day - today;
  return {
    amount: ramp.top * nearness(ramp, days) * stillCounts(days, ramp),
    found: { kind: 'due', days },
    from: [{ kind: 'due', at: signals.issue.due ?? '' }],
  };
}

/** What passed long ago presses nobody any more: 1 until the ramp has ended, after the day at the earliest, then halved with each half-life. */
function stillCounts(
  days: number,
  { full, passedHalfLifeDays: halfLife = null }: Rubric['urgency']['due'],
): number {
  const past = Math.min(0, full) - days;
  return past <= 0 || halfLife === null ? 1 : 2 ** (-past / halfLife);
}

function breach({ issue }: Signals, { breached }: EvidenceTotals, amount: number): Urgency | null {
  if (issue.slaBreached === true)
    return { amount, found: { kind: 'breach', ref: null }, from: [{ kind: 'agreement' }] };
  const [first] = breached;
  if (first === undefined) return null;
  return {
    amount,
    found: { kind: 'breach', ref: refOf(first) },
    from: breached.map((piece) => ({ kind: 'breach', ref: refOf(piece) })),
  };
}

function incident(
  { worstOpen }: EvidenceTotals,
  table: Rubric['urgency']['severity'],
): Urgency | null {
  if (worstOpen === null) return null;
  const { severity, evidence } = worstOpen;
  const open = { kind: 'openIncident', severity, ref: refOf(evidence) } as const;
  return { amount: table[severity], found: open, from: [{ ...open, at: evidence.at }] };
}
