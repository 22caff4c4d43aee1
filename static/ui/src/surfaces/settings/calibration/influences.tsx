import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { CalibrationView } from '../../../../../../src/contract/calibration';
import { count, percent, points } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

const figure = (content: string): JSX.Element => <span className={text.figure}>{content}</span>;

/** What each criterion does to the order of the open issues. */
export function Influences({
  view: { influences, open },
}: {
  readonly view: CalibrationView;
}): JSX.Element {
  return (
    <section className={layout.part}>
      <Heading size="small" as="h3">
        What the criteria do
      </Heading>
      <p
        className={text.spacedNote}
      >{`On ${count(open, 'open issue')}: the share of pairs of issues that would change places without the criterion. One that moves nothing can be left out, or needs data.`}</p>
      {open > 0 && (
        <DynamicTable
          label="What the criteria do"
          rowsPerPage={20}
          head={{
            cells: [
              { key: 'criterion', content: 'Criterion' },
              { key: 'known', content: figure('Known on') },
              { key: 'mean', content: figure('Points on average') },
              { key: 'reordered', content: figure('Pairs it decides') },
            ],
          }}
          rows={influences.map(({ id, label, known, meanPoints, reordered }) => ({
            key: id,
            cells: [
              { content: <UserText max={80}>{label}</UserText> },
              { content: figure(percent(known / open)) },
              { content: figure(known === 0 ? '–' : points(meanPoints)) },
              {
                content: figure(
                  reordered > 0 && reordered < 0.005 ? 'under 1 %' : percent(reordered),
                ),
              },
            ],
          }))}
        />
      )}
    </section>
  );
}
