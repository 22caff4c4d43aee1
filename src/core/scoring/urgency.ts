import type { Rubric } from '../rubric/schema/schema';
import type { Evidence, Signals } from '../signals/signal';
import type { Provenance } from '../issue/reading';
import { nearness } from '../curves/date-ramp';
import { dayNumberOf } from '../time/utc-day';
import type { Testimony } from './evidence/evidence-totals';
import { counted } from '../text/wording';

/** 0–1, with what makes the issue urgent; null words when nothing does. */
export interface Urgency {
  readonly amount: number;
  readonly words: string | null;
  /** The same without any issue's key: it goes into a field that people read who may not see that issue. */
  readonly reason: string | null;
  readonly from: readonly Provenance[];
}

/** The most urgent of due date, breached agreement and open incident: each alone can only raise it. */
export function urgencyOf(
  signals: Signals,
  testimony: Testimony,
  { urgency }: Rubric,
  today: number,
): Urgency {
  const reasons = [
    due(signals, urgency, today),
    breach(signals, testimony, urgency.slaBreached),
    incident(testimony, urgency.severity),
  ];
  let most: Urgency = { amount: 0, words: null, reason: null, from: [] };
  for (const reason of reasons) if (reason !== null && reason.amount > most.amount) most = reason;
  return most;
}

function due(signals: Signals, { due: ramp }: Rubric['urgency'], today: number): Urgency | null {
  const day = signals.issue.due === null ? null : dayNumberOf(signals.issue.due);
  if (day === null) return null;
  const days = day - today;
  const words =
    days === 0
      ? 'due today'
      : days > 0
        ? `due in ${counted(days, 'day')}`
        : `overdue by ${counted(-days, 'day')}`;
  return {
    amount: ramp.top * nearness(ramp, days),
    words,
    reason: words,
    from: [{ text: 'due date', at: signals.issue.due ?? '' }],
  };
}

function breach({ issue }: Signals, { breached }: Testimony, amount: number): Urgency | null {
  if (issue.slaBreached === true)
    return {
      amount,
      words: 'its own agreed time passed',
      reason: 'agreed time passed',
      from: [{ text: 'service agreement' }],
    };
  const [first] = breached;
  if (first === undefined) return null;
  return {
    amount,
    words: `agreed time passed on ${first.key ?? first.id}`,
    reason: 'agreed time passed',
    from: breached.map((piece) => ({ text: 'agreed time passed', ...keyOf(piece) })),
  };
}

function incident({ worstOpen }: Testimony, table: Rubric['urgency']['severity']): Urgency | null {
  if (worstOpen === null) return null;
  const { severity, evidence } = worstOpen;
  const name = evidence.key ?? evidence.id;
  return {
    amount: table[severity],
    words: `SEV${severity} incident ${name} open`,
    reason: `SEV${severity} incident open`,
    from: [{ text: `open SEV${severity} incident`, ...keyOf(evidence), at: evidence.at }],
  };
}

/** Evidence from another tool has no issue to link to. */
function keyOf({ key }: Evidence): { readonly key?: string } {
  return key === undefined ? {} : { key };
}
