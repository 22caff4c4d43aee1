import type { JSX } from 'react';
import type { RatedView, VotesOnView } from '../../../../../src/contract/votes';
import { placeOf } from '../../surfaces/panel/ratings/rating-text';
import styles from '../../surfaces/panel/ratings/ratings.module.css';

interface Props {
  readonly shown: Extract<VotesOnView, { state: 'shown' }>;
  readonly scale: Pick<RatedView, 'min' | 'max'>;
}

/** Every vote on its scale, the span between the outermost, and what they come to; the list below says the same in words. */
export function AlignmentPicture({
  shown: { combined, lowest, highest, strong, voters },
  scale,
}: Props): JSX.Element {
  const [from, to] = [placeOf(lowest, scale), placeOf(highest, scale)];
  return (
    <div className={styles.picture} aria-hidden>
      <span className={styles.end}>{scale.min}</span>
      <span className={styles.track}>
        <span
          className={styles.span}
          data-strong={strong || undefined}
          style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }}
        />
        {voters.map((voter, n) => (
          <span
            key={n}
            className={styles.vote}
            data-me={voter.me || undefined}
            style={{ insetInlineStart: `${placeOf(voter.value, scale)}%` }}
          />
        ))}
        <span
          className={styles.combined}
          style={{ insetInlineStart: `${placeOf(combined, scale)}%` }}
        />
      </span>
      <span className={styles.end}>{scale.max}</span>
    </div>
  );
}
