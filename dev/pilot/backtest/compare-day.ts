import type { ScoringPlan } from '../../../src/core/scoring/plan';
import { bands } from '../../../src/core/terms/band';
import { horizons } from '../../../src/core/terms/horizon';
import { ruledLanes } from '../../../src/core/terms/lane';
import { lastTouched } from '../../jira/past/last-touched';
import type { Statuses } from '../../jira/past/statuses';
import type { SnapshotIssue } from '../../jira/snapshot';
import { daysLater, dayText } from './days';
import { figuresOf } from './figures';
import { isFixedAt } from './fixed';
import { ordersOf } from './orders';
import type { DayOutcome } from './outcome';
import type { ScoredThen } from './score-day';
import { sharesOf, spreadOf } from './spread';

/** Within so many days an issue was fixed soon, or at all. */
export const HORIZONS = [90, 365] as const;

/** Drawn with the same seed each time: two runs print the same. */
const DRAWS = { draws: 500, seed: 20_26 };

/** What is known today of a day in the past. */
export interface Past {
  readonly day: Date;
  /** The last moment that the file knows of. */
  readonly newest: Date;
  /** As the file has them, by key. */
  readonly issues: ReadonlyMap<string, SnapshotIssue>;
  readonly statuses: Statuses;
}

export function compareDay(
  all: readonly ScoredThen[],
  plan: ScoringPlan,
  { day, newest, issues, statuses }: Past,
): Omit<DayOutcome, 'notUndone'> {
  const work = all.filter(({ evaluated }) => evaluated.signals.issue.evidenceKind === null);
  const today = (key: string): SnapshotIssue | undefined => issues.get(key);
  const orders = ordersOf(plan, (key) => {
    const issue = today(key);
    return issue === undefined ? 0 : Date.parse(lastTouched(issue, day.getTime()));
  });
  const values = orders.map(({ of }) => work.map(of));
  const [soon, late] = HORIZONS.map((days) => {
    const until = daysLater(day, days);
    if (until > newest) return null;
    const good = work.map(({ record }) => {
      const issue = today(record.key);
      return issue !== undefined && isFixedAt(issue, until.getTime(), statuses);
    });
    return { fixed: good.filter(Boolean).length, figures: figuresOf(values, good, DRAWS) };
  });
  return {
    day: dayText(day),
    open: work.length,
    evidence: all.length - work.length,
    fixed: { within90: soon?.fixed ?? 0, within365: late?.fixed ?? null },
    orders: orders.flatMap(({ id, label }, at) => {
      const within90 = soon?.figures[at];
      return within90 === undefined
        ? []
        : [{ id, label: label.trim(), within90, within365: late?.figures[at] ?? null }];
    }),
    scores: spreadOf(work.map(({ standing }) => standing.score)),
    bands: sharesOf(
      work.map(({ standing }) => standing.band ?? 'none'),
      bands.toReversed(),
    ),
    lanes: sharesOf(
      work.map(({ standing }) => standing.lane.lane),
      ruledLanes,
    ),
    horizons: sharesOf(
      work.map(({ standing }) => standing.horizon.horizon ?? 'none'),
      horizons,
    ),
  };
}
