import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table/stateless';
import type { RowType } from '@atlaskit/dynamic-table/types';
import { useMemo, useState, type JSX } from 'react';
import type { ScoreView } from '../../../../../../src/contract/score';
import { oneDecimal, signed } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import { groupLines } from './group-lines';
import { lineCells } from './line-cells';
import { nextSorting, orderLines, type Column, type Sorting } from './order-lines';
import { COLUMNS } from './rationale-columns';
import { rationaleHead } from './rationale-head';
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
        head={rationaleHead(width, sorting)}
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

function groupedRows({ lines, pillars }: ScoreView, width: Width): RowType[] {
  return groupLines(lines, pillars).flatMap((group) => [
    {
      key: `group ${group.id}`,
      className: styles.group,
      cells: [
        {
          content: <UserText max={100}>{group.label}</UserText>,
          colSpan: COLUMNS[width].length - 1,
        },
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
      ...Array.from({ length: COLUMNS[width].length - 1 }, (_, i) => ({
        key: last,
        content: i === 0 ? 'Score' : '',
      })),
      { key: last, content: <span className={text.figure}>{oneDecimal(score)}</span> },
    ],
  };
}
