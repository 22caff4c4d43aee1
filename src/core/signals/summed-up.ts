import type { Rubric } from '../rubric/schema/schema';
import type { SummedUp } from '../terms/summed-up';
import { severityCalled } from './recorded';
import type { Signals } from './signal';

/** The signals with what was summed up, its severities as the rubric reads them. */
export function withSummedUp(signals: Signals, rows: readonly SummedUp[], rubric: Rubric): Signals {
  if (rows.length === 0) return signals;
  const summedUp = rows.map(({ kind, level, spans }) => {
    const severity = kind === 'incident' && level !== null ? severityCalled(level, rubric) : null;
    return { kind, ...(severity !== null && { severity }), spans };
  });
  return { ...signals, summedUp };
}
