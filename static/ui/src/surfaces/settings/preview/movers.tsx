import DynamicTable from '@atlaskit/dynamic-table';
import type { HeadType, RowType } from '@atlaskit/dynamic-table/types';
import { useMemo, type JSX } from 'react';
import {
  describeDraftCause,
  describeDraftLane,
  describeThreshold,
} from '../../../../../../src/core/describe/describe-draft-cause';
import type { MoverView, RubricPreview } from '../../../../../../src/contract/preview';
import type { PreviewStanding } from '../../../../../../src/core/preview/preview';
import { count, headline, signed } from '../../../shared/text/format-number';
import { IssueLink } from '../../../shared/components/issue-link';
import { UserText } from '../../../shared/text/user-text';
import { useWidth } from '../../../shared/hooks/use-width';
import styles from './preview.module.css';
import text from '../../../shared/styles/text.module.css';

/** Rows of one page of the table. */
const PAGE = 8;

/** Whose score moves furthest, from where to where, and because of what. */
export function Movers({
  preview: { movers, hiddenMovers, changes, pending },
}: {
  readonly preview: Pick<RubricPreview, 'movers' | 'hiddenMovers' | 'changes' | 'pending'>;
}): JSX.Element {
  const narrow = useWidth() === 'narrow';
  const rows = useMemo(() => movers.map((mover) => rowOf(mover, narrow)), [movers, narrow]);
  const hidden =
    hiddenMovers === 0 ? null : (
      <p className={text.note}>
        {count(hiddenMovers, 'more mover is an issue', 'more movers are issues')} that you may not
        see.
      </p>
    );
  if (rows.length === 0)
    return (
      <>
        {hidden ?? (
          <p className={text.note}>
            {changes.any === 0
              ? pending.issues > 0
                ? 'Of what can be told now nothing moves.'
                : 'Nothing moves: every issue keeps its score and its lane.'
              : 'No score moves by a tenth of a point.'}
          </p>
        )}
      </>
    );
  return (
    <div className={styles.table}>
      <DynamicTable
        label="Biggest movers"
        isFixedSize
        head={headOf(narrow)}
        rows={rows}
        {...(rows.length > PAGE && { rowsPerPage: PAGE, defaultPage: 1 })}
      />
      {hidden}
    </div>
  );
}

function headOf(narrow: boolean): HeadType {
  return {
    cells: [
      { key: 'issue', content: 'Issue', width: narrow ? 52 : 34 },
      { key: 'before', content: 'Now', width: narrow ? 24 : 15 },
      { key: 'after', content: 'Draft', width: narrow ? 24 : 15 },
      ...(narrow ? [] : [{ key: 'why', content: 'Because', width: 36 }]),
    ],
  };
}

function rowOf(mover: MoverView, narrow: boolean): RowType {
  const { issueId, key, summary, before, after } = mover;
  return {
    key: issueId,
    cells: [
      {
        content: (
          <div>
            <IssueLink issueKey={key} /> <UserText max={70}>{summary}</UserText>
            {narrow && <Why mover={mover} />}
          </div>
        ),
      },
      { content: <At standing={before} /> },
      {
        content: (
          <strong>
            <At standing={after} />
          </strong>
        ),
      },
      ...(narrow ? [] : [{ content: <Why mover={mover} /> }]),
    ],
  };
}

function At({ standing: { score, lane } }: { readonly standing: PreviewStanding }): JSX.Element {
  return (
    <span className={styles.standing}>
      {score === null ? '–' : headline(score)} <span className={text.noteLine}>{lane}</span>
    </span>
  );
}

/** Sums say little about a score that stays while the lane moves: there the lane's reason is what counts. */
function Why({
  mover: { why, before, after, laneBecause, bandBecause, change },
}: {
  readonly mover: MoverView;
}): JSX.Element {
  const parts = why.map((one) => `${signed(one.change)} ${describeDraftCause(one.because)}`);
  const moved = parts.length === 1 ? parts : [`${signed(change)}: ${parts.join(', ')}`];
  const lane =
    before.lane === after.lane ? [] : [`${after.lane}: ${describeDraftLane(laneBecause)}`];
  return (
    <span className={text.noteLine}>
      <UserText max={320}>
        {[
          ...(change === 0 ? [] : moved),
          ...lane,
          ...(bandBecause === null ? [] : [describeThreshold(bandBecause)]),
        ].join(' · ')}
      </UserText>
    </span>
  );
}
