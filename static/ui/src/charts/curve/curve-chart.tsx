import { useId, type JSX } from 'react';
import { drawCurve, picture, shown } from './curve-geometry';
import styles from './curve-chart.module.css';
import { spreadWords } from '../../surfaces/settings/editor/curves/spread-text';
import type { Spread } from '../../surfaces/settings/editor/curves/todays-spread';

interface Props {
  readonly curve: unknown;
  readonly today: Spread | undefined;
  readonly unit: string;
}

/** The curve over today's values: what an issue has decides what it is worth. */
export function CurvePicture({ curve, today, unit }: Props): JSX.Element | null {
  const id = useId();
  const drawn = drawCurve(curve, today?.of, unit);
  if (drawn === null) return null;
  const { width, height, left, right, top, bottom } = picture;
  const base = height - bottom;
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={id}
      >
        <title
          id={id}
        >{`The curve: ${drawn.words}.${today === undefined ? '' : ` Behind it, how ${today.of.known} ${today.sample ? 'issues of a sample' : 'open issues'} are spread.`}`}</title>
        {drawn.bars.map((bar) => (
          <rect
            key={bar.x}
            className={styles.bar}
            x={bar.x}
            y={base - bar.height}
            width={bar.width}
            height={bar.height}
          />
        ))}
        {[0, 50, 100].map((points) => {
          const y = top + (1 - points / 100) * (base - top);
          return (
            <g key={points}>
              <line className={styles.grid} x1={left} x2={width - right} y1={y} y2={y} />
              <text className={styles.tick} x={left - 4} y={y + 3} textAnchor="end">
                {points}
              </text>
            </g>
          );
        })}
        <path className={styles.line} d={drawn.line} />
        <text className={styles.tick} x={left} y={height - 6}>
          {shown(drawn.from)}
        </text>
        <text
          className={styles.tick}
          x={(left + width - right) / 2}
          y={height - 6}
          textAnchor="middle"
        >
          {unit}
        </text>
        <text className={styles.tick} x={width - right} y={height - 6} textAnchor="end">
          {shown(drawn.to)}
        </text>
      </svg>
      <figcaption className={styles.caption}>{spreadWords(today)}</figcaption>
    </figure>
  );
}
