import type { Distribution } from '../../../../../../../src/core/calibration/distribution';
import { compileCurve, Curve } from '../../../../../../../src/core/curves/curve';

/** In the picture's own units. */
export const picture = { width: 320, height: 120, left: 26, right: 8, top: 8, bottom: 20 } as const;
const steps = 160;

export interface CurvePicture {
  /** An SVG path. */
  readonly line: string;
  /** Of today's values, as tall as their share of the largest. */
  readonly bars: readonly {
    readonly x: number;
    readonly width: number;
    readonly height: number;
    readonly words: string;
  }[];
  readonly from: number;
  readonly to: number;
  /** `0 incidents gives 0 points, 1 gives 75`. */
  readonly words: string;
}

/** A curve over numbers as it is drawn; null for one that is broken or over names. */
export function drawCurve(
  document: unknown,
  today: Distribution | undefined,
  unit: string,
): CurvePicture | null {
  const read = Curve.safeParse(document);
  if (!read.success || read.data.kind === 'table' || read.data.kind === 'amount') return null;
  const curve = read.data;
  const { at } = compileCurve(curve);
  const pointsAt = (x: number): number => (at(x) ?? 0) / 10;
  const span = spanOf(curve, today);
  const x = (value: number): number =>
    picture.left +
    ((value - span.from) / (span.to - span.from)) * (picture.width - picture.left - picture.right);
  const y = (points: number): number =>
    picture.top + (1 - points / 100) * (picture.height - picture.top - picture.bottom);
  const line = Array.from(
    { length: steps + 1 },
    (_, step) => span.from + (step / steps) * (span.to - span.from),
  )
    .map(
      (value, place) =>
        `${place === 0 ? 'M' : 'L'}${x(value).toFixed(1)} ${y(pointsAt(value)).toFixed(1)}`,
    )
    .join('');
  const tallest = Math.max(1, ...(today?.buckets ?? []).map(({ issues }) => issues));
  const bars = (today?.buckets ?? []).map(({ from, to, issues }) => {
    const start = x(from);
    return {
      x: start,
      width: Math.max(2, x(to) - start - 1),
      height: (issues / tallest) * (picture.height - picture.top - picture.bottom),
      words: `${shown(from)}–${shown(to)}: ${issues}`,
    };
  });
  const told = [span.from, (span.from + span.to) / 2, span.to].map(
    (value) => `${shown(value)} ${unit} gives ${shown(pointsAt(value))} points`,
  );
  return { line, bars, ...span, words: told.join(', ') };
}

/** From the curve's own corners and today's values, whichever reaches further. */
function spanOf(
  curve: Exclude<Curve, { kind: 'table' | 'amount' }>,
  today: Distribution | undefined,
): { readonly from: number; readonly to: number } {
  const [own, theirs] = [
    cornersOf(curve),
    [today?.buckets[0]?.from, today?.buckets.at(-1)?.to].filter((value) => value !== undefined),
  ];
  const most = Math.max(...own);
  // One outlier must not press the curve into a corner.
  const reach = Math.min(Math.max(most, ...theirs), Math.max(most * 3, most + 1));
  const from = Math.min(...own, ...theirs.map((value) => Math.max(value, -Math.abs(most) * 2)));
  return { from, to: reach > from ? reach : from + 1 };
}

function cornersOf(curve: Exclude<Curve, { kind: 'table' | 'amount' }>): readonly number[] {
  switch (curve.kind) {
    case 'steps': {
      const places = curve.steps.map(({ from }) => from);
      const [least, most] = [Math.min(...places), Math.max(...places)];
      return [Math.min(0, least), most + Math.max(1, (most - least) * 0.3)];
    }
    case 'linear': {
      const room = (curve.to.x - curve.from.x) * 0.15;
      return [Math.min(0, curve.from.x - room), curve.to.x + room];
    }
    case 'saturating':
      return [0, curve.half * 5];
    case 'log':
      return [0, curve.full * 1.15];
    case 'dateRamp': {
      const room = (curve.none - curve.full) * 0.3;
      return [curve.full - room, curve.none + room];
    }
  }
}

/** Short enough for an axis: `1,000`, `0.25`. */
export function shown(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);
}
