import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { LaneView } from '../../../../../src/contract/lane';

type LaneShare = LaneView['lanes'][number];

/** A lane's part of the bar, in per cent of its length. */
export interface LanePart {
  readonly lane: LaneShare['lane'];
  readonly from: number;
  readonly to: number;
}

/** The lanes one behind the other, each as long as its share (0–1) of the work; lanes without work are left out. */
export function laneParts(lanes: readonly LaneShare[]): readonly LanePart[] {
  const x = scaleLinear([0, 1], [0, 100]);
  const shares = new Map(lanes.map(({ lane, share }) => [lane, share]));
  return stack<unknown, typeof shares, LaneShare['lane']>()
    .keys(shares.keys())
    .value((row, lane) => row.get(lane) ?? 0)([shares])
    .flatMap(({ key, 0: part }) =>
      part === undefined || part[1] <= part[0]
        ? []
        : [{ lane: key, from: x(part[0]), to: x(part[1]) }],
    );
}
