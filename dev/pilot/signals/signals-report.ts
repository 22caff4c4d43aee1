import { describeValue } from '../../../src/core/describe/describe-value';
import { describeWhy } from '../../../src/core/describe/describe-why';
import type { ScoreCard } from '../../../src/core/score-card/score-card';

export interface SignalsOutcome extends Pick<
  ScoreCard,
  'score' | 'low' | 'high' | 'band' | 'lines' | 'missing'
> {
  readonly rubric: { readonly name: string; readonly version: number };
  /** The method's published number or name; null when it cannot be told, and for methods that have none. */
  readonly raw: number | string | null;
}

/** The outcome as a person reads it in a terminal. */
export function signalsReport({
  rubric,
  raw,
  score,
  low,
  high,
  band,
  lines,
  missing,
}: SignalsOutcome): string {
  const range = low === high ? '' : `, between ${low} and ${high}`;
  return [
    `${rubric.name}: ${raw ?? 'no raw number'} → ${score === null ? 'no score' : `${score} of 100`}${range}${band === null ? '' : ` · ${band}`}`,
    ...lines.map(
      ({ label, value, unit, contribution }) =>
        `  ${contribution.toFixed(1).padStart(6)}  ${[label, value === null ? null : describeValue(value), unit].filter((word) => word !== null && word !== undefined).join(' ')}`,
    ),
    ...missing.map(
      ({ label, why, low: worst, high: best }) =>
        `  missing: ${label}, ${describeWhy(why)} (${worst}–${best})`,
    ),
  ].join('\n');
}
