import type { ScoreView } from '../../../../../../src/contract/score';

type Line = ScoreView['lines'][number];

export type Column = 'label' | 'points' | 'weight' | 'contribution';
export type Order = 'ASC' | 'DESC';
export interface Sorting {
  readonly column: Column;
  readonly order: Order;
}

/** What a click on a column's head does: its natural order, then the other, then back to groups (null). */
export function nextSorting(current: Sorting | null, column: Column): Sorting | null {
  const natural: Order = column === 'label' ? 'ASC' : 'DESC';
  if (current?.column !== column) return { column, order: natural };
  return current.order === natural ? { column, order: natural === 'ASC' ? 'DESC' : 'ASC' } : null;
}

/** The lines in a column's order; lines without a figure there stand last either way. Ties keep the rubric's order. */
export function orderLines(lines: readonly Line[], { column, order }: Sorting): readonly Line[] {
  const sign = order === 'ASC' ? 1 : -1;
  return [...lines].sort((a, b) => {
    if (column === 'label') return sign * a.label.localeCompare(b.label, 'en', { numeric: true });
    const [left, right] = [a[column], b[column]];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
