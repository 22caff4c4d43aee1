import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Distribution } from '../../../../../src/core/calibration/distribution';
import { compileCurve, Curve } from '../../../../../src/core/curves/curve';

/** In the picture's own units. */
export const picture = { width: 320, height: 120, left: 26, right: 8, top: 8, bottom: 20 } as const;
/** Pieces that the curve is drawn of. */
const SAMPLES = 160;

export interface CurveGeometry {
  /** An SVG path. */
  readonly line: string;
  /** Lines across the picture at round numbers of points. */
  readonly grid: readonly { readonly points: number; readonly y: number }[];
  /** Of today's values, as tall as their share of the largest. */
  readonly bars: readonly {
    readonly x: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly from: number;
  readonly to: number;
  /** `0 incidents gives 0 points, 1 gives 75`. */
  readonly text: string;
}

/** A curve over numbers as it is drawn; null for one that is broken or over names. */
export function curveGeometry(
  document: unknown,
  today: Distribution | undefined,
  unit: string,
): CurveGeometry | null {
  const read = Curve.safeParse(document);
  if (!read.success || read.data.kind === 'table' || read.data.kind === 'amount') return null;
  const curve = read.data;
  const { at } = compileCurve(curve);
  const pointsAt = (x: number): number => (at(x) ?? 0) / 10;
  const span = spanOf(curve, today);
  const base = picture.height - picture.bottom;
  const x = scaleLinear([span.from, span.to], [picture.left, picture.width - picture.right]);
  const y = scaleLinear([0, 100], [base, picture.top]);
  const values = Array.from(
    { length: SAMPLES + 1 },
    (_, n) => span.from + (n / SAMPLES) * (span.to - span.from),
  );
  const path = line<number>(x, (value) => y(pointsAt(value))).digits(1);
  const buckets = today?.buckets ?? [];
  const height = scaleLinear(
    [0, Math.max(1, ...buckets.map(({ issues }) => issues))],
    [0, base - picture.top],
  );
  const bars = buckets.map(({ from, to, issues }) => ({
    x: x(from),
    width: Math.max(2, x(to) - x(from) - 1),
    height: height(issues),
  }));
  const examples = [span.from, (span.from + span.to) / 2, span.to].map(
    (value) => `${axisNumber(value)} ${unit} gives ${axisNumber(pointsAt(value))} points`,
  );
  return {
    line: path(values) ?? '',
    grid: y.ticks(2).map((points) => ({ points, y: y(points) })),
    bars,
    ...span,
    text: examples.join(', '),
  };
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
export function axisNumber(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);
}
