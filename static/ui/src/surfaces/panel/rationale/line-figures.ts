import { describeValue } from '../../../../../../src/core/describe/describe-value';
import type { ScoreView } from '../../../../../../src/contract/score';
import { amount, multiplier, percent, points } from '../../../shared/text/format-number';

type Line = ScoreView['lines'][number];

/** What stands in the column of points: a criterion's points, what effort multiplies by, how much urgency lifts. */
export function pointsOf({
  id,
  points: of100,
  factor,
}: Pick<Line, 'id' | 'points' | 'factor'>): string {
  if (of100 !== null) return points(of100);
  if (factor === undefined) return '';
  return id === 'effort' ? multiplier(factor) : percent(factor);
}

/** What the line found, with its unit. */
export function valueOf({ value, unit }: Pick<Line, 'value' | 'unit'>): string {
  return amount(value === null ? null : describeValue(value), unit);
}

/** Value, points and weight where there is no room for columns: `9 customers · 78 points × 20 %`. */
export function inOneLine(line: Line): string {
  const value = valueOf(line);
  if (line.points === null)
    return [value, pointsOf(line)].filter((part) => part !== '').join(' · ');
  return `${value} · ${points(line.points)} points${line.weight === null ? '' : ` × ${percent(line.weight)}`}`;
}
