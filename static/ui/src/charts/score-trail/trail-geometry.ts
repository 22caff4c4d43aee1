import type { TrailPoint } from '../../../../../src/contract/decisions';

/** A point of the chart in per cent of its width and height, from the top left. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly what: string | null;
  readonly at: string;
  readonly score: number;
}

/** The trail on a scale of time that ends now; scores go from 0 at the bottom to 100 at the top. */
export function dotsOf(
  trail: readonly TrailPoint[],
  now: number,
  current: number | null,
): readonly Dot[] {
  const known = trail.flatMap(({ at, score, what }) =>
    score === null ? [] : [{ at, score, what, time: Date.parse(at) }],
  );
  const first = known[0]?.time;
  if (first === undefined) return [];
  const last = Math.max(now, known.at(-1)?.time ?? now);
  const span = last - first || 1;
  const dots = known.map(({ time, score, what, at }) => ({
    x: ((time - first) / span) * 100,
    y: 100 - score,
    what,
    at,
    score,
  }));
  return current === null
    ? dots
    : [
        ...dots,
        { x: 100, y: 100 - current, what: null, at: new Date(last).toISOString(), score: current },
      ];
}

/** Scores hold until the next decision, so the line goes level, then up or down. */
export function stepPath(dots: readonly Dot[]): string {
  return dots.map(({ x, y }, i) => (i === 0 ? `M${x} ${y}` : `H${x} V${y}`)).join(' ');
}
