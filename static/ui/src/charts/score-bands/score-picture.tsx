import type { JSX } from 'react';
import type { ScoreView } from '../../../../../src/contract/score';
import { bandOf, segments, within } from '../../shared/scores/score-bands';
import { headline } from '../../shared/text/format-number';
import styles from './score-picture.module.css';
import { capital } from '../../shared/text/sentences';

interface Props {
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
  readonly bands: ScoreView['bands'];
  /** Without labels, for small places that have the words beside them. */
  readonly bare?: boolean;
}

/** The score on its bands, with the range that unknown inputs leave open. */
export function ScorePicture({ score, low, high, bands, bare = false }: Props): JSX.Element {
  const current = score === null ? null : bandOf(score, bands);
  const parts = segments(bands);
  return (
    <div className={styles.picture} role="img" aria-label={alternative(score, low, high, current)}>
      <div className={styles.track}>
        {parts.map(({ band, from, to }) => (
          <span
            key={band}
            className={styles.segment}
            data-band={band}
            style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }}
          />
        ))}
        {score !== null && (
          <span className={styles.mark} style={{ insetInlineStart: `${within(score)}%` }} />
        )}
        {high > low && (
          <span
            className={styles.range}
            style={{
              insetInlineStart: `${(within(low) + within(high)) / 2}%`,
              inlineSize: `${within(high) - within(low)}%`,
            }}
          />
        )}
      </div>
      {!bare && (
        <div className={styles.labels}>
          {parts.map(({ band, from, to }) => (
            <span
              key={band}
              className={styles.label}
              data-current={band === current || undefined}
              style={{ flexBasis: `${to - from}%` }}
            >
              <span className={styles.from}>{headline(from)}</span>{' '}
              <span className={styles.name}>{band}</span>
            </span>
          ))}
        </div>
      )}
      {!bare && current !== null && <div className={styles.here}>{capital(current)}</div>}
    </div>
  );
}

function alternative(score: number | null, low: number, high: number, band: string | null): string {
  const range = high > low ? `, possible range ${headline(low)} to ${headline(high)}` : '';
  if (score === null) return `No score yet${range}`;
  return `Score ${headline(score)} of 100${band === null ? '' : `, band “${band}”`}${range}`;
}
