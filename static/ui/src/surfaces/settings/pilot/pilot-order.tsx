import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { PilotRow } from '../../../../../../src/contract/pilot';
import { headline } from '../../../shared/text/format-number';
import { IssueLink } from '../../../shared/components/issue-link';
import { LaneLozenge } from '../../../shared/components/lozenges';
import { UserText } from '../../../shared/text/user-text';
import styles from './pilot.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly title: string;
  readonly rows: readonly PilotRow[];
  readonly otherTitle: string;
  readonly other: (row: PilotRow) => number | null;
}

/** The first issues in one order, with their place in the other. */
export function PilotOrder({ title, rows, otherTitle, other }: Props): JSX.Element {
  return (
    <div>
      <Heading size="xsmall" as="h4">
        {title}
      </Heading>
      <div className={layout.scroll}>
        <div className={styles.wide}>
          <DynamicTable
            label={title}
            head={{
              cells: [
                { key: 'issue', content: 'Issue', width: 48 },
                { key: 'lane', content: 'Lane', width: 24 },
                { key: 'score', content: <span className={text.figure}>Score</span>, width: 11 },
                {
                  key: 'other',
                  content: <span className={text.figure}>{otherTitle}</span>,
                  width: 17,
                },
              ],
            }}
            rows={rows.map((row) => ({
              key: row.key,
              cells: [
                {
                  content: (
                    <>
                      <div>
                        <IssueLink issueKey={row.key} />
                      </div>
                      <div className={text.aside}>
                        <UserText max={70}>{row.summary}</UserText>
                      </div>
                    </>
                  ),
                },
                { content: <LaneLozenge lane={row.lane} /> },
                {
                  content: (
                    <span className={text.figure}>
                      {row.score === null ? '–' : headline(row.score)}
                    </span>
                  ),
                },
                { content: <span className={text.figure}>{other(row) ?? '–'}</span> },
              ],
            }))}
          />
        </div>
      </div>
    </div>
  );
}
