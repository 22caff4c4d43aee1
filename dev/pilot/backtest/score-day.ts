import { inheritInOrder } from '../../../src/core/blockers/inherit-all';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import {
  evaluateIssue,
  standingOf,
  type EvaluatedIssue,
  type Standing,
} from '../../../src/core/score-card/evaluate-issue';
import type { ScoringPlan } from '../../../src/core/scoring/plan';
import { gatherSignals } from '../../../src/core/signals/gather';
import type { DayRead } from './read-day';

/** An open issue of a day, judged. */
export interface ScoredThen {
  readonly record: IssueRecord;
  readonly evaluated: EvaluatedIssue;
  readonly standing: Standing;
}

/** Every open issue by itself and then with what it inherits, by the same core as the app's. */
export function scoreDay(
  { fields, open, linked }: DayRead,
  plan: ScoringPlan,
  now: Date,
): readonly ScoredThen[] {
  const judged = open.flatMap((issue) => {
    const signals = gatherSignals({ issue, linked, rubric: plan.rubric, fields });
    const evaluated = evaluateIssue(plan, signals, now);
    return evaluated === null ? [] : [{ record: issue, evaluated }];
  });
  const nodes = judged.map(({ record, evaluated }) => ({
    key: record.key,
    open: true,
    blocks: evaluated.signals.blocks,
    evaluated,
  }));
  const inherited = inheritInOrder(nodes, ({ evaluated: { own, ownLow, ownHigh } }) => ({
    own,
    low: ownLow,
    high: ownHigh,
  }));
  return judged.map(({ record, evaluated }) => ({
    record,
    evaluated,
    standing: standingOf(evaluated, inherited(record.key)),
  }));
}
