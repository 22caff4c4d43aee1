import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { ScorePoint } from './trail-points';

/** A point of the chart in per cent of its width and height, from the top left. */
export interface Dot extends ScorePoint {
  readonly x: number;
  readonly y: number;
}

export interface TrailGeometry {
  readonly dots: readonly Dot[];
  /** SVG path in a box of 100 by 100: a score holds until the next decision, so the line goes level, then up or down. */
  readonly line: string;
  /** Where a score lies in that box, from its top. */
  readonly y: (score: number) => number;
}

/** The points on a scale of time from the first to the last; scores go from 0 at the bottom to 100 at the top. */
export function trailGeometry(points: readonly ScorePoint[]): TrailGeometry {
  const first = points[0]?.time ?? 0;
  const last = points.at(-1)?.time ?? first;
  const x = scaleLinear([first, Math.max(last, first + 1)], [0, 100]);
  const y = scaleLinear([0, 100], [100, 0]);
  const path = line<ScorePoint>(
    ({ time }) => x(time),
    ({ score }) => y(score),
  ).curve(curveStepAfter);
  return {
    dots: points.map((point) => ({ ...point, x: x(point.time), y: y(point.score) })),
    line: path(points) ?? '',
    y,
  };
}
