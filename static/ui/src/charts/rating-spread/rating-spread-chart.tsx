import type { JSX } from 'react';
import type { VotesOnView } from '../../../../../src/contract/votes';
import { ratingPosition, type RatingScale } from './rating-spread-geometry';
import styles from './rating-spread-chart.module.css';

interface Props {
  readonly shown: Extract<VotesOnView, { state: 'shown' }>;
  readonly scale: RatingScale;
}

/** Pixels: where the middle of the scale lies, and from there to the rim of the span and to the ends of the line that says what all come to. */
const MIDDLE = 1;
const SPAN = 5;
const COMBINED = 11;

/** Every rating on its scale, the span between the outermost, and what they come to; the list of who rated how says the same in words. */
export function RatingSpreadChart({
  shown: { combined, lowest, highest, strong, voters },
  scale,
}: Props): JSX.Element {
  const position = ratingPosition(scale);
  const x = (rating: number): string => `${position(rating)}%`;
  return (
    <div className={styles.picture} aria-hidden>
      <span className={styles.end}>{scale.min}</span>
      <svg className={styles.plot}>
        <rect className={styles.scale} width="100%" height={2 * MIDDLE} />
        <rect
          className={styles.span}
          data-strong={strong || undefined}
          x={x(lowest)}
          y={MIDDLE - SPAN}
          width={`${position(highest) - position(lowest)}%`}
          height={2 * SPAN}
          rx={SPAN}
        />
        {voters.map((voter, n) => (
          <circle
            key={n}
            className={styles.rating}
            data-me={voter.me || undefined}
            cx={x(voter.value)}
            cy={MIDDLE}
            r={4}
          />
        ))}
        <line
          className={styles.combined}
          x1={x(combined)}
          x2={x(combined)}
          y1={MIDDLE - COMBINED}
          y2={MIDDLE + COMBINED}
        />
      </svg>
      <span className={styles.end}>{scale.max}</span>
    </div>
  );
}
