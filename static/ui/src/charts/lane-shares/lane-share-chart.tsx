import type { JSX } from 'react';
import type { LaneView } from '../../../../../src/contract/lane';
import '../series-colors.css';
import styles from './lane-share-chart.module.css';
import { laneParts } from './lane-share-geometry';

type LaneShare = LaneView['lanes'][number];

/** How the work lies over the lanes, as one bar; the list that stands below says the same in figures. */
export function LaneShareChart({ lanes }: { readonly lanes: readonly LaneShare[] }): JSX.Element {
  return (
    <svg className={styles.bar} aria-hidden>
      {laneParts(lanes).map(({ lane, from, to }) => (
        <g key={lane} data-series={lane}>
          <rect className={styles.part} x={`${from}%`} width={`${to - from}%`} height="100%" />
          <line className={styles.edge} x1={`${to}%`} x2={`${to}%`} y2="100%" />
        </g>
      ))}
    </svg>
  );
}

/** A lane's colour in the bar, beside its name. */
export function LaneSwatch({ lane }: { readonly lane: LaneShare['lane'] }): JSX.Element {
  return <span className={styles.swatch} data-series={lane} aria-hidden />;
}
