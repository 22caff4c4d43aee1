import { defaultCriteria } from '../../../src/core/rubric/presets/default-criteria';
import { planCriterion } from '../../../src/core/scoring/criteria/criterion-plan';
import type { ScoringPlan } from '../../../src/core/scoring/plan';
import { sameName } from '../../../src/core/text/same-name';
import type { ScoredThen } from './score-day';

/** One way to put a backlog in order, with the number by which it does: the highest first. */
export interface Order {
  readonly id: string;
  readonly label: string;
  readonly of: (issue: ScoredThen) => number;
}

/** Below every value that is known. */
const UNKNOWN = -1;

/**
 * The score, what a backlog can be put in order by without it, and each criterion of the rubric alone.
 * @param touched the moment at which somebody last touched the issue, in milliseconds
 */
export function ordersOf(plan: ScoringPlan, touched: (key: string) => number): readonly Order[] {
  return [
    { id: 'score', label: 'Score', of: ({ standing }) => standing.score ?? UNKNOWN },
    { id: 'priority alone', label: 'Priority alone', of: priorityRank(plan) },
    {
      id: 'newest first',
      label: 'Newest first',
      of: ({ record }) => Date.parse(record.created),
    },
    {
      id: 'last touched first',
      label: 'Last touched first',
      of: ({ record }) => touched(record.key),
    },
    ...plan.criteria.map(({ criterion: { id, label } }): Order => ({
      id: `criterion ${id}`,
      label: `  ${label}`,
      of: ({ evaluated }) =>
        evaluated.judgement.known.find(({ plan: { criterion } }) => criterion.id === id)?.points ??
        UNKNOWN,
    })),
  ];
}

/** As the rubric's table has the names of priorities, or else the default rubric's: fresh or old, the name alone counts. */
function priorityRank({ criteria }: ScoringPlan): Order['of'] {
  const [fallback] = defaultCriteria.filter(({ signal }) => signal.kind === 'priority');
  const found =
    criteria.find(({ criterion }) => criterion.signal.kind === 'priority') ??
    (fallback && planCriterion(fallback, 0));
  if (found === undefined) return () => UNKNOWN;
  const { curve } = found.criterion;
  const blank = new Set(curve.kind === 'table' ? curve.blank.map(sameName) : []);
  return ({ record: { priority } }) =>
    priority === null || blank.has(sameName(priority))
      ? UNKNOWN
      : (found.curve.at(priority) ?? UNKNOWN);
}
