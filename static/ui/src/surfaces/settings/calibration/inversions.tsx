import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { CalibrationView } from '../../../../../../src/contract/calibration';
import { dayOf } from '../../../shared/text/ago';
import { count, headline, wholeNumber } from '../../../shared/text/format-number';
import { IssueLink } from '../../../shared/components/issue-link';
import styles from './calibration.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

const figure = (content: string): JSX.Element => <span className={text.figure}>{content}</span>;

/** What was finished although far higher-scored work waited. */
export function Inversions({
  view: { inversions, inverted, far, scored },
}: {
  readonly view: CalibrationView;
}): JSX.Element {
  return (
    <section className={layout.part}>
      <Heading size="small" as="h3">
        Finished before far higher work
      </Heading>
      <p className={text.spacedNote}>
        {inverted === 0
          ? scored === 0
            ? 'No finished issue has a score to compare.'
            : `No issue was finished while work that scored ${far} points more was waiting.`
          : `${count(inverted, 'issue')} ${inverted === 1 ? 'was' : 'were'} finished while work that scores at least ${far} points more was there already. Work that is still open counts with its score of now.`}
      </p>
      {inversions.length > 0 && (
        <div className={layout.scroll}>
          <div className={styles.wide}>
            <DynamicTable
              label="Finished before far higher work"
              rowsPerPage={10}
              head={{
                cells: [
                  { key: 'issue', content: 'Finished' },
                  { key: 'score', content: figure('Score') },
                  { key: 'day', content: 'On' },
                  { key: 'passed', content: figure('Higher work that waited') },
                  { key: 'instead', content: 'The highest of it' },
                  { key: 'higher', content: figure('Score') },
                ],
              }}
              rows={inversions.map(({ key, score, finished, passed, instead }) => ({
                key,
                cells: [
                  { content: <IssueLink issueKey={key} /> },
                  { content: figure(headline(score)) },
                  { content: dayOf(finished) ?? '' },
                  { content: figure(wholeNumber(passed)) },
                  { content: <IssueLink issueKey={instead.key} /> },
                  { content: figure(headline(instead.score)) },
                ],
              }))}
            />
          </div>
        </div>
      )}
    </section>
  );
}
