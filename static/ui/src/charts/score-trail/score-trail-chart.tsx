import type { JSX } from 'react';
import type { ScoreView } from '../../../../../src/contract/score';
import { dayOf } from '../../shared/text/ago';
import { count, headline } from '../../shared/text/format-number';
import { visibleText } from '../../shared/text/visible-text';
import styles from './score-trail-chart.module.css';
import { trailGeometry } from './trail-geometry';
import type { ScorePoint } from './trail-points';

interface Props {
  readonly points: readonly ScorePoint[];
  readonly bands: ScoreView['bands'];
}

/** The score over time with the decisions on it; the Decisions tab has the same in words. */
export function ScoreTrailChart({ points, bands }: Props): JSX.Element {
  const { dots, line, y } = trailGeometry(points);
  const decided = dots.filter(({ decision }) => decision !== null);
  const [first, last] = [points[0], points.at(-1)];
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        Score since {first === undefined ? 'the first decision' : day(first.time)}, from{' '}
        {headline(first?.score ?? 0)} to {headline(last?.score ?? 0)}, with{' '}
        {count(decided.length, 'decision')}
      </figcaption>
      <div className={styles.plot}>
        <svg className={styles.line} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
          {bands.map(({ band, from }) => (
            <path
              key={band}
              className={styles.band}
              d={`M0 ${y(from)} H100`}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <path className={styles.score} d={line} vectorEffect="non-scaling-stroke" />
        </svg>
        {decided.map(({ x, y: top, decision, time, score }) => (
          <span
            key={`${time} ${score}`}
            className={styles.dot}
            style={{ insetInlineStart: `${x}%`, insetBlockStart: `${top}%` }}
            title={visibleText(`${day(time)}: ${headline(score)}, ${decision ?? ''}`)}
          />
        ))}
      </div>
    </figure>
  );
}

function day(time: number): string {
  return dayOf(new Date(time).toISOString()) ?? '';
}
