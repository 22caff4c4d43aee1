import { useId, type JSX } from 'react';
import type { Distribution } from '../../../../../src/core/calibration/distribution';
import { axisNumber, curveGeometry, picture } from './curve-geometry';
import styles from './curve-chart.module.css';

interface Props {
  /** A curve of the rubric as the draft has it, sound or not. */
  readonly curve: unknown;
  /** How today's values are spread; drawn behind the curve. */
  readonly today: Distribution | undefined;
  /** Whose values those are: `131 open issues`. */
  readonly who: string;
  readonly unit: string;
  /** The spread in words. */
  readonly caption: string;
}

/** The curve over today's values: what an issue has decides what it is worth. */
export function CurveChart({ curve, today, who, unit, caption }: Props): JSX.Element | null {
  const id = useId();
  const drawn = curveGeometry(curve, today, unit);
  if (drawn === null) return null;
  const { width, height, left, right, bottom } = picture;
  const base = height - bottom;
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={id}
      >
        <title id={id}>
          {`The curve: ${drawn.text}.${today === undefined ? '' : ` Behind it, how ${who} are spread.`}`}
        </title>
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
        {drawn.grid.map(({ points, y }) => (
          <g key={points}>
            <line className={styles.grid} x1={left} x2={width - right} y1={y} y2={y} />
            <text className={styles.tick} x={left - 4} y={y + 3} textAnchor="end">
              {points}
            </text>
          </g>
        ))}
        <path className={styles.line} d={drawn.line} />
        <text className={styles.tick} x={left} y={height - 6}>
          {axisNumber(drawn.from)}
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
          {axisNumber(drawn.to)}
        </text>
      </svg>
      <figcaption className={styles.caption}>{caption}</figcaption>
    </figure>
  );
}
