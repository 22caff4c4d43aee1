import Button from '@atlaskit/button/new';
import type { JSX } from 'react';
import type { RatedView, VotesView } from '../../../../../../src/contract/votes';
import { dayOf } from '../../../shared/text/ago';
import { amount } from '../../../shared/text/format-number';
import { visibleText } from '../../../shared/text/visible-text';
import { UserText } from '../../../shared/text/user-text';
import { RatingSpreadChart } from '../../../charts/rating-spread/rating-spread-chart';
import { RatingScale } from './rating-scale';
import { alignmentText, hiddenText, offText, togetherText } from './rating-text';
import styles from './ratings.module.css';

interface Props extends Pick<VotesView, 'may' | 'combine'> {
  readonly rated: RatedView;
  /** It is asked for elsewhere on the tab: a second place to answer would only be in the way. */
  readonly asked: boolean;
  readonly busy: boolean;
  readonly cast: (value: number) => void;
  readonly withdraw: () => void;
}

/** One criterion that people rate: what they come to, and this person's own rating. */
export function RatedCriterion({
  rated,
  asked,
  may,
  combine,
  busy,
  cast,
  withdraw,
}: Props): JSX.Element {
  const { label, min, max, mine, votes } = rated;
  return (
    <li className={styles.one}>
      <h3 className={styles.label}>
        <UserText max={100}>{label}</UserText>
      </h3>
      {votes.state === 'none' && (
        <p className={styles.note}>
          Nobody has rated it yet{may.may ? ': yours is the first' : ''}.
        </p>
      )}
      {votes.state === 'hidden' && <p className={styles.note}>{hiddenText(votes.count)}</p>}
      {votes.state === 'shown' && (
        <>
          <p className={styles.words}>
            <strong>{togetherText(votes, rated, combine)}</strong> {alignmentText(votes)}
          </p>
          <RatingSpreadChart shown={votes} scale={rated} />
          <ul className={styles.voters} aria-label={visibleText(`Who rated ${label} how`)}>
            {votes.voters.map((voter, n) => (
              <li key={n} className={styles.voter}>
                <span>
                  <UserText max={60}>{voter.me ? `${voter.name} (you)` : voter.name}</UserText>
                </span>
                <span className={styles.figure}>{amount(voter.value)}</span>
                <span className={styles.off}>
                  {votes.voters.length === 1 ? '' : offText(voter.off)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {asked ? null : may.may ? (
        <RatingScale
          key={String(mine?.value)}
          label={label}
          min={min}
          max={max}
          current={mine?.counts === true ? mine.value : null}
          busy={busy}
          cast={cast}
        />
      ) : (
        <p className={styles.note}>
          <UserText max={300}>{may.why}</UserText>
        </p>
      )}
      {mine !== null && (
        <p className={styles.note}>
          {mineText(mine)}{' '}
          <Button spacing="compact" appearance="subtle" isDisabled={busy} onClick={withdraw}>
            Take it back
          </Button>
        </p>
      )}
    </li>
  );
}

function mineText({ value, at, counts, until }: NonNullable<RatedView['mine']>): string {
  if (!counts)
    return `Your rating of ${amount(value)} from ${dayOf(at) ?? at} no longer counts: rate it again.`;
  return `You rated it ${amount(value)} on ${dayOf(at) ?? at}${until === null ? '' : `; it counts until ${dayOf(until) ?? until}`}.`;
}
