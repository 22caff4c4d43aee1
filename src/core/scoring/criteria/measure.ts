import type { Rubric } from '../../rubric/schema/schema';
import { answerIn } from '../../signals/reading-key';
import type { Signals } from '../../signals/signal';
import { votesOn } from '../../ratings/rating';
import { dayNumberOf } from '../../time/utc-day';
import {
  measureBlockedBy,
  measureBlocks,
  measureDemand,
  measureIncidents,
  measureRecurrence,
  measureVoices,
} from './from-evidence';
import {
  measureAgreement,
  measureDate,
  measureInterest,
  measureLinks,
  measureName,
  measureNamed,
  measureNumber,
  measureSince,
} from './from-fields';
import { measureVotes } from './from-ratings';
import { fromCurve, named, type Measured } from './measured';
import type { CriterionPlan } from './criterion-plan';
import type { EvidenceTotals } from '../evidence/evidence-totals';

export interface MeasuredAt {
  readonly signals: Signals;
  readonly totals: EvidenceTotals;
  readonly rubric: Rubric;
  /** Whole UTC days since 1970. */
  readonly today: number;
}

export function measure(
  plan: CriterionPlan,
  { signals, totals, rubric, today }: MeasuredAt,
): Measured {
  const { signal } = plan.criterion;
  const reading = plan.key === null ? undefined : answerIn(signals, plan.key);
  switch (signal.kind) {
    case 'priority':
    case 'option':
    case 'user':
    case 'sprint':
      return measureNamed(plan, reading);
    case 'workType':
      return measureName(plan, signals.issue.type, {});
    case 'number':
    case 'count':
    case 'filled':
    case 'comments':
    case 'reopened':
      return measureNumber(plan, reading);
    case 'date':
      return measureDate(plan, reading, today);
    case 'sla':
      return measureAgreement(plan, reading, today);
    case 'timeInStatus':
      return measureSince(plan, reading, today);
    case 'age':
      return measureAge(plan, signals.issue.created, today);
    case 'interest':
      return measureInterest(
        plan,
        answerIn(signals, 'votes'),
        answerIn(signals, 'watchers'),
        signal.watcher,
      );
    case 'incidents':
      return measureIncidents(plan, totals);
    case 'recurrence':
      return measureRecurrence(plan, totals, signal.days);
    case 'demand':
      return measureDemand(plan, totals, rubric.customers);
    case 'tickets':
      return measureVoices(plan, totals, 'support');
    case 'duplicates':
      return measureVoices(plan, totals, 'report');
    case 'blocks':
      return measureBlocks(plan, signals.blocks);
    case 'blockedBy':
      return measureBlockedBy(plan, signals.blockedBy);
    case 'links':
      return measureLinks(plan, reading);
    case 'quiet':
      return measureQuiet(plan, signals.issue.touched, today);
    case 'rating':
      return measureVotes(
        plan,
        votesOn(signals.votes, plan.criterion.id),
        { scale: signal, settings: rubric.votes },
        today,
      );
  }
}

function measureAge(plan: CriterionPlan, created: string, today: number): Measured {
  const day = dayNumberOf(created);
  if (day === null) return { state: 'unknown', plan, why: { kind: 'noCreated' } };
  const age = Math.max(0, today - day);
  return fromCurve(plan, age, () =>
    named(plan, { kind: 'days', count: age }, [{ ...plan.place, at: created }]),
  );
}

/** It cannot be told of an issue whose last change was not kept yet. */
function measureQuiet(plan: CriterionPlan, touched: string | undefined, today: number): Measured {
  const day = dayNumberOf(touched ?? '');
  if (touched === undefined || day === null)
    return { state: 'unknown', plan, why: { kind: 'notRead' } };
  const count = Math.max(0, today - day);
  return fromCurve(plan, count, () =>
    named(plan, { kind: 'days', count }, [{ ...plan.place, at: touched }]),
  );
}
