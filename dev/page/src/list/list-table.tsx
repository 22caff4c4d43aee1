import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { AppFields } from '../jira/queries';
import type { Issue } from '../jira/shapes';
import {
  capital,
  LaneLozenge,
  Priority,
  ScoreFigure,
  StatusLozenge,
  TypeIcon,
} from '../parts/issue-look';
import { ballastOf } from './ballast-of';

interface ListTableProps {
  readonly issues: readonly Issue[];
  readonly fields: AppFields;
  readonly order: string;
  readonly busy: boolean;
  onOrder(order: string): void;
}

interface Column {
  readonly name: string;
  readonly className: string;
  /** How JQL names it, when one can sort by it, and which way first. */
  readonly sort?: readonly [field: string, first: 'ASC' | 'DESC'];
}

const columns: readonly Column[] = [
  { name: 'Type', className: 'c-type', sort: ['issuetype', 'ASC'] },
  { name: 'Key', className: 'c-key', sort: ['key', 'ASC'] },
  { name: 'Summary and reasons', className: 'c-summary', sort: ['summary', 'ASC'] },
  { name: 'Score', className: 'c-score', sort: ['"Priority score"', 'DESC'] },
  { name: 'Lane', className: 'c-lane', sort: ['"Backlog lane"', 'ASC'] },
  { name: 'Horizon', className: 'c-horizon' },
  { name: 'Status', className: 'c-status', sort: ['status', 'ASC'] },
  { name: 'Priority', className: 'c-priority', sort: ['priority', 'DESC'] },
];

export function ListTable({ issues, fields, order, busy, onOrder }: ListTableProps) {
  return (
    <div className="table-frame" aria-busy={busy}>
      <table className="list">
        <caption className="unseen">
          Issues, {order === '' ? 'in no order' : `ordered by ${order}`}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.name} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <Row key={issue.id} issue={issue} fields={fields} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Header({
  column: { name, className, sort },
  order,
  onOrder,
}: Pick<ListTableProps, 'order' | 'onOrder'> & { readonly column: Column }) {
  if (sort === undefined)
    return (
      <th scope="col" className={className}>
        {name}
      </th>
    );
  const [field, first] = sort;
  const direction = order.startsWith(`${field} `)
    ? /\bdesc$/i.test(order)
      ? 'DESC'
      : 'ASC'
    : null;
  const next = direction === null ? first : direction === 'ASC' ? 'DESC' : 'ASC';
  const Arrow = direction === 'DESC' ? ArrowDownIcon : ArrowUpIcon;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={direction === null ? 'none' : direction === 'ASC' ? 'ascending' : 'descending'}
    >
      <button
        type="button"
        onClick={() => {
          onOrder(`${field} ${next}`);
        }}
      >
        {name}
        {direction === null ? null : <Arrow label="" size="small" />}
      </button>
    </th>
  );
}

function Row({ issue, fields }: { readonly issue: Issue; readonly fields: AppFields }) {
  const { summary, status, priority, issuetype } = issue.fields;
  const { score, lane, horizon, reasons } = ballastOf(issue, fields);
  const moved = useMoved(`${String(score)} ${lane ?? ''}`);
  return (
    <tr data-key={issue.key} className={moved ? 'moved' : undefined}>
      <td className="c-type">
        <TypeIcon name={issuetype?.name ?? 'Issue'} />
      </td>
      <td className="c-key">
        <Link to={`/browse/${issue.key}`}>{issue.key}</Link>
      </td>
      <td className="c-summary">
        <Link to={`/browse/${issue.key}`} tabIndex={-1}>
          {summary ?? ''}
        </Link>
        {reasons === null ? null : (
          <span className="reasons" title={reasons}>
            {reasons}
          </span>
        )}
      </td>
      <td className="c-score">
        <ScoreFigure score={score} />
      </td>
      <td className="c-lane">{lane === null ? null : <LaneLozenge lane={lane} />}</td>
      <td className="c-horizon">{horizon === null ? null : capital(horizon)}</td>
      <td className="c-status">{status ? <StatusLozenge status={status} /> : null}</td>
      <td className="c-priority">
        <Priority name={priority?.name} />
      </td>
    </tr>
  );
}

/** True for a moment after what is shown changed, so that a person sees which row a live update touched. */
function useMoved(shown: string): boolean {
  const before = useRef(shown);
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    setMoved(true);
    const timer = window.setTimeout(() => {
      setMoved(false);
    }, 2500);
    return () => {
      window.clearTimeout(timer);
    };
  }, [shown]);
  return moved;
}
