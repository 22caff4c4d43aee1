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

/** Value, points and weight where there is no room for columns: `9 customers · 78 points × 20 %`. */
export function inOneLine(line: Line): string {
  const value = amount(line.value, line.unit);
  if (line.points === null)
    return [value, pointsOf(line)].filter((part) => part !== '').join(' · ');
  return `${value} · ${points(line.points)} points${line.weight === null ? '' : ` × ${percent(line.weight)}`}`;
}
