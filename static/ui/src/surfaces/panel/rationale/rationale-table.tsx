import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table/stateless';
import type { HeadType, RowType } from '@atlaskit/dynamic-table/types';
import { useMemo, useState, type JSX } from 'react';
import type { ScoreView } from '../../../../../../src/contract/score';
import { oneDecimal, signed } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import { groupLines } from './group-lines';
import { lineCells } from './line-cells';
import { nextSorting, orderLines, type Column, type Sorting } from './order-lines';
import styles from './rationale-table.module.css';
import { useWidth, type Width } from '../../../shared/hooks/use-width';
import text from '../../../shared/styles/text.module.css';

interface Props {
  readonly view: ScoreView;
  readonly score: number;
}

/** The lines that add up to the score: by pillar with subtotals, or flat in the order of a column. */
export function RationaleTable({ view, score }: Props): JSX.Element {
  const width = useWidth();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const rows = useMemo(
    () => (sorting === null ? groupedRows(view, width) : sortedRows(view, width, sorting)),
    [view, width, sorting],
  );
  const total = totalRow(score, width, sorting);
  return (
    <div className={styles.table} data-width={width}>
      <DynamicTable
        isFixedSize
        label="What counts towards the score"
        head={head(width, sorting)}
        rows={[...rows, total]}
        {...(sorting && { sortKey: sorting.column, sortOrder: sorting.order })}
        onSort={({ key }: { key: Column }) => setSorting(nextSorting(sorting, key))}
      />
      {sorting !== null && (
        <div className={styles.regroup}>
          <Button spacing="compact" onClick={() => setSorting(null)}>
            Group by pillar
          </Button>
        </div>
      )}
    </div>
  );
}

function head(width: Width, sorting: Sorting | null): HeadType {
  const sortable = (key: Column, content: string, share: number) => ({
    key,
    content: key === 'label' ? content : <span className={styles.figureHead}>{content}</span>,
    isSortable: true,
    width: share,
    descendingSortTooltip: nextText(nextSorting(sorting, key)),
    ascendingSortTooltip: nextText(nextSorting(sorting, key)),
  });
  if (width === 'narrow')
    return {
      cells: [sortable('label', 'What counts', 64), sortable('contribution', 'Contribution', 36)],
    };
  return {
    cells: [
      sortable('label', 'What counts', width === 'wide' ? 21 : 34),
      ...(width === 'wide' ? [{ key: 'from', content: 'Where it comes from', width: 23 }] : []),
      {
        key: 'value',
        content: <span className={styles.figureHead}>Value</span>,
        width: width === 'wide' ? 14 : 18,
      },
      sortable('points', 'Points', 10),
      sortable('weight', 'Weight', 10.5),
      sortable('contribution', 'Contribution', width === 'wide' ? 21.5 : 27.5),
    ],
  };
}

function nextText(next: Sorting | null): string {
  if (next === null) return 'Group by pillar';
  if (next.column === 'label')
    return next.order === 'ASC' ? 'Sort from A to Z' : 'Sort from Z to A';
  return next.order === 'ASC' ? 'Sort from low to high' : 'Sort from high to low';
}

function groupedRows({ lines, pillars }: ScoreView, width: Width): RowType[] {
  return groupLines(lines, pillars).flatMap((group) => [
    {
      key: `group ${group.id}`,
      className: styles.group,
      cells: [
        { content: <UserText max={100}>{group.label}</UserText>, colSpan: columns(width) - 1 },
        { content: <span className={text.figure}>{signed(group.subtotal)}</span> },
      ],
    },
    ...group.lines.map((line) => ({ key: line.id, cells: lineCells(line, lines, width) })),
  ]);
}

/** Dynamic table sorts again by cell keys: each cell's key is its row's place, so our order is the one that stands. */
function sortedRows({ lines }: ScoreView, width: Width, sorting: Sorting): RowType[] {
  return orderLines(lines, sorting).map((line, place) => ({
    key: line.id,
    cells: lineCells(line, lines, width).map((cell) => ({
      ...cell,
      key: sorting.order === 'ASC' ? place : -place,
    })),
  }));
}

function totalRow(score: number, width: Width, sorting: Sorting | null): RowType {
  const last = sorting?.order === 'DESC' ? -Infinity : Infinity;
  return {
    key: 'total',
    className: styles.total,
    cells: [
      ...Array.from({ length: columns(width) - 1 }, (_, i) => ({
        key: last,
        content: i === 0 ? 'Score' : '',
      })),
      { key: last, content: <span className={text.figure}>{oneDecimal(score)}</span> },
    ],
  };
}

function columns(width: Width): number {
  return { narrow: 2, medium: 5, wide: 6 }[width];
}
