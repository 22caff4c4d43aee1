import type { HeadCellType, HeadType } from '@atlaskit/dynamic-table/types';
import type { Width } from '../../../shared/hooks/use-width';
import { nextSorting, type Sorting } from './order-lines';
import { COLUMNS, type RationaleColumn } from './rationale-columns';
import styles from './rationale-table.module.css';

const TITLES: Readonly<Record<RationaleColumn, string>> = {
  label: 'What counts',
  from: 'Where it comes from',
  value: 'Value',
  points: 'Points',
  weight: 'Weight',
  contribution: 'Contribution',
};

export function rationaleHead(width: Width, sorting: Sorting | null): HeadType {
  return { cells: COLUMNS[width].map(({ key, share }) => headCell(key, share, sorting)) };
}

function headCell(key: RationaleColumn, width: number, sorting: Sorting | null): HeadCellType {
  const content =
    key === 'label' || key === 'from' ? (
      TITLES[key]
    ) : (
      <span className={styles.figureHead}>{TITLES[key]}</span>
    );
  if (key === 'from' || key === 'value') return { key, content, width };
  const tooltip = nextText(nextSorting(sorting, key));
  return {
    key,
    content,
    width,
    isSortable: true,
    descendingSortTooltip: tooltip,
    ascendingSortTooltip: tooltip,
  };
}

function nextText(next: Sorting | null): string {
  if (next === null) return 'Group by pillar';
  if (next.column === 'label')
    return next.order === 'ASC' ? 'Sort from A to Z' : 'Sort from Z to A';
  return next.order === 'ASC' ? 'Sort from low to high' : 'Sort from high to low';
}
