import type { Reading } from '../../../src/core/issue/reading';
import type { ScoreCard } from '../../../src/core/score-card/score-card';
import type { Signals } from '../../../src/core/signals/signal';
import { dayOf } from '../../../src/core/time/utc-day';

/** Ids of what nobody has answered. What is only old was answered once: to say something else is no learning. */
export function missingOf({ missing }: ScoreCard): ReadonlySet<string> {
  return new Set(missing.flatMap(({ id, why }) => (why.kind === 'aged' ? [] : [id])));
}

/** Whoever answers touches the issue. */
export function answered(
  signals: Signals,
  readings: Readonly<Record<string, Reading>>,
  now: Date,
): Signals {
  const { touched } = signals.issue;
  return {
    ...signals,
    issue: { ...signals.issue, ...(touched !== undefined && { touched: dayOf(now) }) },
    readings: { ...signals.readings, ...readings },
  };
}
