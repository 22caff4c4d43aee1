import type { JSX } from 'react';
import type { ScoreView } from '../../../../../../src/contract/score';
import { dayOf } from '../../../shared/ago';
import { count, headline } from '../../../shared/format-number';
import { visibleText } from '../../../shared/visible-text';
import { dotsOf, stepPath } from './trail-geometry';
import styles from './trail-chart.module.css';

/** The score over time with the decisions on it; the Decisions tab has the same in words. */
export function TrailChart({ view }: { readonly view: ScoreView }): JSX.Element | null {
  const dots = dotsOf(view.history.trail, Date.parse(view.scoredAt), view.score);
  if (dots.length < 3) return null;
  const [first] = dots;
  const decided = dots.filter(({ what }) => what !== null);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        Score since {dayOf(first?.at) ?? 'the first decision'}, from {headline(first?.score ?? 0)}{' '}
        to {headline(dots.at(-1)?.score ?? 0)}, with {count(decided.length, 'decision')}
      </figcaption>
      <div className={styles.plot}>
        <svg className={styles.line} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
          {view.bands.map(({ band, from }) => (
            <path
              key={band}
              className={styles.band}
              d={`M0 ${100 - from} H100`}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <path className={styles.score} d={stepPath(dots)} vectorEffect="non-scaling-stroke" />
        </svg>
        {decided.map(({ x, y, what, at, score }) => (
          <span
            key={`${at} ${score}`}
            className={styles.dot}
            style={{ insetInlineStart: `${x}%`, insetBlockStart: `${y}%` }}
            title={visibleText(`${dayOf(at) ?? ''}: ${headline(score)}, ${what ?? ''}`)}
          />
        ))}
      </div>
    </figure>
  );
}
