import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import type { RowType } from '@atlaskit/dynamic-table/types';
import VisuallyHidden from '@atlaskit/visually-hidden';
import { useState, type JSX } from 'react';
import type { CustomerView } from '../../../../../../src/contract/customers';
import { numberCell } from '../../../../../../src/core/customers/cell-number';
import { amount, multiplier, wholeNumber } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import { CustomerExport } from './customer-export';
import type { Edited } from './customer-form';
import { CustomerRemoval } from './customer-removal';
import styles from './customers.module.css';
import textStyles from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

const A_PAGE = 25;

interface Props {
  readonly customers: readonly CustomerView[];
  readonly mayChange: boolean;
  readonly edit: (edited: Edited) => void;
}

/** These customers, sorted and paged in the browser; each can be changed and removed by who may. */
export function CustomerRows({ customers, mayChange, edit }: Props): JSX.Element {
  const [doomed, setDoomed] = useState<string | null>(null);
  const [exported, setExported] = useState<string | null>(null);
  const rows = customers.map((one): RowType =>
    rowOf(
      one,
      mayChange ? (
        <div className={styles.rowButtons}>
          {doomed === one.name ? (
            <CustomerRemoval name={one.name} close={() => setDoomed(null)} />
          ) : (
            <>
              <Button spacing="compact" onClick={() => edit(cellsOf(one))}>
                Edit
                <Of name={one.name} />
              </Button>
              <Button spacing="compact" onClick={() => setExported(one.name)}>
                Export
                <Of name={one.name} />
              </Button>
              <Button spacing="compact" onClick={() => setDoomed(one.name)}>
                Remove
                <Of name={one.name} />
              </Button>
            </>
          )}
        </div>
      ) : null,
    ),
  );
  return (
    <>
      {exported !== null && (
        <CustomerExport key={exported} name={exported} close={() => setExported(null)} />
      )}
      <div className={layout.scroll}>
        <div className={styles.wide}>
          <DynamicTable
            label="Customers"
            head={HEAD}
            rows={rows}
            rowsPerPage={A_PAGE}
            defaultSortKey="name"
            defaultSortOrder="ASC"
            emptyView={<p className={textStyles.spacedNote}>No customer matches.</p>}
          />
        </div>
      </div>
    </>
  );
}

function Of({ name }: { readonly name: string }): JSX.Element {
  return (
    <VisuallyHidden>
      {' '}
      <UserText>{name}</UserText>
    </VisuallyHidden>
  );
}

const figure = (content: string): JSX.Element => <span className={styles.figure}>{content}</span>;

const HEAD = {
  cells: [
    { key: 'name', content: 'Customer', isSortable: true, width: 25 },
    { key: 'segment', content: 'Segment', isSortable: true, width: 14 },
    { key: 'weight', content: figure('Weight'), isSortable: true, width: 8 },
    { key: 'revenue', content: figure('Revenue a year'), isSortable: true, width: 12 },
    { key: 'counts', content: figure('Counts'), isSortable: true, width: 8 },
    { key: 'issues', content: figure('Open issues'), isSortable: true, width: 10 },
    { key: 'change', content: <VisuallyHidden>Change</VisuallyHidden>, width: 23 },
  ],
};

function rowOf(one: CustomerView, buttons: JSX.Element | null): RowType {
  return {
    key: one.name,
    cells: [
      { key: one.name.toLowerCase(), content: <UserText max={80}>{one.name}</UserText> },
      {
        key: one.segment?.toLowerCase() ?? '',
        content: <UserText max={40}>{one.segment ?? '–'}</UserText>,
      },
      { key: one.weight ?? -1, content: figure(amount(one.weight)) },
      { key: one.revenue ?? -1, content: figure(amount(one.revenue)) },
      { key: one.counts, content: figure(multiplier(one.counts)) },
      { key: one.issues, content: figure(wholeNumber(one.issues)) },
      { content: buttons },
    ],
  };
}

function cellsOf({ name, segment, weight, revenue }: CustomerView): Edited {
  return {
    was: name,
    name,
    segment: segment ?? '',
    weight: numberCell(weight),
    revenue: numberCell(revenue),
    seen: { segment, weight, revenue },
  };
}
