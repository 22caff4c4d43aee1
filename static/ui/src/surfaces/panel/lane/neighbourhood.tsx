import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { LaneView, NeighboursView } from '../../../../../../src/contract/lane';
import { count, headline } from '../../../shared/text/format-number';
import { IssueLink } from '../../../shared/components/issue-link';
import { UserText } from '../../../shared/text/user-text';
import styles from './lane.module.css';

interface Props {
  readonly issueKey: string;
  readonly lane: string;
  readonly score: number | null;
  readonly standing: Pick<LaneView, 'rank' | 'above' | 'ties' | 'below'>;
}

/** This issue's place in its lane, with who comes before and after. Scores within a point are a tie. */
export function Neighbourhood({
  issueKey,
  lane,
  score,
  standing: { rank, above, ties, below },
}: Props): JSX.Element {
  if (lane === 'declined') return <Declined issueKey={issueKey} />;
  return (
    <section>
      <Heading size="small" as="h2">
        Rank in its lane
      </Heading>
      {rank === null || score === null ? (
        <p className={styles.note}>
          Without a score it has no rank: fill in what is missing on the tab Score.
        </p>
      ) : (
        <>
          <p className={styles.rank}>
            <strong>{ties.count > 0 ? `Shares place ${rank.place}` : `Place ${rank.place}`}</strong>{' '}
            of {rank.of} in {lane}
            {ties.count > 0 &&
              `, tied with ${count(ties.count, 'issue')} of a similar score (less than a point apart)`}
          </p>
          <table className={styles.ladder}>
            <caption className={styles.caption}>Neighbours in the lane</caption>
            <thead>
              <tr>
                <th scope="col">Place</th>
                <th scope="col">Issue</th>
                <th scope="col" className={styles.figure}>
                  Score
                </th>
              </tr>
            </thead>
            <tbody>
              <Rows of={{ ...above, shown: [...above.shown].reverse() }} place="above" first />
              <tr className={styles.self} aria-current="true">
                <td>{ties.count > 0 ? `=${rank.place}` : rank.place}</td>
                <td>{issueKey} (this issue)</td>
                <td className={styles.figure}>{headline(score)}</td>
              </tr>
              <Rows of={ties} place="tie" />
              <Rows of={below} place="below" />
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Declined({ issueKey }: Pick<Props, 'issueKey'>): JSX.Element {
  return (
    <section>
      <Heading size="small" as="h2">
        Declined
      </Heading>
      <p
        className={styles.note}
      >{`${issueKey} is in no lane and has no rank until that ends. Below is who declined it, why and until when.`}</p>
    </section>
  );
}

function Rows({
  of: { shown, count: all },
  place,
  first = false,
}: {
  readonly of: NeighboursView;
  readonly place: string;
  readonly first?: boolean;
}): JSX.Element {
  const rest = all - shown.length;
  const more = rest > 0 && (
    <tr className={styles.more}>
      <td />
      <td colSpan={2}>{`and ${rest} more ${place === 'tie' ? 'tied' : place}`}</td>
    </tr>
  );
  return (
    <>
      {first && more}
      {shown.map(({ key, summary, score }) => (
        <tr key={key}>
          <td>{place}</td>
          <td>
            <IssueLink issueKey={key} /> <UserText max={90}>{summary}</UserText>
          </td>
          <td className={styles.figure}>{headline(score)}</td>
        </tr>
      ))}
      {!first && more}
    </>
  );
}
