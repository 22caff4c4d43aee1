import { breakdown, type LaneMember } from '../lanes/breakdown';
import { tieFactsOf } from '../lanes/tie-order';
import { moscowPlan, type Moscow, type Planned } from '../moscow/moscow';
import type { Rubric } from '../rubric/schema/schema';
import { effortOf } from '../scoring/effort';
import type { ScoringPlan } from '../scoring/plan';
import type { Outcome } from './outcome';
import { answerIn, readingKey } from '../signals/reading-key';
import type { Signals } from '../signals/signal';
import type { Capacity, MoscowSummary } from './preview';

interface BacklogTotals {
  add(
    issueId: string,
    signals: Signals,
    outcome: Pick<Outcome, 'lane' | 'score' | 'high' | 'band'>,
  ): void;
  capacity(): Capacity;
  moscow(): MoscowSummary;
}

type Member = LaneMember & Planned;

const MOSCOW: readonly Moscow[] = ['must', 'should', 'could', 'wont'];

/** What one rubric makes of the backlog as a whole: how it fills the lanes, and what of it is Must, Should, Could and Won't. */
export function totalBacklog(plan: ScoringPlan): BacklogTotals {
  const { rubric } = plan;
  const members: Member[] = [];
  const { source } = rubric.moscow;
  const said =
    source.from === 'field' ? readingKey({ kind: 'option', fields: source.fields }) : null;
  return {
    add(issueId, signals, { lane, score, high, band }) {
      // Incidents and support requests are no work of the team's: they count as evidence. What is declined is not to be done.
      if (signals.issue.evidenceKind !== null || lane === 'declined') return;
      members.push({
        id: issueId,
        key: signals.issue.key,
        lane,
        score,
        band,
        effort: effortOf(signals, plan).amount,
        ...tieFactsOf(signals, high),
        readings: said === null ? {} : picked(signals, said),
      });
    },
    capacity: () => ({
      count: rubric.capacity.count,
      unit: rubric.effort.unit,
      lanes: breakdown(members, rubric.capacity),
    }),
    moscow: () => moscowOf(members, rubric),
  };
}

/** Whole readings of a large backlog would not fit into memory. */
function picked(signals: Signals, key: string): Planned['readings'] {
  const answer = answerIn(signals, key);
  return typeof answer === 'object' ? { [key]: answer } : {};
}

function moscowOf(members: readonly Member[], rubric: Rubric): MoscowSummary {
  const { placed, unplaced, check } = moscowPlan(members, rubric);
  const efforts = new Map(members.map(({ key, effort }) => [key, effort]));
  const parts = new Map<Moscow, { issues: number; effort: number }>(
    MOSCOW.map((moscow) => [moscow, { issues: 0, effort: 0 }]),
  );
  for (const { key, moscow } of placed) {
    const part = parts.get(moscow);
    if (part === undefined) continue;
    part.issues += 1;
    part.effort += efforts.get(key) ?? 0;
  }
  return {
    unit: rubric.effort.unit,
    parts: [...parts].map(([moscow, { issues, effort }]) => ({
      moscow,
      issues,
      effort: Math.round(effort * 10) / 10,
    })),
    unplaced: unplaced.length,
    check: { ...check, over: check.over.length },
  };
}
