import { useId, useMemo, type JSX } from 'react';
import type { Flows } from '../../../../../src/core/preview/preview';
import { count } from '../../shared/text/format-number';
import { capital } from '../../shared/text/sentences';
import '../series-colors.css';
import styles from './flow-chart.module.css';
import { flowPicture, type FlowNode } from './flow-geometry';

interface Props<T extends string> {
  /** What flows: «lane», «band». */
  readonly what: string;
  readonly flows: Flows<T>;
}

/** Who goes from where to where, as a picture and as a table. */
export function FlowChart<T extends string>({ what, flows }: Props<T>): JSX.Element {
  const id = useId();
  const { height, before, after, ribbons } = useMemo(() => flowPicture(flows), [flows]);
  const moving = ribbons.filter(({ from, to }) => from !== to).sort((a, b) => b.issues - a.issues);
  return (
    <figure className={styles.figure}>
      <div className={styles.chart} style={{ blockSize: height }}>
        <Labels nodes={before} side="before" />
        <svg
          className={styles.picture}
          style={{ blockSize: height }}
          viewBox={`0 0 100 ${String(height)}`}
          preserveAspectRatio="none"
          role="img"
          aria-labelledby={`${id}title ${id}desc`}
        >
          <title
            id={`${id}title`}
          >{`From ${what} to ${what}, under the published rubric on the left and the draft on the right`}</title>
          <desc id={`${id}desc`}>
            {moving.length === 0
              ? `No issue changes its ${what}.`
              : moving
                  .map(({ from, to, issues }) => `${count(issues, 'issue')} from ${from} to ${to}`)
                  .join(', ')}
          </desc>
          {ribbons.map(({ from, to, path }) => (
            <path
              key={`${from} ${to}`}
              d={path}
              className={from === to ? styles.stays : styles.moves}
              data-series={from === to ? from : to}
            />
          ))}
        </svg>
        <Labels nodes={after} side="after" />
      </div>
      <figcaption className={styles.caption}>
        {moving.length === 0 ? (
          <p>No issue changes its {what}.</p>
        ) : (
          <ul className={styles.moving} aria-label={`Who changes ${what}`}>
            {moving.slice(0, 4).map(({ from, to, issues }) => (
              <li key={`${from} ${to}`}>
                <strong>{count(issues, 'issue')}</strong> {from} → {to}
              </li>
            ))}
            {moving.length > 4 && <li>and {count(moving.length - 4, 'smaller move')}</li>}
          </ul>
        )}
        <details>
          <summary>As a table</summary>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Published</th>
                <th scope="col">Draft</th>
                <th scope="col" className={styles.number}>
                  Issues
                </th>
              </tr>
            </thead>
            <tbody>
              {[...moving, ...ribbons.filter(({ from, to }) => from === to)].map(
                ({ from, to, issues }) => (
                  <tr key={`${from} ${to}`}>
                    <td>{capital(from)}</td>
                    <td>{from === to ? 'stays' : capital(to)}</td>
                    <td className={styles.number}>{issues}</td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  );
}

function Labels({
  nodes,
  side,
}: {
  readonly nodes: readonly FlowNode[];
  readonly side: 'before' | 'after';
}): JSX.Element {
  return (
    <div className={styles.labels} data-side={side} aria-hidden>
      {nodes.map(({ of, issues, top, height }) => (
        <div
          key={of}
          className={styles.label}
          style={{ insetBlockStart: top, blockSize: Math.max(height, 20) }}
        >
          <span
            className={styles.node}
            data-series={of}
            style={{ blockSize: Math.max(height, issues === 0 ? 0 : 2) }}
          />
          <span className={styles.name}>
            {capital(of)} <strong>{issues}</strong>
          </span>
        </div>
      ))}
    </div>
  );
}
